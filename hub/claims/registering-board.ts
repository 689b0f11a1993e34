import { type Timer, afterReading } from '../base/clock.ts';
import type { BoardLink } from '../devices/board-link.ts';
import { macOf } from '../devices/mac.ts';
import type { BoardHello } from '../link/board-message.ts';
import { CLOSE, KEY_BYTES, KEY_ID_BYTES } from '../link/faults.ts';
import type { Claims, RegistrationRecord } from './claims.ts';

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
	/** the name of the person who decided it; null where nobody had to */
	by: string | null;
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

/** Sends the board a fresh device key; Provisioned is its answer. */
export function provision(claims: Claims, board: RegisteringBoard, wish: ClaimWish, deadlineMs: number): void {
	const { random, clock } = claims.options;
	const keyId = random.bytes(KEY_ID_BYTES);
	const key = random.bytes(KEY_BYTES);
	const timer = afterReading(clock, deadlineMs, () => {
		board.offer = null;
		wish.done('no-answer');
		board.link.close(CLOSE.TIMEOUT, 'No Provisioned came in time.');
	});
	board.offer = { ...wish, keyId: Buffer.from(keyId).toString('hex'), key, timer };
	board.link.send({ case: 'provision', value: { $typeName: 'mooring.v2.Provision', keyId, key } });
}

/** A registration is gone: so are the boards that wait with it. */
export function dropBoardsOf(claims: Claims, registration: RegistrationRecord, why: 'deleted' | 'gone'): void {
	for (const conflict of [...claims.conflicts.values()]) {
		if (conflict.registration.id !== registration.id) continue;
		claims.conflicts.delete(conflict.id);
		conflict.forgetTimer?.cancel();
		claims.events.emit('PendingRemoved', { id: conflict.id, why });
		conflict.board?.link.close(CLOSE.UNKNOWN, 'The registration key was deleted.');
	}
}
