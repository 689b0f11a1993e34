/** Time for dashboard frames in one turn of the event loop, ms. Then the loop goes on with other work. */
export const TURN_MS = 4;
/** Limits of the queue: of one session over all its sockets, and in total. A page has a handful of commands under way. */
export const WAITING = {
	ofOne: { frames: 16_384, bytes: 2_097_152 },
	inAll: { frames: 32_768, bytes: 4_194_304 },
};

/** Head start of an idle session over busy ones, ms: enough for a page that opens and a few commands. */
export const CREDIT_MS = 50;

/** After a frame that took longer than a turn, busy sessions pause for this many times its duration. */
export const PAUSE_FACTOR = 2;
/** A session whose recent use is below QUIET_MS goes first; recent use decays each second. Ten taps a second take 3 to 10 ms. */
const QUIET_MS = 10;
const DECAY_MS_A_SECOND = 30;
/** Busy sessions pause only for others that were active within this time. */
const ALONE_AFTER_MS = 1_000;
/** Handled frames of a session are removed from its list when there are this many, or when no others wait. */
const DROPPED_AT = 1_024;
/** Above this number, idle quiet sessions are forgotten. */
const REMEMBERED = 64;

interface Frame {
	bytes: number;
	handle: () => void;
}

/** A session with all its sockets. Everybody who is not signed in shares one. */
interface Session {
	/** virtual time used, ms */
	spent: number;
	/** recent use, ms, as of `at` */
	recent: number;
	at: number;
	/** frames before `next` are done; an index, because `shift` on thousands is slow */
	frames: Frame[];
	next: number;
	bytes: number;
}

/**
 * Handles dashboard frames in turns of TURN_MS. Quiet sessions go first, then the one that has used least time. A
 * flooding session therefore delays another session's command by at most one turn, or by one frame if that takes
 * longer; after such a frame busy sessions pause. The frames of a session stay in their order.
 */
export class FairTurns {
	#now: () => number;
	#sessions = new Map<string, Session>();
	#waiting = new Set<Session>();
	#frames = 0;
	#bytes = 0;
	/** what is left of this turn, ms */
	#left = TURN_MS;
	#turning = false;
	#accountedUntil = -Infinity;
	/** until then only quiet sessions are handled */
	#pausedUntil = -Infinity;
	#pauseTimer: NodeJS.Timeout | undefined;
	/** virtual time of the last handled session; an idle session restarts at most CREDIT_MS before it */
	#virtualTime = 0;

	constructor(now: () => number = () => performance.now()) {
		this.#now = now;
	}

	/**
	 * Calls `handle` now or in a later turn; false: the queue is full, and this frame is dropped. `keep` copies the
	 * frame, whose memory is invalid after this call, and returns a handler for later.
	 */
	take(key: string, bytes: number, handle: () => void, keep: () => () => void): boolean {
		const session = this.#sessionOf(key);
		if (this.#left > 0 && this.#waiting.size === 0 && this.#mayRunNow(session)) {
			this.#handle(session, handle);
			return true;
		}
		const { ofOne, inAll } = WAITING;
		if (session.frames.length - session.next >= ofOne.frames || session.bytes + bytes > ofOne.bytes) return false;
		if (this.#frames >= inAll.frames || this.#bytes + bytes > inAll.bytes) return false;
		session.frames.push({ bytes, handle: keep() });
		session.bytes += bytes;
		this.#frames++;
		this.#bytes += bytes;
		this.#waiting.add(session);
		this.#wake();
		return true;
	}

	#sessionOf(key: string): Session {
		const known = this.#sessions.get(key);
		const least = this.#virtualTime - CREDIT_MS;
		if (known) {
			if (known.frames.length === known.next) known.spent = Math.max(known.spent, least);
			return known;
		}
		const session = { spent: least, recent: 0, at: this.#now(), frames: [], next: 0, bytes: 0 };
		this.#sessions.set(key, session);
		return session;
	}

	#handle(session: Session, handle: () => void): void {
		this.#wake();
		this.#virtualTime = session.spent;
		const began = this.#now();
		const frame = { took: 0 };
		try {
			handle();
		} finally {
			this.#account(session, frame, began);
			// socket.io handles the command in the next tick, which counts too.
			const handled = this.#now();
			process.nextTick(() => this.#account(session, frame, handled));
		}
	}

	#account(session: Session, frame: { took: number }, since: number): void {
		const now = this.#now();
		const took = now - Math.max(since, this.#accountedUntil);
		this.#accountedUntil = now;
		session.spent += took;
		this.#left -= took;
		frame.took += took;
		if (frame.took > TURN_MS) this.#pausedUntil = Math.max(this.#pausedUntil, now + PAUSE_FACTOR * frame.took);
		session.recent = this.#recentOf(session) + took;
		session.at = now;
	}

	#mayRunNow(session: Session): boolean {
		return this.#now() >= this.#pausedUntil || this.#isQuiet(session) || this.#isAlone(session);
	}

	#isAlone(session: Session): boolean {
		const since = this.#now() - ALONE_AFTER_MS;
		for (const other of this.#sessions.values()) if (other !== session && other.at > since) return false;
		return true;
	}

	#isQuiet(session: Session): boolean {
		return this.#recentOf(session) < QUIET_MS;
	}

	#recentOf({ recent, at }: Session): number {
		return Math.max(0, recent - ((this.#now() - at) / 1_000) * DECAY_MS_A_SECOND);
	}

	#wake(): void {
		if (this.#turning) return;
		this.#turning = true;
		// eslint-disable-next-line no-restricted-globals -- a command must not wait a timer’s millisecond, and answers only
		setImmediate(() => this.#nextTurn());
	}

	#wakeLater(): void {
		clearTimeout(this.#pauseTimer);
		this.#pauseTimer = setTimeout(() => this.#wake(), this.#pausedUntil - this.#now());
	}

	#nextTurn(): void {
		this.#turning = false;
		this.#left = TURN_MS;
		if (this.#sessions.size > REMEMBERED) this.#forgetQuiet();
		this.#handleNext();
	}

	/** Handles frame after frame, as long as this turn has time. */
	#handleNext(): void {
		if (this.#waiting.size === 0) return;
		if (this.#left <= 0) return this.#wake();
		const session = this.#nextSession();
		if (!this.#mayRunNow(session)) return this.#wakeLater();
		const frame = session.frames[session.next++]!;
		session.bytes -= frame.bytes;
		this.#frames--;
		this.#bytes -= frame.bytes;
		if (session.next === session.frames.length) this.#waiting.delete(session);
		if (session.next >= DROPPED_AT || !this.#waiting.has(session))
			Object.assign(session, { frames: session.frames.slice(session.next), next: 0 });
		try {
			this.#handle(session, frame.handle);
		} finally {
			process.nextTick(() => this.#handleNext()); // after what the frame does in the next tick
		}
	}

	#forgetQuiet(): void {
		for (const [key, session] of this.#sessions)
			if (!this.#waiting.has(session) && this.#isQuiet(session)) this.#sessions.delete(key);
	}

	#nextSession(): Session {
		let next: Session | undefined;
		let isQuiet = false;
		for (const session of this.#waiting) {
			const quiet = this.#isQuiet(session);
			if (next && ((isQuiet && !quiet) || (isQuiet === quiet && next.spent <= session.spent))) continue;
			[next, isQuiet] = [session, quiet];
		}
		return next!;
	}
}
