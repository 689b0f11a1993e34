/** How long frames are handled in one turn of the event loop, ms; then boards, other browsers and timers have theirs. */
export const TURN_MS = 4;
/** Frames that may wait, of one session over all its sockets, and of all; and their bytes. A page has a handful under way. */
export const WAITING = {
	ofOne: { frames: 4_096, bytes: 1_048_576 },
	inAll: { frames: 16_384, bytes: 4_194_304 },
};

/** What a session that was quiet has ahead of those that were not, ms: a page that opens, a few commands. */
export const CREDIT_MS = 50;

/**
 * After a frame that took longer than a turn, the hub is free for so many times as long: for boards, timers, and sessions that
 * have used less than the others.
 */
export const REST = 2;

interface Frame {
	bytes: number;
	handle: () => void;
}

/** A session, or all who are not signed in: its sockets share its time. */
interface Party {
	/** the time that its frames have taken, ms, by the common count */
	spent: number;
	/** those before `next` are handled already: to move thousands up for each would take longer than they do */
	frames: Frame[];
	next: number;
	bytes: number;
}

/**
 * Handles the frames of dashboards in turns of TURN_MS. Of the sessions that wait, the one that has used least time comes
 * first. A session that sends as fast as it can, over however many sockets, so delays the command of another by one turn, or
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
	/** until then only sessions that have used little are handled */
	#restsUntil = -Infinity;
	/** what the session whose frame took so long had used before it */
	#restsFor = 0;
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
		const party = { spent: least, frames: [], next: 0, bytes: 0 };
		this.#parties.set(of, party);
		return party;
	}

	#handle(party: Party, handle: () => void): void {
		this.#wake();
		this.#common = party.spent;
		const began = this.#now();
		try {
			handle();
		} finally {
			const took = this.#now() - began;
			party.spent += took;
			this.#left -= took;
			if (took > TURN_MS) [this.#restsUntil, this.#restsFor] = [this.#now() + REST * took, party.spent - took];
		}
	}

	/** Whether nobody rests, or this one has used so little that it need not. */
	#mayGo({ spent }: Party): boolean {
		return this.#now() >= this.#restsUntil || spent <= this.#restsFor - CREDIT_MS / 2;
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
		while (this.#left > 0 && this.#waiting.size > 0) {
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
			this.#handle(party, frame.handle);
		}
		if (this.#waiting.size === 0 && !this.#turning && this.#now() >= this.#restsUntil) this.#parties.clear();
	}

	#nextParty(): Party {
		let next: Party | undefined;
		for (const party of this.#waiting) if (!next || party.spent < next.spent) next = party;
		return next!;
	}
}
