import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import type { Clock } from '../../base/clock.ts';
import { WriteBehind } from '../../store/write-behind.ts';
import { ApiToken } from './entity.ts';

/** "Last used" may wait this long to be written, ms, for the SD card's sake: programs may ask every second. */
export const LAST_USED_WRITTEN_MS = 10 * 60_000;
/** The first use is written sooner, because the audit log says that it was the first. */
const FIRST_USE_WRITTEN_MS = 3_000;
const RETRY_MS = 60_000;

/** What the hub keeps in memory of API tokens. */
export class LiveTokens {
	/**
	 * Digests of every token that may exist; some may have ended. Only this process makes tokens, so one whose digest
	 * is missing here is wrong, and made-up tokens cost no database query.
	 */
	readonly hashes = new Set<string>();
	readonly #options: { orm: MikroORM; clock: Clock };
	/** by id; stays after it is written, because a row that was read before that may still be looked at */
	readonly #lastUsed = new Map<string, number>();
	readonly #writes: WriteBehind<string>;

	constructor(options: { orm: MikroORM; clock: Clock; log: Pick<Logger, 'error'> }) {
		const { clock, log } = options;
		this.#options = options;
		this.#writes = new WriteBehind({
			clock,
			write: (ids) => this.#write(ids),
			onFailure: (error) =>
				log.error({ err: error }, 'API tokens: could not save when they were last used; retrying in a minute'),
			retryMs: RETRY_MS,
		});
	}

	async load(): Promise<void> {
		const tokens = await this.#options.orm.em.fork().find(ApiToken, {}, { fields: ['hash'] });
		for (const { hash } of tokens) this.hashes.add(hash);
	}

	lastUsedOf({ id, lastUsedAt }: Pick<ApiToken, 'id' | 'lastUsedAt'>): number | null {
		return this.#lastUsed.get(id) ?? lastUsedAt ?? null;
	}

	/** Notes that it was used now; answers whether that was the first time. */
	markUsed(token: Pick<ApiToken, 'id' | 'lastUsedAt'>): boolean {
		const isFirst = this.lastUsedOf(token) === null;
		this.#lastUsed.set(token.id, this.#options.clock.now());
		this.#writes.mark(token.id, isFirst ? FIRST_USE_WRITTEN_MS : LAST_USED_WRITTEN_MS);
		return isFirst;
	}

	/** They are gone. */
	forget(tokens: readonly Pick<ApiToken, 'id' | 'hash'>[]): void {
		for (const { id, hash } of tokens) {
			this.hashes.delete(hash);
			this.#lastUsed.delete(id);
		}
	}

	/** Writes what waits; call before the database is closed. */
	async stop(): Promise<void> {
		await this.#writes.flush();
		this.#writes.stop();
	}

	async #write(ids: string[]): Promise<void> {
		await this.#options.orm.em.fork().transactional(async (em) => {
			for (const id of ids) {
				const lastUsedAt = this.#lastUsed.get(id);
				if (lastUsedAt !== undefined) await em.nativeUpdate(ApiToken, { id }, { lastUsedAt });
			}
		});
	}
}
