import type { HttpResponse } from 'uWebSockets.js';
import type { ZodType } from 'zod';
import type { ApiError } from '../../../../protocol/dashboard/errors.ts';
import { type FaultKind, type FaultParams, faultOf } from '../../../../protocol/dashboard/faults.ts';
import { type Result, err, ok } from '../../../base/result.ts';
import { type Sender, charge, senderOf } from '../limits/request-allowance.ts';
import type { Line } from '../line.ts';
import { apiError, apiErrorOf, schemaError } from '../../api-error.ts';
import { OneATurn } from './one-a-turn.ts';

/** The largest body any route takes. */
export const MAX_BODY_BYTES = 64 * 1_024;
/**
 * A larger one is read and dropped up to here, so that its sender can read the error; beyond it the connection is
 * closed.
 */
export const MAX_DROPPED_BYTES = 1_024 * 1_024;
/** The largest body of a public route, and of anybody without a session: a name, a password, a code. */
export const MAX_PUBLIC_BODY_BYTES = 4 * 1_024;
/**
 * Memory that bodies may use while they are received, bytes: those of signed-in people and the hub's own machine, and
 * those of strangers. When strangers use all of theirs, each network may still send one body of MAX_PUBLIC_BODY_BYTES,
 * up to `most` in all.
 */
export const HELD = {
	signedIn: { inAll: 8 * 1_024 * 1_024, ofOne: 1_024 * 1_024 },
	strangers: { inAll: 2 * 1_024 * 1_024, ofOne: 64 * 1_024, most: 4 * 1_024 * 1_024 },
};
/**
 * A body of MAX_DROPPED_BYTES in the smallest packets has 2,000; HTTP chunks of one byte each would block the hub.
 */
export const MAX_PIECES = 4_096;
/** Each piece takes some hundred bytes besides its content, so this many are merged into one. */
const MERGED_AT = 16;
/** U+0000, or half of a character, as JSON writes them. */
const WRITTEN_BROKEN = /\\u(0000|d[89a-f])/i;
const NUL_OR_HALF = /[\0\p{Cs}]/u;
const BUSY_RETRY_S = 1;

/** A fault of the body, with its HTTP status. */
export interface BodyFault {
	status: 400 | 413 | 415 | 429;
	error: ApiError;
}

/**
 * Reads the bodies of one door's requests. Those of strangers are handled one in each turn of the event loop: a hundred
 * networks with one request each would otherwise delay everybody else's commands.
 */
export class BodyReader {
	#ofStrangers = 0;
	#ofSignedIn = 0;
	/** everybody on the hub's own machine who is not signed in */
	#ownMachine: Sender = { isStranger: false, held: 0 };
	#strangers = new OneATurn();

	/** Reads a whole body. It is empty if the connection is lost; the caller must check `line.aborted`. */
	read(res: HttpResponse, line: Line, largest = MAX_BODY_BYTES): Promise<Result<Buffer, BodyFault>> {
		const sender = senderOf(res) ?? this.#ownMachine;
		const most = sender.isStranger ? Math.min(largest, MAX_PUBLIC_BODY_BYTES) : largest;
		return new Promise((resolve) => {
			const chunks: Buffer[] = [];
			let [length, held, pieces, isBusy] = [0, 0, 0, false];
			const end = (body: Result<Buffer, BodyFault>) => {
				line.whenAborted = undefined;
				this.#hold(sender, -held);
				held = 0;
				resolve(body);
			};
			const endInTurn = (body: Result<Buffer, BodyFault>) =>
				sender.isStranger ? this.#strangers.wait(() => end(body)) : end(body);
			line.whenAborted = () => end(ok(Buffer.alloc(0)));
			res.onData((chunk, last) => {
				length += chunk.byteLength;
				charge(res, chunk.byteLength);
				if (length > MAX_DROPPED_BYTES || ++pieces > MAX_PIECES) return void res.close();
				isBusy ||= length <= most && !this.#hasRoom(sender, chunk.byteLength);
				if (length <= most && !isBusy) {
					chunks.push(Buffer.from(chunk.slice(0)));
					if (chunks.length === MERGED_AT) chunks.push(Buffer.concat(chunks.splice(0)));
					held += chunk.byteLength;
					this.#hold(sender, chunk.byteLength);
				}
				if (!last) return;
				if (length > most) endInTurn(bad(413, 'body-too-large', { most: most / 1_024 }));
				else endInTurn(isBusy ? busy() : ok(Buffer.concat(chunks)));
			});
		});
	}

	#hasRoom(sender: Sender, bytes: number): boolean {
		const { signedIn, strangers } = HELD;
		const own = sender.held + bytes;
		if (!sender.isStranger) return this.#ofSignedIn + bytes <= signedIn.inAll && own <= signedIn.ofOne;
		const inAll = own <= MAX_PUBLIC_BODY_BYTES ? strangers.most : strangers.inAll;
		return this.#ofStrangers + bytes <= inAll && own <= strangers.ofOne;
	}

	#hold(sender: Sender, bytes: number): void {
		sender.held += bytes;
		if (sender.isStranger) this.#ofStrangers += bytes;
		else this.#ofSignedIn += bytes;
	}
}

function busy(): Result<never, BodyFault> {
	return err({ status: 429, error: apiErrorOf(faultOf('busy'), BUSY_RETRY_S) });
}

/**
 * Parses a JSON body by its schema. No text in it may hold U+0000, which SQLite takes for the end of its statement, or
 * half of a character, which SQLite would store as another.
 */
export function parseBody<T>(schema: ZodType<T>, bytes: Buffer, contentType: string): Result<T, BodyFault> {
	if (!/^application\/json\s*(;|$)/i.test(contentType)) return bad(415, 'send-json');
	const text = bytes.toString('utf8');
	let json: unknown;
	let isBroken = false;
	const look = (key: string, value: unknown) => {
		isBroken ||= NUL_OR_HALF.test(key) || (typeof value === 'string' && NUL_OR_HALF.test(value));
		return value;
	};
	try {
		// Visiting each value takes a hundred times as long as parsing, so it is only done if needed.
		json = JSON.parse(text, WRITTEN_BROKEN.test(text) ? look : undefined);
	} catch {
		return bad(400, 'no-json');
	}
	if (isBroken) return bad(400, 'broken-text');
	const parsed = schema.safeParse(json);
	return parsed.success ? ok(parsed.data) : err({ status: 400, error: schemaError(parsed.error) });
}

function bad<Kind extends FaultKind>(
	status: BodyFault['status'],
	...fault: [kind: Kind, ...FaultParams<Kind>]
): Result<never, BodyFault> {
	return err({ status, error: apiError(...fault) });
}
