import type { HttpRequest, HttpResponse } from 'uWebSockets.js';
import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import { type FaultKind, faultOf } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import type { DoorEvents } from '../../operation/door-facts.ts';
import { apiError, apiErrorOf, storageError } from '../api-error.ts';
import type { Askers, Credentials } from './session/askers.ts';
import { bearerIn } from './session/bearer.ts';
import type { DoorApp } from './guarded-app.ts';
import { changeAllowed } from './origin/origin.ts';
import type { DoorLog } from './rare-log.ts';
import { type Request, copyRequest } from './copy-request.ts';
import { endHead, sendWhole } from './bodies/send-whole.ts';
import { statusLine, statusOf } from './error-status.ts';
import { type Line, openLine } from './line.ts';
import { type BodyFault, BodyReader, MAX_BODY_BYTES, MAX_PUBLIC_BODY_BYTES, parseBody } from './bodies/read-body.ts';
import { parseQuery } from './bodies/read-query.ts';
import type { Answered, Asked, Route } from './route.ts';
import { safeError } from './safe-error.ts';
import { UploadPieces } from './bodies/upload-pieces.ts';
import { sendPieces } from './bodies/send-pieces.ts';
import { type HeldPlace, StreamPlaces } from './stream-places.ts';
import { setBrowserCookie, setCookies } from './session/session-cookie.ts';
import { admit } from './session/takes-token.ts';

/** Answers from this status on are errors (RFC 9110, 15.5). */
const FIRST_ERROR = 400;

export interface ApiDoorDeps extends Pick<Askers, 'asker'> {
	log: DoorLog;
	facts: DoorEvents;
	headers: [string, string][];
	publicUrl: string | undefined;
	trustedProxies: readonly string[];
}

export interface ApiDoor {
	/** Resolves when every request received so far is answered. */
	idle(): Promise<void>;
}

/** Adds the routes to the app. For each request, the user and their permission are checked before its body. */
export function openApiDoor(app: DoorApp, routes: readonly Route[], deps: ApiDoorDeps): ApiDoor {
	const answering = new Set<Promise<void>>();
	const places = new StreamPlaces();
	const bodies = new BodyReader();
	for (const route of routes) {
		const params = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
		const on = { GET: app.get, POST: app.post, PUT: app.put, PATCH: app.patch, DELETE: app.del }[route.method];
		on.call(app, `${API}${route.path}`, (res: HttpResponse, req: HttpRequest) => {
			const request = copyRequest(res, req, params, deps.trustedProxies);
			const line = openLine(res);
			const most = route.upload?.(bearerIn(request.authorization), request.params);
			const upload = most === undefined ? undefined : new UploadPieces(res, line, most);
			const reading =
				route.method === 'GET' || upload
					? Promise.resolve(ok(Buffer.alloc(0)))
					: bodies.read(res, line, route.access === 'public' ? MAX_PUBLIC_BODY_BYTES : MAX_BODY_BYTES);
			const place = places.hold();
			const answered = answer(route, request, { reading, upload }, line, { ...deps, place })
				.then((answered) => {
					const discard = () => {
						answered?.stream?.discard?.();
						place.giveBack();
					};
					if (line.aborted || !answered) return discard();
					if (answered.status >= FIRST_ERROR)
						deps.facts.emit('Refused', { door: 'api', code: (answered.json as ApiError).code });
					res.cork(() => send(res, answered, request.secure, deps));
					if (!answered.stream) return discard();
					void stream(res, answered.stream.pieces, line, route, deps).finally(discard);
				})
				.catch((error: unknown) => {
					place.giveBack();
					deps.log.error(
						{ err: safeError(error), path: route.path },
						'an answer could not be sent; the connection is closed',
					);
					if (!line.aborted) res.close();
				})
				.finally(() => answering.delete(answered));
			answering.add(answered);
		});
	}
	app.any(`${API}/*`, (res, req) => {
		const message = `There is no ${req.getMethod().toUpperCase()} ${req.getUrl()} here. ${API}/openapi.json lists what there is.`;
		const head = req.getMethod() === 'head';
		res.cork(() => send(res, failed({ code: 'not-found', message }), false, deps, head));
	});
	return {
		async idle() {
			while (answering.size > 0) await Promise.all(answering);
		},
	};
}

/**
 * Reads the whole body before it answers, so that after a refusal nothing of it is left on the connection; a file is read
 * by the handler. Undefined if the connection was lost before that: then nothing is done.
 */
async function answer(
	route: Route,
	request: Request,
	{ reading, upload }: { reading: Promise<Result<Buffer, BodyFault>>; upload: UploadPieces | undefined },
	line: Line,
	deps: ApiDoorDeps & { place: HeldPlace },
): Promise<Answered | undefined> {
	const { method, path } = route;
	try {
		const read = await reading;
		if (line.aborted) return undefined;
		const asking = await deps.asker(credentialsFor(route, request), () => refusalOfCookie(route, request, deps));
		if (!asking.ok) return failedToEnter(asking.error, request, route, deps);
		const who = asking.value;
		const refused = admit(route, who);
		if (refused) return failed(refused);
		const broken = brokenParam(request.params);
		if (broken) return failed(broken);
		// Who may send no file is told so, however large it is.
		if (!read.ok && !route.upload) return failed(read.error.error, read.error.status);
		const body = route.body && read.ok ? parseBody(route.body, read.value, request.contentType) : ok(undefined);
		if (!body.ok) return failed(body.error.error, body.error.status);
		const query = route.query ? parseQuery(route.query, request.search) : ok(undefined);
		if (!query.ok) return failed(query.error);
		const bearer = route.access === 'public' ? bearerIn(request.authorization) : undefined;
		const asked: Asked<unknown, unknown> = { ...request, query: query.value, body: body.value, who, bearer, upload };
		if (route.answer.stream !== undefined && !deps.place.take(who?.user.id ?? request.address)) return failed(BUSY);
		const done = await route.handle(asked);
		if (done.ok) return done.value;
		return failedToEnter(done.error, request, route, deps);
	} catch (error) {
		deps.log.error({ err: safeError(error), method, path }, 'a request failed; the person was shown an error');
		return failed(storageError(error) ?? INTERNAL);
	} finally {
		await upload?.drop();
	}
}

function stream(
	res: HttpResponse,
	pieces: AsyncIterable<string | Uint8Array>,
	line: Line,
	{ method, path }: Route,
	{ log }: ApiDoorDeps,
): Promise<void> {
	return sendPieces(res, pieces, line).catch((error: unknown) =>
		log.error({ err: safeError(error), method, path }, 'a download could not be completed'),
	);
}

/** As in a body and in a query, no text may hold U+0000, which SQLite takes for the end of its statement. */
function brokenParam(params: Record<string, string>): ApiError | undefined {
	const nul = Object.entries(params).find(([, value]) => value.includes('\0'));
	return nul && apiErrorOf({ ...faultOf('broken-text'), field: nul[0] });
}

function fromElsewhere({ origin, secFetchSite }: Request): ApiError {
	const foreign = origin !== undefined || (secFetchSite !== undefined && secFetchSite !== 'none');
	return apiError(foreign ? 'from-another-page' : 'needs-origin');
}

/** A public route asks for no API token and looks at none. */
function credentialsFor({ access }: Route, { authorization, cookie, address }: Request): Credentials {
	return { authorization: access === 'public' ? undefined : authorization, cookie, address };
}

/** A change needs an Origin, because browsers send the cookie with the requests of any page. */
function refusalOfCookie({ method }: Route, request: Request, { publicUrl }: ApiDoorDeps): ApiError | undefined {
	return method === 'GET' || changeAllowed(request, publicUrl) ? undefined : fromElsewhere(request);
}

/** Wrong guesses are limited, which also limits these log lines. */
function failedToEnter(error: ApiError, { address }: Request, { method, path }: Route, { log }: ApiDoorDeps): Answered {
	const { code } = error;
	if (code === 'wrong-credentials') log.warn({ address, method, path, code }, 'somebody was not let in');
	return failed(error);
}

function failed(error: ApiError, status = statusOf(error)): Answered {
	return { status, json: error };
}

const BUSY = apiErrorOf(faultOf('busy-exporting'), 5);
const INTERNAL = apiError('internal');
/** RFC 6750, 3.1 */
const WRONG_TOKEN = new Set<string>(['wrong-api-token', 'api-token-over'] satisfies FaultKind[]);

function send(res: HttpResponse, answered: Answered, secure: boolean, deps: ApiDoorDeps, head = false): void {
	const { status, json, written, file, stream, cookie, browser } = answered;
	res.writeStatus(statusLine(status));
	for (const [name, value] of deps.headers) res.writeHeader(name, value);
	res.writeHeader('cache-control', 'no-store');
	if (cookie !== undefined) for (const set of setCookies(cookie, secure)) res.writeHeader('set-cookie', set);
	if (browser !== undefined) res.writeHeader('set-cookie', setBrowserCookie(browser, secure));
	const { retryAfterS, fault } = (json as Partial<ApiError> | undefined) ?? {};
	if (fault !== undefined && WRONG_TOKEN.has(fault))
		res.writeHeader('www-authenticate', 'Bearer error="invalid_token"');
	if (retryAfterS !== undefined) res.writeHeader('retry-after', String(retryAfterS));
	if (file) {
		res.writeHeader('content-type', 'application/octet-stream');
		res.writeHeader('content-disposition', `attachment; filename="${file.name}"`);
		return sendWhole(res, file.bytes);
	}
	if (stream) {
		res.writeHeader('content-type', stream.type);
		return void res.writeHeader('content-disposition', `attachment; filename="${stream.name}"`);
	}
	if (json === undefined && !written) return void res.endWithoutBody();
	res.writeHeader('content-type', 'application/json; charset=utf-8');
	const body = written ?? Buffer.from(JSON.stringify(json));
	if (head) endHead(res, body.length);
	else sendWhole(res, body);
}
