import type { Logger } from 'pino';
import type { HttpRequest, HttpResponse, TemplatedApp } from 'uWebSockets.js';
import { API, type ApiError, type UserView } from '../../../protocol/dashboard.ts';
import { may } from '../../accounts/roles.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { clientAddress } from '../client-address.ts';
import type { Who } from '../dashboard-door.ts';
import { originAllowed } from '../origin.ts';
import { statusLine, statusOf } from './error-status.ts';
import type { Answered, Asked, Route } from './route.ts';

/** The largest body any route takes. */
const MAX_BODY_BYTES = 64 * 1_024;
export const SESSION_COOKIE = 'mooring_session';
/** The browser may keep it longer than the hub honours it, never the other way round. */
const COOKIE_MAX_AGE_S = 400 * 86_400;

export interface ApiDoorDeps {
	log: Logger;
	headers: [string, string][];
	whoIs: (cookieHeader: string | undefined) => Promise<Who | undefined>;
	publicUrl: string | undefined;
	trustedProxies: readonly string[];
}

/** Puts the routes on the app: each is asked who it is and whether they may, then its body is read and checked. */
export function openApiDoor(app: TemplatedApp, routes: readonly Route[], deps: ApiDoorDeps): void {
	for (const route of routes) {
		const names = route.path.match(/:\w+/g) ?? [];
		const on = { GET: app.get, POST: app.post, PUT: app.put, DELETE: app.del }[route.method];
		on.call(app, `${API}${route.path}`, (res: HttpResponse, req: HttpRequest) => {
			// uWebSockets.js takes the request back as soon as this returns: everything is copied first.
			const header = (name: string) => req.getHeader(name);
			const asked: Request = {
				params: names.map((_, index) => decode(req.getParameter(index) ?? '')),
				cookie: header('cookie') || undefined,
				origin: header('origin') || undefined,
				host: header('host') || undefined,
				secFetchSite: header('sec-fetch-site') || undefined,
				contentType: header('content-type'),
				userAgent: header('user-agent'),
				address: clientAddress(res.getRemoteAddressAsText(), header('x-forwarded-for'), deps.trustedProxies),
				secure: header('x-forwarded-proto') === 'https' && deps.trustedProxies.length > 0,
			};
			const state = { aborted: false };
			res.onAborted(() => void (state.aborted = true));
			const body = route.method === 'GET' ? Promise.resolve(ok(Buffer.alloc(0))) : readBody(res);
			void answer(route, asked, body, deps).then((answered) => {
				if (!state.aborted) res.cork(() => send(res, answered, asked.secure, deps));
			});
		});
	}
	app.any(`${API}/*`, (res, req) => {
		const message = `There is no ${req.getMethod().toUpperCase()} ${req.getUrl()} here. ${API}/openapi.json lists what there is.`;
		send(res, failed({ code: 'not-found', message }), false, deps);
	});
}

interface Request {
	params: string[];
	cookie: string | undefined;
	origin: string | undefined;
	host: string | undefined;
	secFetchSite: string | undefined;
	contentType: string;
	userAgent: string;
	address: string;
	secure: boolean;
}

async function answer(
	route: Route,
	request: Request,
	reading: Promise<Result<Buffer, Answered>>,
	deps: ApiDoorDeps,
): Promise<Answered> {
	try {
		if (route.method !== 'GET' && !originAllowed(request, deps.publicUrl))
			return failed({ code: 'not-allowed', message: 'This request came from another web page.' });
		const who = await deps.whoIs(request.cookie);
		const refused = admit(route, who?.user);
		if (refused) return failed(refused);
		const read = await reading;
		if (!read.ok) return read.error;
		const body = parseBody(route, read.value, request.contentType);
		if (!body.ok) return body.error;
		const asked: Asked<unknown> = { ...request, body: body.value, who };
		const done = await route.handle(asked);
		return done.ok ? done.value : failed(done.error);
	} catch (error) {
		deps.log.error({ err: error, method: route.method, path: route.path }, 'a request failed');
		return failed(faultOf(error));
	}
}

function admit(route: Route, user: UserView | undefined): ApiError | undefined {
	if (route.access === 'public') return undefined;
	if (!user) return { code: 'not-signed-in', message: 'Sign in first.' };
	if (route.access === 'signed-in' || may(user, route.access)) return undefined;
	return { code: 'not-allowed', message: 'Your account may not do this. Ask the owner of the hub.' };
}

function parseBody(route: Route, bytes: Buffer, contentType: string): Result<unknown, Answered> {
	if (!route.body) return ok(undefined);
	if (!/^application\/json\b/i.test(contentType))
		return err({ ...failed({ code: 'bad-request', message: 'Send the body as application/json.' }), status: 415 });
	let json: unknown;
	try {
		json = JSON.parse(bytes.toString('utf8'));
	} catch {
		return err(failed({ code: 'bad-request', message: 'The body is not valid JSON.' }));
	}
	const parsed = route.body.safeParse(json);
	if (parsed.success) return ok(parsed.data);
	const issue = parsed.error.issues[0]!;
	return err(failed({ code: 'bad-request', message: issue.message, field: issue.path.join('.') }));
}

function readBody(res: HttpResponse): Promise<Result<Buffer, Answered>> {
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		let length = 0;
		res.onData((chunk, last) => {
			length += chunk.byteLength;
			if (length <= MAX_BODY_BYTES) chunks.push(Buffer.from(chunk.slice(0)));
			if (!last) return;
			const message = `At most ${MAX_BODY_BYTES / 1_024} kB are taken.`;
			if (length > MAX_BODY_BYTES) resolve(err({ ...failed({ code: 'bad-request', message }), status: 413 }));
			else resolve(ok(Buffer.concat(chunks)));
		});
	});
}

function failed(error: ApiError): Answered {
	return { status: statusOf(error), json: error };
}

function faultOf(error: unknown): ApiError {
	if (/SQLITE_(FULL|READONLY|IOERR)/.test(String((error as Error).message)))
		return {
			code: 'storage',
			message: "The hub's disk is full or cannot be written. Relays still work; nothing was changed.",
		};
	return { code: 'internal', message: 'The hub could not do this. Its log says why.' };
}

function send(res: HttpResponse, answered: Answered, secure: boolean, deps: ApiDoorDeps): void {
	const { status, json, file, cookie } = answered;
	res.writeStatus(statusLine(status));
	for (const [name, value] of deps.headers) res.writeHeader(name, value);
	res.writeHeader('cache-control', 'no-store');
	if (cookie !== undefined) res.writeHeader('set-cookie', cookieText(cookie, secure));
	const retryAfterS = (json as ApiError | undefined)?.retryAfterS;
	if (status === 429 && retryAfterS !== undefined) res.writeHeader('retry-after', String(retryAfterS));
	if (file) {
		res.writeHeader('content-type', 'application/octet-stream');
		res.writeHeader('content-disposition', `attachment; filename="${file.name}"`);
		res.end(file.bytes);
	} else if (json === undefined) res.endWithoutBody();
	else res.writeHeader('content-type', 'application/json; charset=utf-8').end(JSON.stringify(json));
}

function cookieText(value: string | null, secure: boolean): string {
	const life = value === null ? 'Max-Age=0' : `Max-Age=${COOKIE_MAX_AGE_S}`;
	return `${SESSION_COOKIE}=${value ?? ''}; Path=/; HttpOnly; SameSite=Strict; ${life}${secure ? '; Secure' : ''}`;
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
