import { decodeConfigFile } from '../../../protocol/config-file.ts';
import type { BrowserSession, LiveView } from '../browser-session.ts';
import { TestHub } from '../hub.ts';
import { RawLink, type RawIdentity, claim } from './raw-link.ts';

/** What the tests of tokens share: a hub, its owner, and boards that show it exactly the key a test gives them. */
export const MAC = '02A1B2C3D4E5';
export const OTHER_MAC = '02FFEEDDCCBB';

export let hub: TestHub;
export let browser: BrowserSession;
export let view: LiveView;

export async function setUp(): Promise<void> {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
}

export async function tearDown(): Promise<void> {
	view.close();
	await hub.remove();
}

export const device = () => [...view.devices.values()][0]!;
export const online = () => device()?.presence.state === 'online';

export function keyOf(file: Uint8Array): { keyId: Uint8Array; key: Uint8Array } {
	const config = decodeConfigFile(file);
	if (!config.ok) throw new Error(config.error);
	return config.value;
}

/** A claimed device and the key its board holds; nobody is connected. */
export async function claimed(mac = MAC): Promise<RawIdentity> {
	const { id } = await browser.addVirtualBoard();
	const { identity } = await claim(hub.origin, keyOf(await browser.configFile(id)), mac);
	await view.until(() => view.devices.has(id));
	return identity;
}

export const enter = (identity: RawIdentity) => new RawLink(hub.origin).enter(identity);

/** The close code that a key is answered with before any handshake, or 'welcome' where it is let in. */
export async function answerTo(identity: RawIdentity): Promise<number | 'welcome'> {
	const link = new RawLink(hub.origin);
	const greeted = link.greet(identity).then(
		() => 'welcome' as const,
		() => 'welcome' as const,
	);
	const answer = await Promise.race([link.closed.then(({ code }) => code), greeted]);
	link.end();
	return answer;
}

export async function registers(file: Uint8Array, mac = MAC): Promise<RawIdentity> {
	return (await claim(hub.origin, keyOf(file), mac)).identity;
}
