import type { Actor } from '../../base/actor.ts';
import type { Timer } from '../../base/clock.ts';
import type { BoardLink } from '../../devices/links/board-link.ts';
import { macOf } from '../../devices/mac.ts';
import type { BoardHello } from '../../link/board-message.ts';
import type { RegistrationRecord } from '../entities.ts';

/** What a claim makes of the board once it holds its device key. */
export interface ClaimWish {
	/** the id the new device gets */
	deviceId: string;
	ownerId: string;
	/**
	 * `again`: the board has this device already and lost its key before it ever used it. `new`: makes a device. The others
	 * give a device that is there this board.
	 */
	how: 'again' | 'new' | 'regenerated' | 'upgraded' | 'replaced';
	/** who decided it; null where nobody had to */
	by: Actor | null;
	done: (outcome: 'claimed' | 'link-lost' | 'no-answer' | 'failed') => void;
}

/** The device key on its way into the board's flash. */
export interface Offer extends ClaimWish {
	keyId: string;
	key: Uint8Array;
	timer: Timer;
}

/** A board on the line that proved a registration key. */
export class RegisteringBoard {
	readonly registration: RegistrationRecord;
	readonly hello: BoardHello;
	readonly mac: string;
	readonly link: BoardLink;
	offer: Offer | null = null;
	/** the transaction is under way: nothing may interrupt it */
	committing = false;

	constructor(registration: RegistrationRecord, hello: BoardHello, link: BoardLink) {
		this.registration = registration;
		this.hello = hello;
		this.mac = macOf(hello.mac);
		this.link = link;
	}
}
