import type { EntityManager } from '@mikro-orm/sqlite';
import type { PresenceHistory as History } from '../../../protocol/dashboard/history.ts';
import type { PresenceState } from '../../../protocol/dashboard/shapes.ts';
import { type Timer, every } from '../../base/clock.ts';
import { WriteBehind } from '../../store/write-behind.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { HourlyLimit } from './hourly-limit.ts';
import { type Run, type Spell, presenceStrip } from './presence-strip.ts';

/** A change may wait this long to be written, ms. */
const WRITTEN_MS = 30_000;
const RETRY_MS = 10_000;
/**
 * The hub writes that it is alive at least this often. After a kill -9 the time since then is unknown, so that at most
 * the last ten minutes are missing, and no board is shown as online while nobody looked. One page each, some 25 kB an hour.
 */
const ALIVE_MS = 10 * 60_000;
/** Changes of one board an hour that are kept to the moment; of one that flaps faster, the state every WRITTEN_MS. */
const MAX_CHANGES_AN_HOUR = 60;
/** The wall clock was set, not just slewed, when it is off by more than this against the monotonic one, ms. */
const CLOCK_SET_MS = 60_000;
const SHOWN_MS = 24 * 3_600_000;
const KEPT_MS = 8 * SHOWN_MS;

interface Change {
	device: string;
	at: number;
	state: PresenceState;
}

/** When each board was ONLINE, AWAY or OFFLINE. Written behind; the rules of presence know nothing of it. */
export class PresenceHistory {
	#devices: Devices;
	#waiting: Change[] = [];
	/** boards that flap: their state is taken when it is written */
	#flapping = new Set<LiveDevice>();
	#budget: HourlyLimit;
	#writes: WriteBehind<'history'>;
	#alive: Timer | undefined;
	#stopped = false;
	/** begin of the present run, and where the clocks stood last, Unix ms and monotonic ms */
	#run = 0;
	#wall = 0;
	#mono = 0;

	constructor(devices: Devices) {
		const { clock, log } = devices.options;
		this.#devices = devices;
		this.#budget = new HourlyLimit(clock, MAX_CHANGES_AN_HOUR);
		this.#writes = new WriteBehind({
			clock,
			write: () => this.#write(),
			onFailure: (error) => log.error({ err: error }, 'the history of presence could not be written; trying again'),
			retryMs: RETRY_MS,
		});
	}

	/** The hub runs, and its devices are loaded. */
	start(): void {
		const { clock } = this.#devices.options;
		this.#run = this.#wall = clock.now();
		this.#mono = clock.mono();
		for (const device of this.#devices.byId.values()) this.#take(device);
		this.#alive = every(clock, ALIVE_MS, () => this.#writes.mark('history', 0));
		this.#writes.mark('history', 0);
	}

	/** A device's presence is another. */
	moved(device: LiveDevice): void {
		if (this.#stopped) return; // links that close because the hub ends say nothing of the boards
		if (this.#budget.take(device.record.id)) this.#take(device);
		else this.#flapping.add(device);
		this.#writes.mark('history', WRITTEN_MS);
	}

	/** The last 24 hours of a device. */
	async of(device: LiveDevice): Promise<History> {
		await this.#writes.flush();
		const to = this.#devices.options.clock.now();
		const from = to - SHOWN_MS;
		const em = this.#em();
		const { id, claimedAt: madeAt } = device.record;
		const spells = await em.execute<Spell[]>(
			`SELECT from_at AS "from", state FROM presence_spell WHERE device_id = ? AND from_at <= ? AND from_at >=
				coalesce((SELECT max(from_at) FROM presence_spell WHERE device_id = ? AND from_at <= ?), 0) ORDER BY 1`,
			[id, to, id, from],
		);
		const runs = await em.execute<Run[]>(
			'SELECT started_at AS "from", alive_at AS "to" FROM hub_run WHERE alive_at >= ?',
			[from],
		);
		return { from, to, spells: presenceStrip(spells, [...runs, { from: this.#run, to }], { from, to, madeAt }) };
	}

	/** The hub ends: to the moment, what is known is written. */
	async stop(): Promise<void> {
		this.#stopped = true;
		this.#alive?.cancel();
		this.#writes.mark('history', 0);
		await this.#writes.flush();
		this.#writes.stop();
	}

	#take(device: LiveDevice): void {
		this.#waiting.push({ device: device.record.id, at: this.#devices.options.clock.now(), state: device.presence });
	}

	async #write(): Promise<void> {
		const { clock } = this.#devices.options;
		for (const device of this.#flapping) this.#take(device);
		this.#flapping.clear();
		const now = clock.now();
		const wasSet = Math.abs(now - this.#wall - (clock.mono() - this.#mono)) > CLOCK_SET_MS;
		if (wasSet) this.#beginAnew(now);
		const changes = [...this.#waiting];
		await this.#em().transactional(async (em) => {
			if (wasSet) await forgetFuture(em, now);
			await em.execute(
				`INSERT INTO hub_run (started_at, alive_at) VALUES (?, ?)
				ON CONFLICT (started_at) DO UPDATE SET alive_at = excluded.alive_at`,
				[this.#run, now],
			);
			if (changes.length > 0)
				await em.execute(
					`INSERT OR REPLACE INTO presence_spell (device_id, from_at, state)
					SELECT value ->> 'device', value ->> 'at', value ->> 'state' FROM json_each(?)
					WHERE value ->> 'device' IN (SELECT id FROM device)`,
					[JSON.stringify(changes)],
				);
			await prune(em, now - KEPT_MS);
		});
		this.#waiting.splice(0, changes.length);
		this.#wall = now;
		this.#mono = clock.mono();
	}

	/** The clock was set: what is still to come by the new one has not happened, and what is so now begins now. */
	#beginAnew(now: number): void {
		this.#waiting = this.#waiting.filter(({ at }) => at <= now);
		this.#run = now;
		for (const device of this.#devices.byId.values()) this.#take(device);
	}

	#em(): EntityManager {
		return this.#devices.options.orm.em.fork();
	}
}

/** What was written while the clock was ahead. */
async function forgetFuture(em: EntityManager, now: number): Promise<void> {
	await em.execute('DELETE FROM presence_spell WHERE from_at > ?', [now]);
	await em.execute('DELETE FROM hub_run WHERE started_at > ?', [now]);
	await em.execute('UPDATE hub_run SET alive_at = ? WHERE alive_at > ?', [now, now]);
}

/** A spell that is still the last one before `before` tells how the time after it began, and stays. */
async function prune(em: EntityManager, before: number): Promise<void> {
	await em.execute(
		`DELETE FROM presence_spell WHERE from_at < ? AND from_at < (SELECT max(later.from_at)
			FROM presence_spell AS later WHERE later.device_id = presence_spell.device_id AND later.from_at <= ?)`,
		[before, before],
	);
	await em.execute('DELETE FROM hub_run WHERE alive_at < ?', [before]);
}
