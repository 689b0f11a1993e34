import type { Timer } from '../../base/clock.ts';
import type { FromHub } from '../../../protocol/device_pb.ts';

/** A board's live link as the devices see it; the device door makes it of a socket and a session. */
export interface BoardLink {
	/** Address of the socket's other end. */
	readonly address: string;
	/** Monotonic time of the Welcome: session time counts from here. */
	readonly welcomedAt: number;
	/** Transport frames of the board, so far. */
	readonly framesHeard: number;
	send(message: FromHub['message']): void;
	close(code: number, reason: string): void;
}

/**
 * The boot of a board that was heard after another board came with its key: that other one was a copy. Whoever
 * comes with this boot id later is likely the board, but this is no proof: the key and a look at the line are enough to
 * read the boot id in the Hello. So it may ask for the link, but a link that answers is never closed for it.
 */
export interface RightfulBoot {
	bootId: bigint;
	/** monotonic, when that was seen last */
	at: number;
}

/** A second link with the device's key, which waits for the decision whether it replaces the first. */
export interface Newcomer {
	link: BoardLink;
	bootId: bigint;
	/** the key it came with */
	key: { readonly proven: boolean };
	timer: Timer;
	/** whether the first link was heard since this one came */
	isOlderHeard: () => boolean;
	decide: (olderIsAlive: boolean) => void;
	/** resolves when it is decided, or has left */
	over: Promise<void>;
	end: () => void;
}
