import type { SqlEntityManager } from '@mikro-orm/sqlite';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNA } from '../../../test/harness/records.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import { systemRandom } from '../../base/random.ts';
import { entities, migrations } from '../../schema.ts';
import { openStore } from '../../store/open-store.ts';
import { addLegacyDevice } from './add-legacy-device.ts';
import { Devices, type DevicesOptions } from '../devices.ts';
import { findLegacyBoard } from './find-legacy-board.ts';
import { LEGACY_DEADLINE_MS, WISHES_WAITING } from './wish.ts';
import type { LiveDevice } from '../live-device.ts';
import { loadDevices } from '../load-devices.ts';
import { loadLegacyBoards } from './load-legacy-boards.ts';
import { pollBoard } from './poll-board.ts';
import { keepClocks } from '../links/tell-clock.ts';
import { POLL_PATIENCE_MS } from '../presence/presence.ts';
import { switchRelay } from '../relays/switch-relay.ts';

/** A hub's devices with a database that survives a restart, and one board with one relay. */
class House {
	readonly clock = new ManualClock();
	devices!: Devices;
	#options: DevicesOptions;
	#token = '';

	static async build(): Promise<House> {
		const store = await openStore({ file: ':memory:', entities, migrations });
		if (!store.ok) throw new Error(store.error.message);
		const house = new House(store.value);
		await house.addBoard();
		return house;
	}

	/** Adds a new board, which all calls refer to from then on. */
	async addBoard(): Promise<void> {
		const added = await addLegacyDevice(this.devices, {
			name: 'Shed',
			relays: [{ id: 1, name: 'Lamp' }],
			ownerId: 'u',
			by: ANNA,
		});
		if (!added.ok) throw new Error(added.error.message);
		this.#token = added.value.token;
	}

	private constructor(orm: DevicesOptions['orm']) {
		this.#options = {
			orm,
			random: systemRandom,
			log: pino({ level: 'silent' }),
			beatWatchedMs: 300,
			beatIdleMs: 2_000,
		} as Partial<DevicesOptions> as DevicesOptions;
		this.devices = this.#start();
	}

	/** Starts a hub; its timers do nothing after the next start, like those of a killed hub. */
	#start(): Devices {
		const devices: Devices = new Devices({
			...this.#options,
			clock: {
				now: () => this.clock.now(),
				mono: () => this.clock.mono(),
				after: (ms, call) => this.clock.after(ms, () => void (this.devices === devices && call())),
				afterSockets: (call) => this.clock.afterSockets(() => void (this.devices === devices && call())),
			},
		});
		return devices;
	}

	get device(): LiveDevice {
		const found = findLegacyBoard(this.devices, this.#token);
		if (!found.ok) throw new Error(found.error.message);
		return found.value;
	}

	/** What the board is answered. */
	async poll(report?: boolean): Promise<boolean> {
		const relays = new Map(report === undefined ? [] : [[1, report]]);
		const polled = await pollBoard(this.devices, this.device, { address: '192.168.1.9', relays });
		if (!polled.ok) throw new Error(polled.error.message);
		return polled.value.get(1)!;
	}

	/** Whether the wish was taken. */
	async wish(on: boolean, forMs?: number): Promise<boolean> {
		const id = this.device.record.id;
		return (await switchRelay(this.devices, { device: id, relay: 1, on, forMs, by: ANNA })).ok;
	}

	async wait(ms: number): Promise<void> {
		this.clock.advance(ms);
		// Until what fell due is done.
		await this.devices.locks.run(this.device.record.id, async () => undefined);
	}

	/** kill -9 and a new start after `outMs`: changes that were not written are lost. */
	async restart(outMs: number): Promise<void> {
		this.devices = this.#start();
		this.clock.advance(outMs);
		await loadDevices(this.devices);
		await loadLegacyBoards(this.devices);
	}

	sql(statement: string): Promise<unknown> {
		return (this.#options.orm.em.fork() as SqlEntityManager).execute(statement);
	}

	close(): Promise<void> {
		return this.#options.orm.close(true);
	}
}

let house: House;
beforeEach(async () => void (house = await House.build()));
afterEach(() => house.close());

type Step =
	| { do: 'wish'; on: boolean; forMs: number }
	| { do: 'poll'; lost: boolean }
	| { do: 'button' }
	| { do: 'wait' | 'restart'; ms: number };

const steps = fc.array(
	fc.oneof(
		fc.record({ do: fc.constant('wish' as const), on: fc.boolean(), forMs: fc.constantFrom(0, 0, 8_000, 30_000) }),
		fc.record({ do: fc.constant('poll' as const), lost: fc.boolean() }),
		fc.record({ do: fc.constant('poll' as const), lost: fc.constant(false) }),
		fc.record({ do: fc.constant('button' as const) }),
		fc.record({
			do: fc.constantFrom('wait' as const, 'wait' as const, 'restart' as const),
			ms: fc.constantFrom(1, 3_000, 5_000, 9_999, 10_000, 15_000, 40_000),
		}),
	) as fc.Arbitrary<Step>,
	{ minLength: 30, maxLength: 60, size: 'max' },
);

describe.each([
	['that reports its relay', true],
	['that never reports', false],
])('the relay of a board %s', (_, reports) => {
	it('only switches for a command in time, for an ended countdown, or at the board itself', async () => {
		await fc.assert(
			fc.asyncProperty(steps, async (steps) => {
				await house.addBoard();
				// What the board, its people and a countdown make of it: the hub must not know better.
				let relay = false;
				let told = false;
				let wish: { on: boolean; forMs: number; until: number } | null = null;
				let offAt: number | null = null;
				let heardAt = -Infinity;
				const now = () => house.clock.mono();
				for (const step of steps) {
					switch (step.do) {
						case 'wish': {
							const taken = await house.wish(step.on, step.forMs);
							expect(taken).toBe(now() - heardAt < POLL_PATIENCE_MS);
							if (taken) wish = { ...step, until: now() + LEGACY_DEADLINE_MS };
							break;
						}
						case 'poll': {
							const state = reports ? relay : told;
							const answer = await house.poll(reports ? relay : undefined);
							if (!state) offAt = null;
							let wanted = state && (offAt === null || now() < offAt);
							if (wish && now() < wish.until) {
								wanted = wish.on;
								offAt = wish.on && wish.forMs > 0 ? now() + wish.forMs : null;
							}
							expect(answer).toBe(wanted);
							wish = null;
							told = answer;
							if (!step.lost) relay = answer;
							heardAt = now();
							break;
						}
						case 'button':
							if (reports) relay = !relay;
							break;
						case 'restart':
							await house.restart(step.ms);
							heardAt = -Infinity;
							break;
						case 'wait':
							await house.wait(step.ms);
					}
				}
			}),
			{ numRuns: 50 },
		);
	}, 60_000);
});

describe('when the disk is full', () => {
	it('a command is refused, and the board is told nothing that a restart would undo', async () => {
		await house.poll();
		await house.poll();
		await house.sql('ALTER TABLE legacy_board RENAME TO full');
		await expect(house.wish(true)).rejects.toThrow('no such table');
		expect(house.device.relay(1)!.command).toBeNull();
		expect(await house.poll()).toBe(false);
		await house.sql('ALTER TABLE full RENAME TO legacy_board');
		expect(await house.wish(true)).toBe(true);
		await house.sql('ALTER TABLE legacy_board RENAME TO full');
		await expect(house.poll()).rejects.toThrow('no such table');
		await house.sql('ALTER TABLE full RENAME TO legacy_board');
		expect(await house.poll()).toBe(true);
	});
});

it('a poll without news causes no write to the database', async () => {
	for (const report of [false, false, true, true]) await house.poll(report);
	await house.sql('ALTER TABLE legacy_board RENAME TO gone');
	for (let polls = 0; polls < 10; polls++) expect(await house.poll(true)).toBe(true);
});

it('refuses excess commands, so that thousands at once do not delay the answer to a poll', async () => {
	await house.poll(false);
	const id = house.device.record.id;
	const wishes = Array.from({ length: 2_000 }, (_, n) =>
		Promise.resolve(switchRelay(house.devices, { device: id, relay: 1, on: n % 2 === 0, by: ANNA })),
	);
	let written = 0;
	for (const wish of wishes) void wish.then(({ ok }) => (written += ok ? 1 : 0));
	await house.poll(false);
	expect(written).toBeLessThanOrEqual(WISHES_WAITING);
	const refused = (await Promise.all(wishes)).flatMap((wish) => (wish.ok ? [] : [wish.error]));
	expect(refused).toHaveLength(2_000 - written);
	for (const { kind, message } of refused)
		expect([kind, message]).toEqual(['commands-not-written', expect.stringContaining('Try again')]);
	expect(await house.wish(true)).toBe(true);
	expect(await house.poll(false)).toBe(true);
});

it.each([
	['ahead', 3 * 3_600_000],
	['back', -3 * 3_600_000],
])(
	'a countdown has as long left as before when the clock of the hub is set %s, also after a restart',
	async (_, ms) => {
		const house = await House.build();
		house.devices.options.place = () => ({ timeZone: 'UTC0', at: null });
		const clocks = keepClocks(house.devices);
		await house.poll(false);
		await house.wish(true, 3_600_000);
		await house.poll(false);
		await house.poll(true);
		const leftMs = () => house.device.relay(1)!.offAt! - house.clock.now();
		const before = leftMs();
		house.clock.stepWall(ms);
		await house.wait(5_000);
		expect(leftMs()).toBe(before - 5_000);
		clocks.cancel();
		await house.restart(0);
		await house.poll(true);
		expect(leftMs()).toBe(before - 5_000);
		await house.close();
	},
);

it('a countdown shows when it really ends where the clock was set back while the hub was off', async () => {
	const house = await House.build();
	await house.poll(false);
	await house.wish(true, 3_600_000);
	await house.poll(false);
	await house.poll(true);
	house.clock.stepWall(-2 * 3_600_000);
	await house.restart(0);
	await house.poll(true);
	expect(house.device.relay(1)!.offAt! - house.clock.now()).toBe(3_600_000);
	await house.close();
});
