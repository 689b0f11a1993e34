import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import type { BrowserSession, LiveView } from '../browser-session.ts';
import { TestHub } from '../hub.ts';
import { type RawIdentity, RawLink, claim } from '../boards/raw-link.ts';

/** What the tests of the boards' door share: a hub, its owner, one device, and links that send what no honest board would. */
export const NAME = 'Boiler room';
export const MAC = '02AABBCCDDEE';

export let hub: TestHub;
export let view: LiveView;
let browser: BrowserSession;
let links: RawLink[];

export async function setUp(): Promise<void> {
	links = [];
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
}

export async function tearDown(): Promise<void> {
	for (const one of links) one.end();
	view.close();
	await hub.remove();
}

export function link(
	...options: ConstructorParameters<typeof RawLink> extends [string, ...infer Rest] ? Rest : never
): RawLink {
	const made = new RawLink(hub.origin, ...options);
	links.push(made);
	return made;
}

export async function registration(): Promise<{ id: string; keyId: Uint8Array; key: Uint8Array }> {
	const { id } = await browser.addVirtualBoard({ name: NAME });
	const config = decodeConfigFile(await browser.configFile(id));
	if (!config.ok) throw new Error(config.error);
	return { id, keyId: config.value.keyId, key: config.value.key };
}

/** The device key of a claimed board that is not connected now. */
export async function claimedKey(): Promise<RawIdentity> {
	return (await claim(hub.origin, await registration(), MAC)).identity;
}

export const device = (): DeviceView | undefined => view.device(NAME);
export const isOnline = () => view.until(() => device()?.presence.state === 'online');

/** Events come in their order: when this one is there, all that was before it is. */
export async function eventsAreIn(): Promise<void> {
	const { id } = await browser.addVirtualBoard({ name: 'Last' });
	await view.until(() => view.pending.has(id));
}

/** Whether commands of the dashboard come out at this end. */
export async function isServed(one: RawLink): Promise<boolean> {
	const before = one.heard.filter((message) => message.case === 'setRelay').length;
	const answer = await view.setRelay(device()!.id, 1, true);
	if (!answer.ok) return false;
	await one.until(() => one.heard.filter((message) => message.case === 'setRelay').length > before);
	return true;
}
