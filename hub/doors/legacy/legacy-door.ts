import type { HttpRequest, HttpResponse } from 'uWebSockets.js';
import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import type { Fault } from '../../../protocol/dashboard/faults.ts';
import type { RateLimit } from '../../accounts/limits/rate-limit.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Devices } from '../../devices/devices.ts';
import { findLegacyBoard } from '../../devices/legacy/find-legacy-board.ts';
import { isAllowed } from '../../devices/links/is-allowed.ts';
import { pollBoard } from '../../devices/legacy/poll-board.ts';
import type { DoorEvents } from '../../operation/door-facts.ts';
import { apiError, storageError } from '../api-error.ts';
import { forwardedFor } from '../server/origin/client-address.ts';
import type { DoorApp } from '../server/guarded-app.ts';
import { statusLine, statusOf } from '../server/error-status.ts';
import { type Line, openLine } from '../server/line.ts';
import { type BodyFault, BodyReader } from '../server/bodies/read-body.ts';
import { closeAfterAnswer } from '../server/refuse.ts';
import { safeError } from '../server/safe-error.ts';
import { parsePoll } from './legacy-poll.ts';
import type { DoorLog } from '../server/rare-log.ts';

const PATH = '/api/device/state';
/** A poll that reports 16 relays and two sensors has 350 bytes. */
export const MAX_POLL_BYTES = 4 * 1_024;

export interface LegacyDoorDeps {
	devices: Devices;
	log: DoorLog;
	facts: DoorEvents;
	/** guesses at tokens */
	tries: RateLimit;
	addressOf: (remote: ArrayBuffer, forwardedFor: string) => string;
}

const NO_BODY: Promise<Result<Buffer, BodyFault>> = Promise.resolve(ok(Buffer.alloc(0)));

/** A copy of what is needed of a request, which uWebSockets.js invalidates as soon as its handler returns. */
interface Asked {
	address: string;
	token: string;
	query: string;
	contentType: string;
}

type LegacyError = Pick<ApiError, 'code' | 'message' | 'field' | 'retryAfterS'>;
type Answer = { status: 200; states: ReadonlyMap<number, boolean> } | { status: number; error: LegacyError };

/** The door of boards with older polling firmware (Legacy v1), which ask how their relays shall be. */
export function openLegacyDoor(app: DoorApp, deps: LegacyDoorDeps): void {
	const bodies = new BodyReader();
	for (const path of [PATH, `${PATH}/`]) {
		app.get(path, (res, req) => take(res, req, () => NO_BODY, deps));
		app.post(path, (res, req) => take(res, req, (line) => bodies.read(res, line, MAX_POLL_BYTES), deps));
	}
}

function take(
	res: HttpResponse,
	req: HttpRequest,
	read: (line: Line) => Promise<Result<Buffer, BodyFault>>,
	deps: LegacyDoorDeps,
): void {
	const query = req.getQuery() ?? '';
	const asked: Asked = {
		address: deps.addressOf(res.getRemoteAddressAsText(), forwardedFor(req)),
		token: req.getHeader('x-device-token') || (new URLSearchParams(query).get('token') ?? ''),
		query,
		contentType: req.getHeader('content-type'),
	};
	const line = openLine(res);
	// Without a known token the body is not read, and the connection on which it would come is closed.
	const isKnown = findLegacyBoard(deps.devices, asked.token).ok;
	if (!isKnown) closeAfterAnswer(res);
	answer(asked, isKnown ? read(line) : NO_BODY, line, deps)
		.then((answer) => {
			if (answer && 'error' in answer) deps.facts.emit('Refused', { door: 'polling', code: answer.error.code });
			if (!line.aborted && answer) res.cork(() => send(res, answer));
		})
		.catch((error: unknown) => {
			deps.log.error({ err: safeError(error) }, 'the answer to a poll could not be sent; the board will poll again');
			if (!line.aborted) res.close();
		});
}

async function answer(
	asked: Asked,
	reading: Promise<Result<Buffer, BodyFault>>,
	line: Line,
	deps: LegacyDoorDeps,
): Promise<Answer | undefined> {
	const { address, token } = asked;
	const { devices, log, tries } = deps;
	try {
		const body = await reading;
		if (line.aborted) return undefined;
		if (token === '') return failed(401, apiError('needs-token'));
		const found = findLegacyBoard(devices, token);
		// Only guesses count, and boards with a valid token are never shut out: they may share the address.
		if (!found.ok && found.error.kind === 'unknown-token') {
			const free = tries.check(address);
			if (!free.ok) return failed(429, { ...apiError('too-many-unknown-tokens'), ...free.error });
			tries.fail(address);
		}
		if (!found.ok) {
			log.info({ address, why: found.error.message }, 'board refused');
			return refused(found.error);
		}
		if (!body.ok) return failed(body.error.status, body.error.error);
		if (!isAllowed(devices, found.value, 'poll'))
			return failed(429, { ...apiError('polls-too-often'), retryAfterS: POLLS_AGAIN_S });
		const poll = parsePoll(asked.query, asked.contentType, body.value.toString('utf8'));
		if (!poll.ok) return failed(400, { code: 'bad-request', ...poll.error });
		const polled = await pollBoard(devices, found.value, { address, ...poll.value });
		return polled.ok ? { status: 200, states: polled.value } : refused(polled.error);
	} catch (error) {
		log.error({ err: safeError(error), address }, 'a poll could not be answered; the board keeps its relays');
		const told = storageError(error) ?? apiError('internal');
		return failed(statusOf(told), told);
	}
}

const POLLS_AGAIN_S = 10;

function refused({ kind, message }: Fault): Answer {
	return kind === 'revoked'
		? failed(401, { code: 'not-allowed', message })
		: failed(404, { code: 'not-found', message });
}

/** The sentence is for the firmware's programmers; a board has no use for the fault kinds of dashboards. */
function failed(status: number, { code, message, field, retryAfterS }: LegacyError): Answer {
	return { status, error: { code, message, field, retryAfterS } };
}

/** With as few headers as possible: these boards have little memory. */
function send(res: HttpResponse, answer: Answer): void {
	const body =
		'states' in answer
			? { success: true, ...Object.fromEntries([...answer.states].map(([id, on]) => [`relay${id}`, on])) }
			: { success: false, ...answer.error };
	res.writeStatus(statusLine(answer.status));
	res.writeHeader('content-type', 'application/json; charset=utf-8').writeHeader('cache-control', 'no-store');
	if ('error' in answer && answer.error.retryAfterS !== undefined)
		res.writeHeader('retry-after', String(answer.error.retryAfterS));
	res.end(JSON.stringify(body));
}
