import { systemClock } from '../../../../hub/base/clock.ts';
import { decodeConfigFile } from '../../../../protocol/config-file.ts';
import type { BrowserSession, LiveView } from '../../browser-session.ts';
import { TestHub } from '../../hub.ts';
import type { NamedKey } from '../sim-board.ts';

/** The hub of all runs of the life of boards, its owner and a dashboard: each run leaves it as empty as it was. */
export let clock: { shift: number } & typeof systemClock;
export let hub: TestHub;
export let browser: BrowserSession;
export let view: LiveView;

export async function startHub(): Promise<void> {
	clock = { ...systemClock, shift: 0, now: () => systemClock.now() + clock.shift };
	hub = await new TestHub({ clock }).start();
	browser = await hub.owner();
	view = await browser.open();
}

export async function removeHub(): Promise<void> {
	view.close();
	await hub.remove();
}

/** What new firmware registers with. */
export async function registrationOf(id: string): Promise<NamedKey> {
	const config = decodeConfigFile(await browser.configFile(id));
	if (!config.ok) throw new Error(config.error);
	return config.value;
}
