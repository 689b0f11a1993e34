import { create, toBinary } from '@bufbuild/protobuf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { join } from 'node:path';
import { User } from '../../../hub/accounts/entities.ts';
import { Registration } from '../../../hub/claims/entities.ts';
import { systemClock } from '../../../hub/base/clock.ts';
import type { Clock } from '../../../hub/base/clock.ts';
import type { PendingView } from '../../../protocol/dashboard/pending.ts';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import { Credential, PrefaceSchema } from '../../../protocol/device_pb.ts';
import { CLOSE } from '../../../hub/link/faults.ts';
import { entities, migrations } from '../../../hub/schema.ts';
import { openStore } from '../../../hub/store/open-store.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { RawLink, claim } from '../../harness/boards/raw-link.ts';

const HOUR = 3_600_000;

/** The system's clock with a wall clock that can be set ahead: links and timers run as ever, only the date is another. */
class ShiftedClock implements Clock {
	shift = 0;
	now = () => systemClock.now() + this.shift;
	mono = systemClock.mono;
	after = systemClock.after;
	afterSockets = systemClock.afterSockets;
}

let clock: ShiftedClock;
let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;

beforeEach(async () => {
	clock = new ShiftedClock();
	hub = await new TestHub({ clock }).start();
	browser = await hub.owner();
	view = await browser.open();
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

const awaiting = (reason: string) => [...view.pending.values()].find((pending) => pending.conflict?.reason === reason);

/** Opens the board's door with the preface of a config file and nothing more, and tells how it is closed. */
function closeCodeOf(file: Uint8Array): Promise<number> {
	const config = decodeConfigFile(file);
	if (!config.ok) throw new Error(config.error);
	const socket = new WebSocket(`${hub.origin.replace('http', 'ws')}/device`, 'mooring.v2');
	const preface = create(PrefaceSchema, {
		protocol: 2,
		credential: Credential.REGISTRATION,
		keyId: config.value.keyId,
	});
	socket.on('open', () => socket.send(toBinary(PrefaceSchema, preface)));
	return new Promise((resolve) => socket.on('close', resolve));
}

describe('claims', () => {
	it('a board’s own button comes with it and works; a switch that would float is refused in words', async () => {
		const wifi = { ssid: 'home', password: 'long enough' };
		const lamp = { id: 1, name: 'Lamp', gpio: 12, activeLow: false };
		const inputs = [{ id: 1, name: 'Button', gpio: 0, mode: 'push-button' as const, relay: 1 }];
		const { id } = await browser.addVirtualBoard({
			board: 'sonoff-basic-r2',
			relays: [lamp],
			sensors: [],
			inputs,
			wifi,
		});
		const file = decodeConfigFile(await browser.configFile(id));
		if (!file.ok) throw new Error(file.error);
		expect(file.value.configure!.inputs).toMatchObject([{ pin: 0, relay: 1, activeLow: true, pullUp: true }]);
		await claim(hub.origin, file.value, '02A1B2C3D4E5');
		await view.until(() => [...view.devices.values()].some(({ inputs }) => inputs[0]?.name === 'Button'));

		const floating = [{ ...inputs[0]!, gpio: 16 }];
		const d1 = { board: 'd1-mini', relays: [{ ...lamp, gpio: 5 }], sensors: [], wifi };
		await expect(browser.addVirtualBoard({ ...d1, inputs: floating })).rejects.toMatchObject({ status: 400 });
		await browser.addVirtualBoard({ ...d1, inputs: [{ ...floating[0]!, pullUp: false }] });
	});

	it('of many boards with one key at once, one is claimed and the others wait for a person', async () => {
		const pending = await browser.addVirtualBoard();
		const file = await browser.configFile(pending.id);
		for (let i = 0; i < 4; i++) hub.board(file);
		await view.until(() => view.devices.size === 1 && view.pending.size === 3);
		expect([...view.pending.values()].every((one) => one.state === 'awaiting')).toBe(true);
		expect([...view.pending.values()].map((one) => one.conflict?.reason)).toEqual(
			Array(3).fill('used-by-another-board'),
		);
	});

	it('CLAIM THIS DEVICE takes a waiting board in as a new device', async () => {
		const pending = await browser.addVirtualBoard();
		const file = await browser.configFile(pending.id);
		hub.board(file);
		await view.until(() => view.devices.size === 1 && view.pending.size === 0);
		hub.board(file);
		await view.until(() => awaiting('used-by-another-board')?.conflict?.connected);
		const { id, code } = awaiting('used-by-another-board')!;
		await browser.call('POST', `/awaiting/${id}/claim`, {});
		await view.until(() =>
			[...view.devices.values()].some((device) => device.code === code && device.presence.state === 'online'),
		);
		expect(view.pending.size).toBe(0);
		expect(view.devices.size).toBe(2);
	});

	it('a rejected board is sent away', async () => {
		const file = await browser.configFile((await browser.addVirtualBoard()).id);
		hub.board(file);
		await view.until(() => view.devices.size === 1);
		hub.board(file);
		await view.until(() => awaiting('used-by-another-board'));
		await browser.call('POST', `/awaiting/${awaiting('used-by-another-board')!.id}/reject`);
		await view.until(() => view.events.some((event) => event.type === 'pending-removed' && event.why === 'rejected'));
		expect(view.devices.size).toBe(1);
	});

	it('a known board with new firmware waits, named after the device it is', async () => {
		const file = await browser.configFile((await browser.addVirtualBoard({ name: 'First' })).id);
		const board = hub.board(file, 'flash');
		await view.until(() => view.device('First')?.presence.state === 'online');
		board.stop();
		const { mac } = view.device('First')!;
		const again = await browser.configFile((await browser.addVirtualBoard({ name: 'Second' })).id);
		// The same hardware with other firmware: the MAC stays, the keys count no more.
		hub.board(again, 'flash');
		await view.until(() => awaiting('known-board'));
		expect(awaiting('known-board')).toMatchObject({ name: 'Second', conflict: { mac, device: { name: 'First' } } });
		expect(view.devices.size).toBe(1);
	});

	it('expires after 24 hours, says so, and a board that comes later waits for a person', async () => {
		const pending = await browser.addVirtualBoard({ name: 'Late' });
		const file = await browser.configFile(pending.id);
		clock.shift = 24 * HOUR;
		await view.until(() => view.pending.get(pending.id)?.state === 'expired');
		expect(view.events).toContainEqual(
			expect.objectContaining({ type: 'notice', message: expect.stringContaining('Late') }),
		);
		hub.board(file);
		await view.until(() => awaiting('expired'));
		expect(view.devices.size).toBe(0);
		await browser.call('POST', `/awaiting/${awaiting('expired')!.id}/claim`, {});
		await view.until(() => view.device('Late')?.presence.state === 'online');
		expect(view.pending.size).toBe(0);
	});

	it('a week after its expiry a key is refused with 4410, a month after it is unknown', async () => {
		const pending = await browser.addVirtualBoard();
		const file = await browser.configFile(pending.id);
		clock.shift = 24 * HOUR + 7 * 24 * HOUR;
		expect(await closeCodeOf(file)).toBe(4410);
		await view.until(() => view.pending.size === 0);
		clock.shift += 31 * 24 * HOUR;
		await expect.poll(() => closeCodeOf(file), { timeout: 5_000 }).toBe(4404);
	});

	it('a new key keeps the plan and kills the old key', async () => {
		const pending = await browser.addVirtualBoard({ name: 'Renewed' });
		const old = await browser.configFile(pending.id);
		clock.shift = 25 * HOUR;
		await view.until(() => view.pending.get(pending.id)?.state === 'expired');
		const renewed = await browser.call<PendingView>('POST', `/pending/${pending.id}/renew`);
		expect(renewed).toMatchObject({ id: pending.id, state: 'ready', name: 'Renewed', relayCount: 2 });
		expect(await closeCodeOf(old)).toBe(4404);
		hub.board(await browser.configFile(pending.id));
		await view.until(() => view.device('Renewed')?.presence.state === 'online');
	});

	it('a deleted pending device is dead at once', async () => {
		const pending = await browser.addVirtualBoard();
		const file = await browser.configFile(pending.id);
		await browser.call('DELETE', `/pending/${pending.id}`);
		await view.until(() => view.pending.size === 0);
		expect(await closeCodeOf(file)).toBe(4404);
		await expect(browser.call('GET', `/pending/${pending.id}/config`)).rejects.toMatchObject({ status: 404 });
	});

	it('claim and delete at the same time leave the board either a device or a stranger, never both', async () => {
		for (let i = 0; i < 12; i++) {
			const name = `Race ${i}`;
			const pending = await browser.addVirtualBoard({ name });
			const file = await browser.configFile(pending.id);
			hub.board(file);
			const deleted = await browser.request('DELETE', `/pending/${pending.id}`);
			await view.until(() => !view.pending.has(pending.id));
			if (deleted.status === 204) expect(view.device(name)).toBeUndefined();
			else await view.until(() => view.device(name)?.presence.state === 'online');
		}
	});

	it('claim and expiry at the same moment leave the board a device, or waiting for a person', async () => {
		const file = await browser.configFile((await browser.addVirtualBoard({ name: 'Close' })).id);
		hub.board(file);
		clock.shift = 24 * HOUR;
		await view.until(() => view.device('Close')?.presence.state === 'online' || awaiting('expired'));
		expect(view.devices.size + view.pending.size).toBe(1);
	});

	it('one board that registers on two links at once is claimed once', async () => {
		const config = decodeConfigFile(await browser.configFile((await browser.addVirtualBoard({ name: 'Twice' })).id));
		if (!config.ok) throw new Error(config.error);
		const registration = { credential: Credential.REGISTRATION, ...config.value, mac: '02A1B2C3D4E5' };
		const links = await Promise.all([1, 2].map(() => new RawLink(hub.origin).enter(registration)));
		const given = await Promise.all(links.map(async (link) => (await link.message('provision')).value));
		for (const [index, link] of links.entries())
			link.send({
				case: 'provisioned',
				value: { $typeName: 'mooring.v2.Provisioned', keyId: given[index]!.keyId },
			});
		const codes = await Promise.all(links.map(async (link) => (await link.closed).code));
		expect(codes.filter((code) => code === CLOSE.RECONNECT)).toHaveLength(1);
		await view.until(() => view.devices.size === 1 && view.pending.size === 0);
	});

	/** What a board of this config file shows, by its MAC. */
	async function registrationOf(name: string, mac: string) {
		const config = decodeConfigFile(await browser.configFile((await browser.addVirtualBoard({ name })).id));
		if (!config.ok) throw new Error(config.error);
		return { credential: Credential.REGISTRATION, ...config.value, mac };
	}

	/** The board has stored the key it was given; how its link is closed then. */
	async function store(link: RawLink): Promise<number> {
		const { keyId } = (await link.message('provision')).value;
		link.send({ case: 'provisioned', value: { $typeName: 'mooring.v2.Provisioned', keyId } });
		return (await link.closed).code;
	}

	it('of two boards with one key that are both given one, the slower changes nothing of what the quicker has', async () => {
		const registration = await registrationOf('Twins', '02A1B2C3D4E5');
		const [quick, slow] = await Promise.all(
			['02A1B2C3D4E5', '02A1B2C3D4E6'].map((mac) => new RawLink(hub.origin).enter({ ...registration, mac })),
		);
		await Promise.all([quick!.message('provision'), slow!.message('provision')]);
		expect(await store(quick!)).toBe(CLOSE.RECONNECT);
		expect(await store(slow!)).toBe(CLOSE.UNKNOWN);
		const database = await openStore({ file: join(hub.data, 'mooring.db'), entities, migrations });
		if (!database.ok) throw new Error(database.error.message);
		expect(await database.value.em.fork().find(Registration, {})).toMatchObject([{ usedByMac: '02A1B2C3D4E5' }]);
		await database.value.close();
	});

	it('a board that is given its key again gets none where it was revoked meanwhile', async () => {
		const registration = await registrationOf('Shed', '02A1B2C3D4E5');
		expect(await store(await new RawLink(hub.origin).enter(registration))).toBe(CLOSE.RECONNECT);
		await view.until(() => view.device('Shed'));
		const again = await new RawLink(hub.origin).enter(registration); // it lost the key before it used it
		await again.message('provision');
		await browser.call('POST', `/devices/${view.device('Shed')!.id}/token/revoke`);
		expect(await store(again)).toBe(CLOSE.UNKNOWN);
	});

	it('a board whose owner has no account any more waits for a person', async () => {
		const file = await browser.configFile((await browser.addVirtualBoard({ name: 'Orphan' })).id);
		const store = await openStore({ file: join(hub.data, 'mooring.db'), entities, migrations });
		if (!store.ok) throw new Error(store.error.message);
		await store.value.em.fork().nativeDelete(User, {});
		await store.value.close();
		hub.board(file);
		await view.until(() => awaiting('owner-gone'));
		expect(view.devices.size).toBe(0);
	});

	it('a copy of a device is refused and the owner is told', async () => {
		const file = await browser.configFile((await browser.addVirtualBoard({ name: 'Kitchen' })).id);
		hub.board(file, 'flash');
		await view.until(() => view.device('Kitchen')?.presence.state === 'online');
		await view.until(() => view.device('Kitchen')?.relays[0]?.reported === false);
		hub.copyFlash('flash', 'copy', '02AABBCCDDEE');
		hub.board(file, 'copy');
		await view.until(() =>
			view.events.some((event) => event.type === 'notice' && /copy of Kitchen/.test(event.message)),
		);
		expect(view.device('Kitchen')).toMatchObject({ presence: { state: 'online' } });
	});
});
