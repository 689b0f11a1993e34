import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HardwareSeen } from '../../../protocol/dashboard/hardware.ts';
import { AuditRow } from '../../../hub/history/entities.ts';
import { entities, migrations } from '../../../hub/schema.ts';
import { openStore } from '../../../hub/store/open-store.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { FIRMWARE_VERSION } from '../../harness/images.ts';

const NAMES = { device: 'Annas cellar', relays: ['Secret pump', 'Hidden valve'], room: 'Under the stairs' };

let hub: TestHub;
let owner: BrowserSession;
let view: LiveView;
let id: string;
beforeEach(async () => {
	hub = await new TestHub().start();
	owner = await hub.owner();
	view = await owner.open();
	const relays = NAMES.relays.map((name, index) => ({ id: index + 1, name, gpio: index, activeLow: false }));
	const pending = await owner.addVirtualBoard({ name: NAMES.device, relays });
	hub.board(await owner.configFile(pending.id));
	await view.until(() => view.device(NAMES.device)?.readings[0]?.value);
	({ id } = view.device(NAMES.device)!);
	await owner.call('PATCH', `/devices/${id}`, { room: NAMES.room });
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

const seen = async () => HardwareSeen.parse(await owner.call('GET', `/devices/${id}/hardware`));
async function switchTo(on: boolean) {
	await owner.call('PUT', `/devices/${id}/relays/1`, { on });
	await view.until(() => view.device(NAMES.device)!.relays[0]!.reported === on);
}
/** What a board did long ago, or what a test cannot wait for. */
async function remember(what: 'updated' | 'replaced' | 'relay-on', more: object = {}, entry = 1): Promise<void> {
	const store = await openStore({ file: join(hub.data, 'mooring.db'), entities, migrations });
	if (!store.ok) throw new Error(store.error.message);
	const none = { deviceName: null, relay: null, relayName: null, person: null, cause: null, details: null };
	const row = { ...none, id: entry, at: 0, kind: 'device' as const, what, deviceId: id, ...more };
	await store.value.em.fork().insert(AuditRow, row);
	await store.value.close(true);
}

it('counts what relays did and were told, sensors that answer, and updates', async () => {
	for (const on of [true, false, true]) await switchTo(on);
	await remember('updated', { details: { version: FIRMWARE_VERSION } }, 1);
	await remember('relay-on', { relay: 2, cause: 'input' }, 2);
	expect(await seen()).toEqual({
		board: 'virtual',
		boardName: expect.any(String) as string,
		chip: 'virtual',
		firmware: FIRMWARE_VERSION,
		hub: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
		uptimeMs: expect.any(Number) as number,
		relays: [
			{ relay: 1, commands: 3, byItself: 0 },
			{ relay: 2, commands: 0, byItself: 1 },
		],
		sensors: [{ sensor: 1, type: 'virtual', answers: true }],
		updates: [FIRMWARE_VERSION],
	});
});

it('leaves out what the board before it did', async () => {
	await remember('relay-on', { relay: 2, cause: 'command' }, 1);
	await remember('replaced', {}, 2);
	expect((await seen()).relays[1]).toEqual({ relay: 2, commands: 0, byItself: 0 });
});

it('has nothing that tells the household apart', async () => {
	await switchTo(true);
	const written = JSON.stringify(await seen());
	const { mac, code } = view.device(NAMES.device)!;
	for (const own of [NAMES.device, ...NAMES.relays, NAMES.room, 'anna', mac, code, id, '127.0.0.1'])
		expect(written).not.toContain(own);
});
