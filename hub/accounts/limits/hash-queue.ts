import { type Result, err, ok } from '../../base/result.ts';
import { neighbourhoodOf, networkOf } from './network-of.ts';

/** A password's hash takes a whole core, 19 MB, and one of libuv's four threads, which SQLite needs too. */
const AT_ONCE = 2;
/** Tries that may wait: so many of strangers, and so many of known browsers. On a Raspberry Pi 4 the last waits about a second. */
const MOST_WAITING = 20;

export interface Caller {
	/** the browser has proved before that it knows the secret */
	known: boolean;
	address: string;
	/** guesses from its network that failed of late */
	failures: number;
}

/** One that waits. It holds no memory of a hash, which is taken when its turn comes. */
interface Waiting {
	network: string;
	neighbourhood: string;
	failures: number;
	/** how many of its own network are before it, and how many of its neighbourhood */
	ahead: number;
	crowd: number;
	/** tells it that its turn has come, or that another has taken its place */
	settle: (isTurn: boolean) => void;
}

/**
 * Limits how many hashes run at once and how many wait. Known browsers go before strangers. Among each, a network that
 * failed or waits already goes after one that did not, and so does a crowded neighbourhood: so a flood fills no queue
 * against somebody who comes for the first time. One network may have all places that nobody else wants, since a whole
 * household can be behind one address.
 */
export class HashQueue {
	#running = 0;
	#known: Waiting[] = [];
	#strangers: Waiting[] = [];

	/** Refused where too many wait already, or where others that go first have come meanwhile. */
	async run<T>(caller: Caller, work: () => Promise<T>): Promise<Result<T, 'busy'>> {
		if (this.#running < AT_ONCE) this.#running++;
		else if (!(await waitIn(caller.known ? this.#known : this.#strangers, caller))) return err('busy');
		try {
			return ok(await work());
		} finally {
			const next = leave(this.#known, 0) ?? leave(this.#strangers, 0);
			if (next) next.settle(true);
			else this.#running--;
		}
	}
}

/** Waits for a turn; false, where there is no place. The queue is sorted, so its last one is who must go. */
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

/** Takes the one at this place out; those behind it, of its network and neighbourhood, move up. */
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
