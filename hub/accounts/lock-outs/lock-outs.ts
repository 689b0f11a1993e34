import type { LockOutWhat, LockedOutWho } from '../../../protocol/dashboard/people/lock-outs.ts';
import type { Clock, Timer } from '../../base/clock.ts';
import type { Ban, Locking } from '../limits/failure-counter.ts';
import { SETUP_CODE } from '../limits/secret-limit.ts';

/** Open dashboards are told of new lock-outs no more often than this, ms: strangers cause them. */
export const TOLD_EVERY_MS = 10_000;

/** Somebody who is locked out now. Times are Unix ms. */
export interface LockOut {
	id: string;
	what: LockOutWhat;
	who: LockedOutWho;
	/** whose secrets were guessed at: folded names at a sign-in, ids of people at a second factor, otherwise nothing */
	secrets: readonly string[];
	failures: number;
	since: number;
	until: number;
	times: number;
}

interface Watched {
	what: LockOutWhat;
	/** what its keys are: networks, or secrets at which strangers of many networks guess */
	keys: 'network' | 'secret';
	limiter: Locking;
}

export interface LockOutListener {
	/** Somebody is locked out from now on. */
	begun(lockOut: LockOut): void;
	/** There are others than before. */
	changed(): void;
}

/** Everybody who is locked out by any of the limiters that are watched. As these are, it is only in memory. */
export class LockOuts {
	#clock: Clock;
	#watched: Watched[] = [];
	#listener: LockOutListener | undefined;
	#quiet: Timer | undefined;
	#hasUntold = false;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Tells this listener, and no other. */
	listen(listener: LockOutListener): void {
		this.#listener = listener;
	}

	watch(what: LockOutWhat, keys: Watched['keys'], limiter: Locking): void {
		const index = this.#watched.push({ what, keys, limiter }) - 1;
		limiter.onLocked = (ban) => {
			this.#listener?.begun(this.#lockOut(index, ban));
			this.#tellChanged();
		};
	}

	all(): LockOut[] {
		return this.#watched.flatMap(({ limiter }, index) => limiter.locked().map((ban) => this.#lockOut(index, ban)));
	}

	/** Lets whoever is locked out try again; undefined if that was over. An owner does this: it is told at once. */
	lift(id: string): LockOut | undefined {
		const [number = '', key = ''] = id.split('.');
		const index = Number(number);
		const limiter = this.#watched[index]?.limiter;
		const name = Buffer.from(key, 'base64url').toString();
		const ban = limiter?.locked().find(({ key }) => key === name);
		if (!ban || !limiter!.lift(name)) return undefined;
		this.#listener?.changed();
		return this.#lockOut(index, ban);
	}

	#lockOut(index: number, ban: Ban): LockOut {
		const { what, keys } = this.#watched[index]!;
		const secrets = ban.secrets.filter((secret) => secret !== '' && secret !== SETUP_CODE);
		const isSetUp = what === 'sign-in' && secrets.length === 0;
		const later = this.#clock.now() - this.#clock.mono();
		const { failures, times } = ban;
		return {
			id: `${index}.${Buffer.from(ban.key).toString('base64url')}`,
			what: isSetUp ? 'set-up' : what,
			who:
				keys === 'network'
					? { kind: 'network', network: ban.key }
					: { kind: 'strangers', from: ban.from ?? 'anywhere' },
			secrets,
			failures,
			since: Math.round(ban.since + later),
			until: Math.round(ban.until + later),
			times,
		};
	}

	#tellChanged(): void {
		if (this.#quiet) return void (this.#hasUntold = true);
		this.#quiet = this.#clock.after(TOLD_EVERY_MS, () => {
			this.#quiet = undefined;
			if (!this.#hasUntold) return;
			this.#hasUntold = false;
			this.#tellChanged();
		});
		this.#listener?.changed();
	}
}
