/** How long frames are handled in one turn of the event loop, ms; then boards, other browsers and timers have theirs. */
export const TURN_MS = 4;
/** Frames that may wait, of one session over all its sockets, and of all; and their bytes. A page has a handful under way. */
export const WAITING = {
	ofOne: { frames: 16_384, bytes: 2_097_152 },
	inAll: { frames: 32_768, bytes: 4_194_304 },
};

/** What a session that was quiet has ahead of those that were not, ms: a page that opens, a few commands. */
export const CREDIT_MS = 50;

/** After a frame that took longer than a turn, the hub is free for so many times as long: for boards, timers, quiet sessions. */
export const REST = 2;
/**
 * Who has used less than this of late is quiet, and comes first: ten taps a second take 3 to 10 ms. Of what was used, so much is
 * forgotten each second, ms.
 */
const QUIET_MS = 10;
const FORGOTTEN_MS_A_SECOND = 30;
/** A session that has sent nothing for this long needs nobody's rest. */
const ALONE_AFTER_MS = 1_000;
/** Sessions of which that is remembered, however quiet. */
const REMEMBERED = 64;

interface Frame {
	bytes: number;
	handle: () => void;
}

/** A session, or all who are not signed in: its sockets share its time. */
interface Party {
	/** the time that its frames have taken, ms, by the common count */
	spent: number;
	/** what it has used of late, ms, as it was at `at` */
	recent: number;
	at: number;
	/** those before `next` are handled already: to move thousands up for each would take longer than they do */
	frames: Frame[];
	next: number;
	bytes: number;
}

/**
 * Handles the frames of dashboards in turns of TURN_MS. Of the sessions that wait, the quiet ones come first, and the one that
 * has used least time. A session that sends as fast as it can, over however many sockets, so delays the command of another by one turn, or
 * by one of its frames where that takes longer; then such sessions rest. The frames of a session stay in their order.
 */
export class FairTurns {
	#now: () => number;
	#parties = new Map<string, Party>();
	#waiting = new Set<Party>();
	#frames = 0;
	#bytes = 0;
	/** what is left of this turn, ms */
	#left = TURN_MS;
	#turning = false;
	#accountedUntil = -Infinity;
	/** until then only sessions that have used little are handled */
	#restsUntil = -Infinity;
	#rest: NodeJS.Timeout | undefined;
	/** the time that whoever was handled last had used: who was quiet begins shortly before it, and has no more saved up */
	#common = 0;

	constructor(now: () => number = () => performance.now()) {
		this.#now = now;
	}

	/**
	 * Calls `handle` now or in a later turn; false: too many wait already, and this one is left out. `keep` makes a `handle`
	 * for later, of what is gone after this call.
	 */
	take(of: string, bytes: number, handle: () => void, keep: () => () => void): boolean {
		const party = this.#partyOf(of);
		if (this.#left > 0 && this.#waiting.size === 0 && this.#mayGo(party)) {
			this.#handle(party, handle);
			return true;
		}
		const { ofOne, inAll } = WAITING;
		if (party.frames.length - party.next >= ofOne.frames || party.bytes + bytes > ofOne.bytes) return false;
		if (this.#frames >= inAll.frames || this.#bytes + bytes > inAll.bytes) return false;
		party.frames.push({ bytes, handle: keep() });
		party.bytes += bytes;
		this.#frames++;
		this.#bytes += bytes;
		this.#waiting.add(party);
		this.#wake();
		return true;
	}

	#partyOf(of: string): Party {
		const known = this.#parties.get(of);
		const least = this.#common - CREDIT_MS;
		if (known) {
			if (known.frames.length === known.next) known.spent = Math.max(known.spent, least);
			return known;
		}
		const party = { spent: least, recent: 0, at: this.#now(), frames: [], next: 0, bytes: 0 };
		this.#parties.set(of, party);
		return party;
	}

	#handle(party: Party, handle: () => void): void {
		this.#wake();
		this.#common = party.spent;
		const began = this.#now();
		const frame = { took: 0 };
		try {
			handle();
		} finally {
			this.#account(party, frame, began);
			// socket.io does what a frame asks for in the next tick.
			const handled = this.#now();
			process.nextTick(() => this.#account(party, frame, handled));
		}
	}

	#account(party: Party, frame: { took: number }, since: number): void {
		const now = this.#now();
		const took = now - Math.max(since, this.#accountedUntil);
		this.#accountedUntil = now;
		party.spent += took;
		this.#left -= took;
		frame.took += took;
		if (frame.took > TURN_MS) this.#restsUntil = Math.max(this.#restsUntil, now + REST * frame.took);
		party.recent = this.#recentOf(party) + took;
		party.at = now;
	}

	/** Whether nobody rests, or this one has used so little that it need not, or there is nobody to rest for. */
	#mayGo(party: Party): boolean {
		return this.#now() >= this.#restsUntil || this.#isQuiet(party) || this.#isAlone(party);
	}

	#isAlone(party: Party): boolean {
		const since = this.#now() - ALONE_AFTER_MS;
		for (const other of this.#parties.values()) if (other !== party && other.at > since) return false;
		return true;
	}

	#isQuiet(party: Party): boolean {
		return this.#recentOf(party) < QUIET_MS;
	}

	#recentOf({ recent, at }: Party): number {
		return Math.max(0, recent - ((this.#now() - at) / 1_000) * FORGOTTEN_MS_A_SECOND);
	}

	#wake(): void {
		if (this.#turning) return;
		this.#turning = true;
		setImmediate(() => this.#nextTurn());
	}

	#wakeLater(): void {
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => this.#wake(), this.#restsUntil - this.#now());
	}

	#nextTurn(): void {
		this.#turning = false;
		this.#left = TURN_MS;
		if (this.#parties.size > REMEMBERED) this.#forgetQuiet();
		this.#handleNext();
	}

	/** Frame after frame, as long as this turn has time. */
	#handleNext(): void {
		if (this.#waiting.size === 0) return;
		if (this.#left <= 0) return this.#wake();
		const party = this.#nextParty();
		if (!this.#mayGo(party)) return this.#wakeLater();
		const frame = party.frames[party.next++]!;
		party.bytes -= frame.bytes;
		this.#frames--;
		this.#bytes -= frame.bytes;
		if (party.next === party.frames.length) {
			this.#waiting.delete(party);
			Object.assign(party, { frames: [], next: 0 });
		}
		try {
			this.#handle(party, frame.handle);
		} finally {
			process.nextTick(() => this.#handleNext()); // behind what it does then
		}
	}

	#forgetQuiet(): void {
		for (const [of, party] of this.#parties)
			if (!this.#waiting.has(party) && this.#isQuiet(party)) this.#parties.delete(of);
	}

	#nextParty(): Party {
		let next: Party | undefined;
		let isQuiet = false;
		for (const party of this.#waiting) {
			const quiet = this.#isQuiet(party);
			if (next && ((isQuiet && !quiet) || (isQuiet === quiet && next.spent <= party.spent))) continue;
			[next, isQuiet] = [party, quiet];
		}
		return next!;
	}
}
