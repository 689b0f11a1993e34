import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeConfigFile, encodeConfigFile } from '../../protocol/config-file.ts';
import type { DeviceConfig } from '../../protocol/dashboard/plan.ts';
import { pause, useMemory } from '../faults/world.ts';
import { BrowserSession } from '../harness/browser-session.ts';
import { freePort } from '../harness/network/free-port.ts';
import { PosixHouse, type HouseBoard } from './posix-house.ts';
import { PosixBoard } from './posix-board.ts';

// What may happen to the hub: it is stopped and killed, it moves, its clock steps, it is gone without a word.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** What a countdown shown may differ from what it is, on a busy machine. */
const ABOUT_MS = 20_000;
const TIMEOUT_MS = 300_000;
const PUMP = 1;
const VALVE = 2;

let restarting: PosixHouse;
let moving: PosixHouse;
let stepping: PosixHouse;
let silent: PosixHouse;

beforeAll(async () => {
	useMemory();
	restarting = await PosixHouse.start();
	moving = await PosixHouse.start();
	stepping = await PosixHouse.start();
	silent = await PosixHouse.start();
}, TIMEOUT_MS);
afterAll(async () => {
	for (const house of [restarting, moving, stepping, silent]) await house?.remove();
});

const pinsOf = ({ board }: HouseBoard) => board.lines.filter((line) => /^pin 5 /.test(line));

/** Its relay is on for an hour, and its pins have not moved for anything else since. */
async function countsDown(house: PosixHouse, name: string): Promise<{ isUnmoved: () => void }> {
	const counting = await house.claim(name);
	const { browser, view } = house.world;
	const began = performance.now();
	await browser.call('PUT', `/devices/${counting.id}/relays/${PUMP}`, { on: true, forMs: HOUR_MS });
	await counting.board.said(/^pin 5 is high$/);
	const said = pinsOf(counting);
	const isUnmoved = () => {
		expect(pinsOf(counting)).toEqual(said);
		const { reported, offAt } = view.relay(counting.id, PUMP)!;
		expect(reported).toBe(true);
		const left = HOUR_MS - (performance.now() - began);
		expect(Math.abs(offAt! - house.world.now() - left)).toBeLessThan(ABOUT_MS);
	};
	return { isUnmoved };
}

describe.concurrent('a hub', { timeout: TIMEOUT_MS }, () => {
	it('that is stopped or killed in the middle of a rotation, a configuration and an update goes on with them', async () => {
		const [rotated, configured, updated] = await restarting.add(3, 'Changed');
		const { isUnmoved } = await countsDown(restarting, 'Counting down');
		for (const how of ['killed', 'stopped'] as const)
			for (const ms of [0, 20, 60]) {
				const { firmware } = updated!.device!.vitals;
				const changes = Promise.all([rotated!.rotates(), configured!.configures(), updated!.updates()]);
				await pause(ms);
				await restarting.world.endHub(how);
				const [, , { version, state, reason }] = await changes;
				expect([firmware, version]).toContain(updated!.device!.vitals.firmware);
				if (state === 'failed') expect(reason).toMatch(/came back with its older firmware/);
			}
		for (const board of restarting.boards) await board.comesBack();
		isUnmoved();
		await configured!.configures();
		await rotated!.rotates();
		const { version } = await updated!.updates();
		expect(updated!.device!.vitals.firmware).toBe(version);
		expect(restarting.world.view.devices.size).toBe(restarting.boards.length);
		for (const board of restarting.boards) expect(board.refusals).toEqual([]);
	});

	it('that has moved is found at the next address that its boards know, and no relay is let go of meanwhile', async () => {
		const { world } = moving;
		const next = await freePort();
		const pending = await world.browser.addVirtualBoard({ name: 'Follower' });
		const config = decodeConfigFile(await world.browser.configFile(pending.id));
		if (!config.ok) throw new Error(config.error);
		const [hub] = config.value.hubs;
		const board = new PosixBoard(''); // its config file says where the hub is
		try {
			board.start(encodeConfigFile({ ...config.value, hubs: [hub!, { ...hub!, port: next }] }));
			const isOnline = () => world.view.device('Follower')?.presence.state === 'online';
			await world.view.until(isOnline, MINUTE_MS);
			const { id } = world.view.device('Follower')!;
			await world.browser.call('PUT', `/devices/${id}/relays/${PUMP}`, { on: true });
			await board.said(/^pin 0 is high$/);
			const pins = () => board.lines.filter((line) => /^pin/.test(line));
			const said = pins();
			await world.hub.stop();
			world.hub.port = next;
			await world.hub.start();
			const from = board.lines.length;
			await board.said(/^authenticated$/, from, MINUTE_MS);
			const there = new BrowserSession(world.hub.origin);
			there.cookie = world.browser.cookie;
			const view = await there.open();
			await view.until(() => view.devices.get(id)?.presence.state === 'online' && view.relay(id, PUMP)?.reported);
			view.close();
			expect(pins()).toEqual(said);
		} finally {
			await board.remove();
		}
	});

	it('whose clock steps by a day moves no relay, no countdown, no token, no update and no schedule but by its time', async () => {
		const { world } = stepping;
		const [changed] = await stepping.add(1, 'Changed');
		const { isUnmoved } = await countsDown(stepping, 'Counting down');
		await world.browser.call('PUT', '/settings', { timeZone: 'UTC', place: null, historyDays: 400 });
		// At noon and at midnight by turns, so that it is hours from now.
		const isMorning = new Date().getUTCHours() % 12 < 6;
		const minutes = (isMorning ? 9 : 3) * 60;
		const path = `/devices/${changed!.id}/config`;
		const { plan, config } = await world.browser.call<DeviceConfig>('GET', path);
		plan.schedules = [0, 12].map((hours, index) => ({
			id: index + 1,
			relay: VALVE,
			on: true,
			weekdays: 127,
			event: 'time' as const,
			minutes: minutes + hours * 60,
			forMs: 0,
			when: 'always',
			varyMinutes: 0,
		}));
		await world.browser.call('PUT', path, { version: config.version, ...plan });
		await changed!.until(() => changed!.device!.config.state === 'applied', 'has its schedules');
		for (const shift of [DAY_MS, 0, -DAY_MS, 0]) {
			const update = changed!.updates();
			world.setClock(shift);
			for (const { proxy } of stepping.boards) proxy.break();
			expect(await update).toMatchObject({ state: 'done' });
			await changed!.rotates();
			for (const board of stepping.boards) await board.switches(VALVE);
			for (const board of stepping.boards) await board.switches(VALVE);
			await world.view.until(() => world.view.relay(changed!.id, VALVE)?.reported === false);
			isUnmoved();
		}
		expect(world.view.relay(changed!.id, VALVE)!.cause).toBe('command');
		// And a moment before its time.
		const now = Date.now();
		const due = Math.floor(now / DAY_MS) * DAY_MS + minutes * MINUTE_MS;
		world.setClock(due - 1_000 - now);
		for (const { proxy } of stepping.boards) proxy.break();
		await world.view.until(() => world.view.relay(changed!.id, VALVE)?.cause === 'schedule', MINUTE_MS);
	});

	it('that is gone without a word is left by its boards, which then come in again', async () => {
		const [board] = await silent.add(1, 'Left');
		board!.proxy.loseConnections();
		await silent.world.view.until(() => board!.device!.presence.state === 'away');
		// Fifteen seconds until the board asks whether the hub is there, and as long until it is sure.
		await board!.comesBack();
		await board!.rotates();
		expect(board!.refusals).toEqual([]);
		expect(board!.board.starts).toBe(1);
	});
});
