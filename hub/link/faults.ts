import { type Result, err } from '../base/result.ts';

export const SUBPROTOCOL = 'mooring.v2';
export const PROTOCOL_VERSION = 2;
export const MAX_FRAME_BYTES = 1_024;
export const KEY_ID_BYTES = 16;
/** of a registration key and of a device key: the pre-shared key of the handshake */
export const KEY_BYTES = 32;
/** Weak Wi-Fi with light sleep is slow, and an ESP8266 needs 300 ms for the cryptography alone. */
export const HANDSHAKE_TIMEOUT_MS = 10_000;

/** Close codes of the link. Those from 4400 on are refusals. A refusal does not make a board delete its keys. */
export const CLOSE = {
	/** the hub stops (RFC 6455) */
	GOING_AWAY: 1001,
	/** come back at once, with the new key */
	RECONNECT: 4000,
	/** a newer link of the same board took over */
	REPLACED: 4001,
	MALFORMED: 4400,
	REVOKED: 4401,
	UNKNOWN: 4404,
	TIMEOUT: 4408,
	/** a copy of another board, or a person rejected it */
	CONFLICT: 4409,
	EXPIRED: 4410,
	/** the board sent more than it may */
	TOO_MUCH: 4429,
} as const;

const SENTENCES = {
	'frame-too-long': `A frame is longer than ${MAX_FRAME_BYTES} bytes.`,
	'bad-preface': 'The first frame is not a preface of this protocol.',
	'wrong-version': `The board speaks another version of the protocol; this hub speaks ${PROTOCOL_VERSION}.`,
	'bad-message-1': 'The handshake does not hold: the board has another key, or its bytes were changed on the way.',
	'bad-hello': 'The board’s MAC is not valid, or its device id is not its MAC.',
	'weak-key': 'The handshake does not hold: the board sent a weak ephemeral key.',
	'bad-frame': 'A frame could not be decrypted: changed, repeated, or out of order.',
	'bad-message': 'A frame was decrypted but is no message of this protocol.',
	'message-too-long': `A message is too long for one frame of ${MAX_FRAME_BYTES} bytes.`,
	'out-of-turn': 'A frame came before its turn.',
	'too-many-frames': 'The link has sent all the frames it may; a new one starts afresh.',
} as const;

export interface LinkFault {
	kind: keyof typeof SENTENCES;
	message: string;
	closeCode: number;
}

export function linkFault(kind: LinkFault['kind']): Result<never, LinkFault> {
	return err({ kind, message: SENTENCES[kind], closeCode: CLOSE.MALFORMED });
}
