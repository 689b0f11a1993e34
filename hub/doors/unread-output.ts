import type { Clock, Timer } from '../base/clock.ts';
import type { DoorLog } from './server/rare-log.ts';

/** Most unread bytes, of one session over all its sockets and in total. A phone on a slow line reads a whole house in seconds. */
export const UNREAD = { ofOne: 6 * 1_024 * 1_024, inAll: 16 * 1_024 * 1_024 };
/** Time between two checks of all sockets, ms. */
const LOOK_MS = 100;

/** The part of a socket that is needed here. */
export interface Reader {
	getBufferedAmount(): number;
	/** without a close handshake: that would keep the buffered data */
	close(): void;
}

/**
 * Closes the sockets of dashboards that read too slowly. Each may have a megabyte waiting to be sent, and there may
 * be a thousand of them: together that would be more memory than the hub has.
 */
export class UnreadOutput {
	#deps: { clock: Clock; log: DoorLog };
	/** by session */
	#readers = new Map<string, Set<Reader>>();
	#lookedAt = -Infinity;
	#later: Timer | undefined;

	constructor(deps: { clock: Clock; log: DoorLog }) {
		this.#deps = deps;
	}

	add(session: string, reader: Reader): void {
		const readers = this.#readers.get(session);
		if (readers) readers.add(reader);
		else this.#readers.set(session, new Set([reader]));
	}

	remove(session: string, reader: Reader): void {
		const readers = this.#readers.get(session);
		readers?.delete(reader);
		if (readers?.size === 0) this.#readers.delete(session);
	}

	/** Something was sent: all sockets are checked now, or as soon as LOOK_MS have passed since the last time. */
	look(): void {
		const { clock } = this.#deps;
		const left = this.#lookedAt + LOOK_MS - clock.mono();
		if (left > 0) {
			this.#later ??= clock.after(left, () => {
				this.#later = undefined;
				this.look();
			});
			return;
		}
		this.#later?.cancel();
		this.#later = undefined;
		this.#lookedAt = clock.mono();
		const sessions = [...this.#readers.values()].map(unreadOf).sort((one, other) => other.bytes - one.bytes);
		let inAll = sessions.reduce((sum, { bytes }) => sum + bytes, 0);
		for (const session of sessions) {
			const allowed = Math.min(UNREAD.ofOne, session.bytes - (inAll - UNREAD.inAll));
			if (session.bytes <= allowed) return;
			inAll -= this.#closeSlowest(session, allowed);
		}
	}

	/** Closes the session's slowest sockets; returns by how many bytes the unread output shrinks. */
	#closeSlowest({ bytes, readers }: Unread, allowed: number): number {
		let left = bytes;
		let closed = 0;
		for (const { reader, unread } of readers.sort((one, other) => other.unread - one.unread)) {
			if (left <= allowed) break;
			left -= unread;
			closed++;
			reader.close();
		}
		this.#deps.log.warn({ closed, bytes }, 'live connections that did not read what they were sent were closed');
		return bytes - left;
	}
}

interface Unread {
	bytes: number;
	readers: { reader: Reader; unread: number }[];
}

function unreadOf(session: ReadonlySet<Reader>): Unread {
	const readers = [...session].map((reader) => ({ reader, unread: reader.getBufferedAmount() }));
	return { bytes: readers.reduce((sum, { unread }) => sum + unread, 0), readers };
}
