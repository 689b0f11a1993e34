import type { Server } from 'socket.io';
import type { BrowserToHub, HubToBrowser, Live } from '../../../protocol/dashboard/live.ts';
import { RUSH_EVENTS, RUSH_WINDOW_MS } from '../../../protocol/dashboard/rush.ts';
import type { Clock, Timer } from '../../base/clock.ts';
import { type Told, eventFor } from '../dashboard-feed.ts';
import type { SocketData } from './dashboard-socket.ts';
import { FOLLOWERS, TOGETHER, WALLS, socketsIn } from './rooms.ts';

/** In a rush, events wait so long for the next ones: a screen draws 60 times a second and shows no more. */
const WAIT_MS = 16;
/** The most events of one message. A slow dashboard that misses a message misses no more than these. */
const MOST_TOGETHER = 500;

type LiveServer = Server<BrowserToHub, HubToBrowser, Record<string, never>, SocketData>;

/** Sends the events of the household to its dashboards: one by one, or together to those that have asked for it. */
export class EventSender {
	readonly #io: LiveServer;
	readonly #clock: Pick<Clock, 'after' | 'mono'>;
	readonly #sent: () => void;
	#waiting: Told[] = [];
	#timer: Timer | undefined;
	#window = { since: 0, events: 0, isAfterRush: false };

	/** `sent` is called whenever something was sent. */
	constructor(io: LiveServer, clock: Pick<Clock, 'after' | 'mono'>, sent: () => void) {
		this.#io = io;
		this.#clock = clock;
		this.#sent = sent;
	}

	/** Events of one turn of the event loop are sent together at its end: one write per dashboard, not one per event. */
	add(told: Told): void {
		this.#waiting.push(told);
		const isRush = this.#count();
		if (this.#waiting.length >= MOST_TOGETHER) return this.send();
		if (this.#waiting.length > 1) return;
		const send = () => this.send();
		if (isRush) this.#timer = this.#clock.after(WAIT_MS, send);
		// eslint-disable-next-line no-restricted-globals -- it sends only
		else setImmediate(send);
	}

	/** Sends now what waits. */
	send(): void {
		this.#timer?.cancel();
		this.#timer = undefined;
		const all = this.#waiting;
		if (all.length === 0) return;
		this.#waiting = [];
		const same = all.filter(isSameForAll);
		const each = same.length < all.length;
		if (!each) this.#sendToAll(same);
		const rooms = each ? [FOLLOWERS, TOGETHER, WALLS] : [WALLS];
		for (const socket of socketsIn(this.#io.of('/'), rooms)) {
			const lives = all.map((told) => ({ seq: told.seq, event: eventFor(socket.data, told) }));
			if (socket.data.together) socket.emit('lives', lives);
			else for (const live of lives) socket.emit('live', live);
		}
		this.#sent();
	}

	#sendToAll(lives: Live[]): void {
		const { rooms } = this.#io.of('/').adapter;
		if (rooms.has(TOGETHER)) this.#io.to(TOGETHER).emit('lives', lives);
		if (rooms.has(FOLLOWERS)) for (const live of lives) this.#io.to(FOLLOWERS).emit('live', live);
	}

	/** Counts one more event; whether there is a rush. */
	#count(): boolean {
		const now = this.#clock.mono();
		const { since, events } = this.#window;
		if (now - since >= RUSH_WINDOW_MS)
			this.#window = { since: now, events: 0, isAfterRush: events > RUSH_EVENTS && now - since < 2 * RUSH_WINDOW_MS };
		return ++this.#window.events > RUSH_EVENTS || this.#window.isAfterRush;
	}
}

function isSameForAll(told: Told): told is Live {
	return typeof told.event !== 'function';
}
