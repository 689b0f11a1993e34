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

/** An entry may wait this long to be written, ms, so that taps in a row become one write. */
const WRITTEN_MS = 3_000;
const RETRY_MS = 10_000;
/** This many waiting entries are written at once. */
const BATCH = 500;
/** Entries kept while the disk cannot be written; beyond these the oldest are dropped, to limit memory. */
const MAX_WAITING = 10_000;
/**
 * Ids skipped at a start. A hub that is killed loses the entries of its last seconds, but dashboards have seen their
 * ids, so those must not be used again.
 */
const IDS_SKIPPED = MAX_WAITING;

const KINDS = new Map(
	(Object.entries(AUDIT) as [AuditKind, readonly AuditWhat[]][]).flatMap(([kind, whats]) =>
		whats.map((what) => [what, kind]),
	),
);

/** What an entry records; what is left out is null in the entry. */
export interface Happening {
	what: AuditWhat;
	device?: LiveDevice;
	/** if there is no device, or it was deleted */
	deviceName?: string;
	relay?: LiveRelay;
	/** who did it, if anybody did */
	by?: Actor | null;
	cause?: Cause | null;
	details?: AuditEntry['details'];
}

/** Records who did what, and what happened. Entries are announced at once and written behind. */
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
		this.events = new Events((error) => log.error({ err: error }, 'internal error in an event listener'));
		this.#writes = new WriteBehind({
			clock,
			write: () => this.#write(),
			onFailure: (error) => log.error({ err: error }, 'audit log: could not be saved; retrying in 10 s'),
			retryMs: RETRY_MS,
		});
	}

	static async open(options: Audit['options']): Promise<Audit> {
		return new Audit(options, (await lastEntryId(options.orm)) + 1 + IDS_SKIPPED);
	}

	/** how many entries wait to be written */
	get waiting(): number {
		return this.#waiting.length;
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
			details: { ...(by?.via && { scene: by.via.name }), ...(by?.token && { byToken: by.token }), ...details },
		};
		this.#waiting.push(entry);
		if (this.#waiting.length > MAX_WAITING) this.#waiting.shift();
		this.#writes.mark('entries', WRITTEN_MS);
		if (this.#waiting.length === BATCH) void this.#writes.flush();
		this.events.emit('EntryMade', { entry });
	}

	/** Writes waiting entries; call before reading. Also resolves if the write fails, which is retried later. */
	flush(): Promise<void> {
		return this.#writes.flush();
	}

	async stop(): Promise<void> {
		await this.flush();
		this.#writes.stop();
	}

	/** Entries stay in the queue until they are on the disk. */
	async #write(): Promise<void> {
		while (this.#waiting.length > 0) {
			const batch = this.#waiting.slice(0, BATCH);
			await writeRows(
				batch,
				(some) => writeEntries(this.options.orm, some),
				({ what, device }, error) =>
					this.options.log.error(
						{ err: error, what, device },
						'audit log: the database refused an entry; it is left out',
					),
			);
			const written = new Set(batch);
			this.#waiting = this.#waiting.filter((entry) => !written.has(entry));
		}
	}
}

export interface AuditFacts {
	/** Emitted at once; the entry is written a few seconds later. */
	EntryMade: { entry: AuditEntry };
}
