import type { Actor } from '../../base/actor.ts';
import type { Timer } from '../../base/clock.ts';
import type { BoardLink } from '../../devices/links/board-link.ts';
import { macOf } from '../../../protocol/mac.ts';
import type { BoardHello } from '../../link/board-message.ts';
import type { RegistrationRecord } from '../entities.ts';

/** What the board becomes once it has stored its device key. */
export interface ClaimWish {
	/** the id the new device gets */
	deviceId: string;
	ownerId: string;
	/**
	 * `again`: the board has this device already and lost its key before its first use. `new`: makes a device. The
	 * others give an existing device this board.
	 */
	how: 'again' | 'new' | 'regenerated' | 'upgraded' | 'replaced';
	/** who decided it; null if nobody had to */
	by: Actor | null;
	done: (outcome: 'claimed' | 'link-lost' | 'no-answer' | 'failed') => void;
}

/** A device key that was sent to the board, which has not confirmed yet that it is stored. */
export interface Offer extends ClaimWish {
	keyId: string;
	key: Uint8Array;
	timer: Timer;
}

/** A connected board that has proved a registration key. */
export class RegisteringBoard {
	readonly registration: RegistrationRecord;
	readonly hello: BoardHello;
	readonly mac: string;
	readonly link: BoardLink;
	offer: Offer | null = null;
	/** the transaction is under way: nothing may interrupt it */
	committing = false;
	/** its link is gone */
	left = false;

	constructor(registration: RegistrationRecord, hello: BoardHello, link: BoardLink) {
		this.registration = registration;
		this.hello = hello;
		this.mac = macOf(hello.mac);
		this.link = link;
	}
}
