import type { Clock } from '../../base/clock.ts';
import { SocketWindow } from '../server/limits/socket-window.ts';

/** Per window: commands other than switching; no dashboard needs so many. */
const ASKS = { count: 300, bytes: Infinity };
/** Per window, for all tabs of a session: a snapshot of the whole house takes long to write. */
const FOLLOWS = { count: 24, bytes: Infinity };
/** Sessions for which follows are counted. */
const FOLLOWS_REMEMBERED = 256;

/** How often dashboards may send commands. */
export class CommandLimits {
	#clock: Clock;
	/** by connection, which can join the namespace more than once */
	#asks = new WeakMap<object, SocketWindow>();
	/** by session: how often each has followed recently */
	#follows = new Map<string, SocketWindow>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	asksOf(connection: object): SocketWindow {
		const asks = this.#asks.get(connection) ?? new SocketWindow(this.#clock, ASKS);
		this.#asks.set(connection, asks);
		return asks;
	}

	/** A page follows when it opens, and after each lost connection. */
	mayFollow(sessionId: string): boolean {
		const window = this.#follows.get(sessionId) ?? new SocketWindow(this.#clock, FOLLOWS);
		this.#follows.delete(sessionId);
		if (this.#follows.size >= FOLLOWS_REMEMBERED) this.#follows.delete(this.#follows.keys().next().value!);
		this.#follows.set(sessionId, window);
		return window.take(1, 0);
	}
}
