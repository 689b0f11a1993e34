import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNA } from '../../../test/harness/records.ts';
import type { PresenceState } from '../../../protocol/dashboard/shapes.ts';
import { TestDevices } from '../../../test/harness/devices.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import { deleteDevice } from '../delete-device.ts';
import type { LiveDevice } from '../live-device.ts';
import { MAX_RUNS, PresenceHistory } from './presence-history.ts';
import { presenceStrip } from './presence-strip.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 5, 1, 12);

let devices: TestDevices;
let device: LiveDevice;
let history: PresenceHistory;

beforeEach(async () => {
	devices = await TestDevices.open(':memory:', new ManualClock(NOON));
	device = await devices.add('boiler');
	history = new PresenceHistory(devices);
	history.start();
});
afterEach(async () => {
	await history.stop();
	await devices.close();
});

function be(state: PresenceState): void {
	device.presence = state;
	history.moved(device);
}

/** Time passes, and what falls due meanwhile is written. */
async function pass(ms: number, step = 10 * MINUTE): Promise<void> {
	for (let left = ms; left > 0; left -= step) {
		devices.clock.advance(Math.min(step, left));
		await history.of(device);
	}
}

/** Starts a new hub after a kill -9: the old one writes nothing more. */
function startAnew(): void {
	history = new PresenceHistory(devices);
	history.start();
}

/** The strip in words: state and minutes. */
async function strip(): Promise<string[]> {
	const { from, to, spells } = await history.of(device);
	expect(spells[0]?.from).toBe(from);
	expect(spells.at(-1)?.to).toBe(to);
	return spells.map((spell) => `${spell.state} ${Math.round((spell.to - spell.from) / MINUTE)}`);
}

describe('the strip of a device', () => {
	it('covers 24 hours, with "not yet" before the device was made', async () => {
		devices.clock.advance(HOUR);
		be('online');
		devices.clock.advance(2 * HOUR);
		expect(await strip()).toEqual(['not-yet 1260', 'offline 60', 'online 120']);
	});

	it('begins with the state of the moment 24 hours ago', async () => {
		be('online');
		await pass(20 * HOUR);
		be('away');
		devices.clock.advance(5 * MINUTE);
		be('offline');
		await pass(10 * HOUR);
		expect(await strip()).toEqual(['online 835', 'away 5', 'offline 600']);
	});

	it('is exact up to a clean stop of the hub, and unknown until the hub runs again', async () => {
		be('online');
		await pass(3 * HOUR);
		devices.clock.advance(7 * MINUTE);
		await history.stop();
		devices.clock.advance(50 * MINUTE);
		device.presence = 'offline';
		startAnew();
		devices.clock.advance(MINUTE);
		be('online');
		devices.clock.advance(2 * MINUTE);
		expect(await strip()).toEqual(['not-yet 1200', 'online 187', 'unknown 50', 'offline 1', 'online 2']);
	});

	it('shows no board as online while a killed hub did not run, and loses ten minutes at most', async () => {
		be('online');
		await pass(3 * HOUR);
		devices.clock.advance(9 * MINUTE);
		const dead = history;
		await dead.stop(); // stands for nothing written since: its last sign of life is put back below
		await devices.options.orm.em.fork().execute(`UPDATE hub_run SET alive_at = ${NOON + 3 * HOUR}`);
		devices.clock.advance(5 * HOUR);
		startAnew();
		devices.clock.advance(MINUTE);
		expect(await strip()).toEqual(['not-yet 950', 'online 180', 'unknown 309', 'online 1']);
	});

	it('ignores links that close because the hub stops', async () => {
		be('online');
		await pass(HOUR);
		await history.stop();
		be('away');
		device.presence = 'online';
		startAnew();
		devices.clock.advance(1);
		expect((await strip()).filter((text) => text.startsWith('away'))).toHaveLength(0);
	});

	it('of a board that never came back is offline, however long ago that was', async () => {
		be('offline');
		await pass(9 * DAY, 6 * HOUR);
		expect(await strip()).toEqual(['offline 1440']);
	});
});

describe('the stored history', () => {
	async function count(table: string): Promise<number> {
		const [row] = await devices.options.orm.em.fork().execute<{ n: number }[]>(`SELECT count(*) AS n FROM ${table}`);
		return row!.n;
	}

	it('covers the last eight days', async () => {
		for (let day = 0; day < 12; day++) {
			be(day % 2 === 0 ? 'online' : 'away');
			await pass(DAY, DAY);
		}
		expect(await count('presence_spell')).toBe(8);
		expect(await count('hub_run')).toBe(1);
	});

	it('holds the latest runs of a hub that ends again and again', async () => {
		const runs = Array.from({ length: MAX_RUNS + 50 }, (_, n) => `(${NOON - 1_000 * (n + 1)}, ${NOON - 1_000 * n})`);
		await devices.options.orm.em.fork().execute(`INSERT INTO hub_run (started_at, alive_at) VALUES ${runs.join()}`);
		startAnew();
		devices.clock.advance(1);
		await history.of(device);
		expect(await count('hub_run')).toBe(MAX_RUNS);
		const [oldest] = await devices.options.orm.em
			.fork()
			.execute<{ at: number }[]>('SELECT min(started_at) AS at FROM hub_run');
		expect(oldest!.at).toBe(NOON - 1_000 * (MAX_RUNS - 1));
	});

	it('holds a flapping board’s state every half a minute, after the first sixty changes of an hour', async () => {
		const halfMinutes = 60;
		for (let half = 0; half < halfMinutes; half++) {
			for (let change = 0; change < 15; change++) {
				be(change % 2 === 0 ? 'online' : 'away');
				devices.clock.advance(2_000);
			}
			await history.of(device);
		}
		expect(await count('presence_spell')).toBeLessThanOrEqual(60 + 1 + halfMinutes);
		devices.clock.advance(1);
		const { spells } = await history.of(device);
		expect(spells.at(-1)!.state).toBe(device.presence);
	});

	it('keeps the latest ten thousand changes in memory while nothing can be written', async () => {
		const other = await devices.add('attic');
		await history.of(device);
		const sql = (text: string) => devices.options.orm.em.fork().execute(text);
		await sql(`CREATE TRIGGER full BEFORE INSERT ON hub_run BEGIN SELECT RAISE(ABORT, 'full'); END`);
		for (let hour = 0; hour < 90; hour++) {
			for (let change = 0; change < 60; change++) {
				be(change % 2 === 0 ? 'online' : 'away');
				other.presence = device.presence;
				history.moved(other);
				devices.clock.advance(1_000);
			}
			devices.clock.advance(HOUR - MINUTE);
		}
		await history.of(device); // fails
		await sql('DROP TRIGGER full');
		be('offline');
		devices.clock.advance(1);
		expect((await history.of(device)).spells.at(-1)!.state).toBe('offline');
		const early = 2; // written before
		expect(await count('presence_spell')).toBeLessThanOrEqual(10_000 + early);
	});

	it('is deleted with the device, and waiting changes are not written afterwards', async () => {
		be('online');
		await history.of(device);
		be('away');
		await deleteDevice(devices, 'boiler', ANNA, async () => undefined);
		await history.stop();
		expect(await count('presence_spell')).toBe(0);
	});
});

describe('a clock that is set', () => {
	it('ahead leaves an unknown time, and every state since is shown', async () => {
		be('online');
		await pass(HOUR);
		devices.clock.stepWall(3 * HOUR);
		await pass(HOUR);
		expect(await strip()).toEqual(['not-yet 1140', 'online 60', 'unknown 190', 'online 50']);
	});

	it('back by a day deletes what lies in the future, and every state since is shown', async () => {
		devices.clock.stepWall(DAY);
		await pass(10 * MINUTE);
		be('online');
		await pass(HOUR);
		devices.clock.stepWall(-DAY);
		await pass(30 * MINUTE);
		be('away');
		await pass(30 * MINUTE);
		expect((await strip()).slice(-2)).toEqual(['online 20', 'away 30']);
	});
});

it('a strip has neither gap nor overlap, and is unknown where the hub did not run', () => {
	const time = fc.integer({ min: -100, max: 200 });
	fc.assert(
		fc.property(
			fc.array(
				fc.record({ from: time, state: fc.constantFrom('online' as const, 'away' as const, 'offline' as const) }),
			),
			fc.array(fc.record({ from: time, to: time })),
			time,
			(spells, runs, madeAt) => {
				spells.sort((a, b) => a.from - b.from);
				const strip = presenceStrip(spells, runs, { from: 0, to: 100, madeAt });
				expect([strip[0]!.from, strip.at(-1)!.to]).toEqual([0, 100]);
				for (const [index, spell] of strip.entries()) {
					expect(spell.from).toBeLessThan(spell.to);
					if (index > 0) expect(spell.from).toBe(strip[index - 1]!.to);
					if (index > 0) expect(spell.state).not.toBe(strip[index - 1]!.state);
				}
				for (let moment = 0; moment < 100; moment++) {
					const shown = strip.find(({ from, to }) => from <= moment && moment < to)!.state;
					const ran = runs.some(({ from, to }) => from <= moment && moment < to);
					const state = spells.findLast(({ from }) => from <= moment)?.state;
					const told = (ran && state) || (ran ? 'not-yet' : 'unknown');
					expect(shown).toBe(moment < madeAt ? 'not-yet' : told);
				}
			},
		),
	);
});
