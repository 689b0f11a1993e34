import type { Clock } from '../../base/clock.ts';

/** How long somebody may take to install an app, scan the code and type the first one. */
export const ENROLMENT_MS = 15 * 60_000;

interface Enrolment {
	session: string;
	secret: Uint8Array;
	/** monotonic */
	until: number;
}

/**
 * Secrets that were shown and have not proved yet that they are in an app: one a person, in memory alone, for the session
 * that asked. A household has few people, so their number bounds this.
 */
export class Enrolments {
	#clock: Clock;
	#begun = new Map<string, Enrolment>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	begin(userId: string, session: string, secret: Uint8Array): void {
		const now = this.#clock.mono();
		for (const [id, { until }] of this.#begun) if (until <= now) this.#begun.delete(id);
		this.#begun.set(userId, { session, secret, until: now + ENROLMENT_MS });
	}

	secretOf(userId: string, session: string): Uint8Array | undefined {
		const begun = this.#begun.get(userId);
		return begun?.session === session && begun.until > this.#clock.mono() ? begun.secret : undefined;
	}

	end(userId: string): void {
		this.#begun.delete(userId);
	}
}
