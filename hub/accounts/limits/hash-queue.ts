import { availableParallelism } from 'node:os';
import { type Result, err, ok } from '../../base/result.ts';
import { neighbourhoodOf, networkOf } from './network-of.ts';

/** A password's hash needs a whole core, 7 MB, and one of libuv's four threads, which SQLite needs too. */
const MOST_AT_ONCE = 2;
/** One core is left for everything else where there is more than one. */
const AT_ONCE = Math.max(1, Math.min(MOST_AT_ONCE, availableParallelism() - 1));
/**
 * Callers that may wait, for strangers and for known browsers each. On a Raspberry Pi 4 the last one waits about two
 * seconds.
 */
const MOST_WAITING = 20;

export interface Caller {
	/** the secret was used from this browser before */
	known: boolean;
	address: string;
	/** guesses from its network that failed recently */
	failures: number;
}

/** A caller that waits. Memory for its hash is allocated only when its turn comes. */
interface Waiting {
	network: string;
	neighbourhood: string;
	failures: number;
	/** how many callers of its own network are ahead of it, and how many of its neighbourhood */
	ahead: number;
	crowd: number;
	/** true: its turn has come; false: a caller with priority has pushed it out */
	settle: (isTurn: boolean) => void;
}

/**
 * Limits how many hashes run at once and how many wait. Known browsers go before strangers. Within each group,
 * networks with recent failures or with callers already waiting go last, and crowded neighbourhoods go after others,
 * so that a flood cannot keep out somebody who comes for the first time. One network may take all places that nobody
 * else wants, since a whole household can be behind one address. While strangers wait, no hash begins for as long as
 * the last one took: a flood gets half of a core at most.
 */
export class HashQueue {
	#atOnce: number;
	#running = 0;
	#known: Waiting[] = [];
	#strangers: Waiting[] = [];
	#rest: (ms: number, act: () => void) => void;

	constructor(atOnce = AT_ONCE, rest: (ms: number, act: () => void) => void = (ms, act) => void setTimeout(act, ms)) {
		this.#atOnce = atOnce;
		this.#rest = rest;
	}

	/** Runs `work` when its turn comes. Busy if the queue is full, or if callers with priority push this one out later. */
	async run<T>(caller: Caller, work: () => Promise<T>): Promise<Result<T, 'busy'>> {
		if (this.#running < this.#atOnce) this.#running++;
		else if (!(await waitIn(caller.known ? this.#known : this.#strangers, caller))) return err('busy');
		const begun = performance.now();
		try {
			return ok(await work());
		} finally {
			if (this.#known.length === 0 && this.#strangers.length > 0)
				this.#rest(performance.now() - begun, () => this.#beginNext());
			else this.#beginNext();
		}
	}

	#beginNext(): void {
		const next = leave(this.#known, 0) ?? leave(this.#strangers, 0);
		if (next) next.settle(true);
		else this.#running--;
	}
}

/** Waits for a turn; false if there is no place. The queue is sorted, so a surplus caller is removed from its end. */
function waitIn(queue: Waiting[], { address, failures }: Caller): Promise<boolean> {
	const network = networkOf(address);
	const neighbourhood = neighbourhoodOf(address);
	const ahead = queue.filter((other) => other.network === network).length;
	const crowd = queue.filter((other) => other.neighbourhood === neighbourhood).length;
	return new Promise((settle) => {
		queue.push({ network, neighbourhood, failures, ahead, crowd, settle });
		queue.sort(byTurn);
		if (queue.length > MOST_WAITING) leave(queue, MOST_WAITING)!.settle(false);
	});
}

/** Removes the caller at this place; later ones of its network and neighbourhood move up. */
function leave(queue: Waiting[], place: number): Waiting | undefined {
	const [gone] = queue.splice(place, 1);
	if (!gone) return undefined;
	for (const other of queue) {
		if (other.network === gone.network && other.ahead > gone.ahead) other.ahead--;
		if (other.neighbourhood === gone.neighbourhood && other.crowd > gone.crowd) other.crowd--;
	}
	queue.sort(byTurn);
	return gone;
}

/** Sorting is stable: of equals, the one that came first goes first. */
function byTurn(a: Waiting, b: Waiting): number {
	return a.failures + a.ahead - (b.failures + b.ahead) || a.crowd - b.crowd;
}
