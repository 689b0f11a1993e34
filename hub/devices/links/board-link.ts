import type { Timer } from '../../base/clock.ts';
import type { FromHub } from '../../../protocol/device_pb.ts';

/** A board's link as the devices area sees it; the device door implements it with a socket and a session. */
export interface BoardLink {
	/** Address of the socket's other end. */
	readonly address: string;
	/** Monotonic time of the Welcome: session time counts from here. */
	readonly welcomedAt: number;
	/** Transport frames received from the board so far. */
	readonly framesHeard: number;
	send(message: FromHub['message']): void;
	close(code: number, reason: string): void;
}

/**
 * The boot of a board that was still heard after another board connected with its key, so that the other one was a
 * copy. A board that comes with this boot id later is likely the real one. This is no proof: whoever has the key and
 * sees the traffic can read the boot id in the Hello. So it may ask for the link, but a link that answers is never
 * closed for it.
 */
export interface RightfulBoot {
	bootId: bigint;
	/** when this was last observed, monotonic */
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
	/** resolves when the decision is made or this link is gone */
	over: Promise<void>;
	end: () => void;
}
