import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LegacyDevice } from '../../../protocol/dashboard/devices.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';

const hasTools = ['bash', 'curl'].every((tool) => spawnSync(tool, ['--version']).status === 0);
/** A test need not wait as long as a board. */
const EVERY_S = '0.1';

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;

beforeEach(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

/** The very script that docs/legacy-boards.md shows. */
function script(): string {
	const page = readFileSync(join(import.meta.dirname, '../../../docs/legacy-boards.md'), 'utf8');
	const found = /```bash\n(#!\/usr\/bin\/env bash\n[\s\S]*?)```/.exec(page)?.[1];
	if (!found) throw new Error('docs/legacy-boards.md has no bash script any more.');
	return found;
}

it.skipIf(!hasTools)(
	'the script of docs/legacy-boards.md plays a board with older firmware (skipped without bash and curl)',
	async () => {
		const relays = [{ id: 1, name: 'Lamp' }];
		const added = await browser.call<LegacyDevice>('POST', '/legacy-devices', { name: 'Shed', relays });
		const { id } = added.device;
		const env = { ...process.env, TOKEN: added.token, HUB: hub.origin, EVERY: EVERY_S };
		const board = spawn('bash', ['-c', script()], { env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
		let said = '';
		board.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
		try {
			await view.until(() => view.devices.get(id)?.presence.state === 'online');
			await view.until(() => view.devices.get(id)!.readings.some(({ value }) => value !== null && value >= 20));
			for (const on of [true, false]) {
				const relay = await browser.call('PUT', `/devices/${id}/relays/1`, { on });
				expect(relay).toMatchObject({ reported: on, cause: 'command', by: 'anna' });
			}
			await browser.call('DELETE', `/devices/${id}`);
			await expect.poll(() => said).toContain('it was deleted');
			expect(said).toContain('relay 1 is now 1\nrelay 1 is now 0\n');
		} finally {
			process.kill(-board.pid!, 'SIGKILL'); // its curl too
		}
	},
);
