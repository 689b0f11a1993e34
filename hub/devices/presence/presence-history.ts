import type { EntityManager } from '@mikro-orm/sqlite';
import type { PresenceHistory as History } from '../../../protocol/dashboard/history.ts';
import type { PresenceState } from '../../../protocol/dashboard/shapes.ts';
import { type Timer, every } from '../../base/clock.ts';
import { WriteBehind } from '../../store/write-behind.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { HourlyLimit } from '../../base/hourly-limit.ts';
import { type Run, type Spell, presenceStrip } from './presence-strip.ts';

/** A change may wait this long to be written, ms. */
const WRITTEN_MS = 30_000;
const RETRY_MS = 10_000;
/**
 * The hub writes that it is alive at least this often. After a kill -9 the time since the last write is unknown: at
 * most these ten minutes are missing, and no board is shown as online while the hub did not run. Each write is one
 * database page, some 25 kB an hour.
 */
const ALIVE_MS = 10 * 60_000;
/** Changes of one board per hour that are kept exactly; of a board that flaps more often, its state every WRITTEN_MS. */
const MAX_CHANGES_AN_HOUR = 60;
/** More are not kept while they cannot be written: the oldest is dropped. */
const MAX_WAITING = 10_000;
/** If the wall clock moved by this much more or less than the monotonic clock, ms, it was set and not just slewed. */
const CLOCK_SET_MS = 60_000;
const SHOWN_MS = 24 * 3_600_000;
const KEPT_MS = 8 * SHOWN_MS;
/** Runs of the hub that are kept: one that ends again and again begins thousands within that time. */
export const MAX_RUNS = 2_000;

interface Change {
	device: string;
	at: number;
	state: PresenceState;
}

/** Records when each board was ONLINE, AWAY or OFFLINE. Written behind. */
export class PresenceHistory {
	#devices: Devices;
	#waiting: Change[] = [];
	/** boards that flap: only their state at the time of the write is kept */
	#flapping = new Set<LiveDevice>();
	#exactChanges: HourlyLimit;
	#writes: WriteBehind<'history'>;
	#alive: Timer | undefined;
	#stopped = false;
	/** start of the present run, Unix ms; and both clocks at the last write, Unix ms and monotonic ms */
	#run = 0;
	#wall = 0;
	#mono = 0;

	constructor(devices: Devices) {
		const { clock, log } = devices.options;
		this.#devices = devices;
		this.#exactChanges = new HourlyLimit(clock, MAX_CHANGES_AN_HOUR);
		this.#writes = new WriteBehind({
			clock,
			write: () => this.#write(),
			onFailure: (error) => log.error({ err: error }, 'presence history: could not be saved; retrying in 10 s'),
			retryMs: RETRY_MS,
		});
	}

	/** how many changes wait to be written */
	get waiting(): number {
		return this.#waiting.length + this.#flapping.size;
	}

	/** Begins recording; call when the devices are loaded. */
	start(): void {
		const { clock } = this.#devices.options;
		this.#run = this.#wall = clock.now();
		this.#mono = clock.mono();
		for (const device of this.#devices.byId.values()) this.#take(device);
		this.#alive = every(clock, ALIVE_MS, () => this.#writes.mark('history', 0));
		this.#writes.mark('history', 0);
	}

	/** Records a change of a device's presence. */
	moved(device: LiveDevice): void {
		if (this.#stopped) return; // links that close because the hub stops say nothing about the boards
		if (this.#exactChanges.take(device.record.id)) this.#take(device);
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

	/** The hub stops: writes everything up to now. */
	async stop(): Promise<void> {
		this.#stopped = true;
		this.#alive?.cancel();
		this.#writes.mark('history', 0);
		await this.#writes.flush();
		this.#writes.stop();
	}

	#take(device: LiveDevice): void {
		this.#waiting.push({ device: device.record.id, at: this.#devices.options.clock.now(), state: device.presence });
		if (this.#waiting.length > MAX_WAITING) this.#waiting.shift();
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
		const written = new Set(changes);
		this.#waiting = this.#waiting.filter((change) => !written.has(change));
		this.#wall = now;
		this.#mono = clock.mono();
	}

	/**
	 * The clock was set: drops changes that lie in the future by the new clock, and begins a new run with the present
	 * states.
	 */
	#beginAnew(now: number): void {
		this.#waiting = this.#waiting.filter(({ at }) => at <= now);
		this.#run = now;
		for (const device of this.#devices.byId.values()) this.#take(device);
	}

	#em(): EntityManager {
		return this.#devices.options.orm.em.fork();
	}
}

/** Deletes what was written while the clock was ahead. */
async function forgetFuture(em: EntityManager, now: number): Promise<void> {
	await em.execute('DELETE FROM presence_spell WHERE from_at > ?', [now]);
	await em.execute('DELETE FROM hub_run WHERE started_at > ?', [now]);
	await em.execute('UPDATE hub_run SET alive_at = ? WHERE alive_at > ?', [now, now]);
}

/** Deletes old spells, except each device's last one before `before`: it is the state at the beginning of what is kept. */
async function prune(em: EntityManager, before: number): Promise<void> {
	await em.execute(
		`DELETE FROM presence_spell WHERE from_at < ? AND from_at < (SELECT max(later.from_at)
			FROM presence_spell AS later WHERE later.device_id = presence_spell.device_id AND later.from_at <= ?)`,
		[before, before],
	);
	await em.execute('DELETE FROM hub_run WHERE alive_at < ?', [before]);
	await em.execute(
		'DELETE FROM hub_run WHERE started_at <= (SELECT started_at FROM hub_run ORDER BY 1 DESC LIMIT 1 OFFSET ?)',
		[MAX_RUNS],
	);
}
