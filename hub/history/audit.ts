import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import { AUDIT, type AuditEntry, type AuditKind, type AuditWhat } from '../../protocol/dashboard/history.ts';
import type { Cause } from '../../protocol/dashboard/shapes.ts';
import type { Actor } from '../base/actor.ts';
import type { Clock } from '../base/clock.ts';
import { Events } from '../base/events.ts';
import type { LiveDevice, LiveRelay } from '../devices/live-device.ts';
import { WriteBehind } from '../store/write-behind.ts';
import { writeRows } from '../store/write-rows.ts';
import { lastEntryId, writeEntries } from './write-entries.ts';

/** An entry waits this long for others to be written with, ms: taps in a row become one write. */
const WRITTEN_MS = 3_000;
const RETRY_MS = 10_000;
/** So many are written without waiting. */
const BATCH = 500;
/** Entries that wait for a disk that takes nothing; beyond these the oldest are dropped, so that memory has an end. */
const MAX_WAITING = 10_000;
/**
 * Ids left out at a start. A hub that is killed loses the entries of its last seconds, whose ids dashboards have seen;
 * they are not given again.
 */
const IDS_SKIPPED = MAX_WAITING;

const KINDS = new Map(
	(Object.entries(AUDIT) as [AuditKind, readonly AuditWhat[]][]).flatMap(([kind, whats]) =>
		whats.map((what) => [what, kind]),
	),
);

/** What is worth telling of an act or an event; what is left out is null in the entry. */
export interface Happening {
	what: AuditWhat;
	device?: LiveDevice;
	/** where there is no device, or not any more */
	deviceName?: string;
	relay?: LiveRelay;
	/** who did it, where anybody did */
	by?: Actor | null;
	cause?: Cause | null;
	details?: AuditEntry['details'];
}

/** Who did what, and what happened. It is told, and never acts. Entries are told at once and written behind. */
export class Audit {
	readonly events: Events<AuditFacts>;
	readonly options: { orm: MikroORM; clock: Clock; log: Logger };
	#nextId: number;
	#waiting: AuditEntry[] = [];
	#writes: WriteBehind<'entries'>;

	private constructor(options: Audit['options'], nextId: number) {
		const { clock, log } = options;
		this.options = options;
		this.#nextId = nextId;
		this.events = new Events((error) => log.error({ err: error }, 'a listener failed'));
		this.#writes = new WriteBehind({
			clock,
			write: () => this.#write(),
			onFailure: (error) => log.error({ err: error }, 'the audit log could not be written; trying again'),
			retryMs: RETRY_MS,
		});
	}

	static async open(options: Audit['options']): Promise<Audit> {
		return new Audit(options, (await lastEntryId(options.orm)) + 1 + IDS_SKIPPED);
	}

	record({ what, device, deviceName, relay, by, cause, details }: Happening): void {
		const entry: AuditEntry = {
			id: this.#nextId++,
			at: this.options.clock.now(),
			kind: KINDS.get(what)!,
			what,
			device: device?.record.id ?? null,
			deviceName: device?.record.name ?? deviceName ?? null,
			relay: relay?.plan.id ?? null,
			relayName: relay?.plan.name ?? null,
			person: by?.kind === 'person' ? by.name : null,
			cause: cause ?? null,
			details: { ...(by?.via && { scene: by.via.name }), ...details },
		};
		this.#waiting.push(entry);
		if (this.#waiting.length > MAX_WAITING) this.#waiting.shift();
		this.#writes.mark('entries', WRITTEN_MS);
		if (this.#waiting.length === BATCH) void this.#writes.flush();
		this.events.emit('EntryMade', { entry });
	}

	/** Writes what waits; whoever reads does this first. Resolves when a write fails, too: it is tried again. */
	flush(): Promise<void> {
		return this.#writes.flush();
	}

	async stop(): Promise<void> {
		await this.flush();
		this.#writes.stop();
	}

	/** An entry leaves the queue when it is on the disk, and not before. */
	async #write(): Promise<void> {
		while (this.#waiting.length > 0) {
			const batch = this.#waiting.slice(0, BATCH);
			await writeRows(
				batch,
				(some) => writeEntries(this.options.orm, some),
				({ what, device }, error) =>
					this.options.log.error({ err: error, what, device }, 'an entry was refused by the database and is left out'),
			);
			const written = new Set(batch);
			this.#waiting = this.#waiting.filter((entry) => !written.has(entry));
		}
	}
}

export interface AuditFacts {
	/** Told at once, written a few seconds later. */
	EntryMade: { entry: AuditEntry };
}
