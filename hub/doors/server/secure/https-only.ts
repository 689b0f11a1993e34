import { extname } from 'node:path';
import type { HttpRequest, HttpResponse, WebSocketBehavior } from 'uWebSockets.js';
import { API } from '../../../../protocol/dashboard/limits.ts';
import { faultOf } from '../../../../protocol/dashboard/faults.ts';
import { apiErrorOf } from '../../api-error.ts';
import { statusLine } from '../error-status.ts';
import type { DoorApp } from '../guarded-app.ts';
import { hasBody } from '../limits/header-limit.ts';
import { isForwardedHttps } from '../origin/client-address.ts';
import { closeAfterAnswer, refuse } from '../refuse.ts';
import { isSecure } from './every-app.ts';

type Handler = (res: HttpResponse, req: HttpRequest) => void | Promise<void>;

/** The page that explains how to trust the hub's authority, and what belongs to it. */
export const TRUST = '/trust';
/** What that page asks for; the same as everybody may ask over HTTPS. */
const OPEN_API = new Set([`${API}/hub`, `${API}/https`]);
const FORBIDDEN = 403;
const REDIRECT = 307;

export interface SecureOrigin {
	/** where the hub is opened over HTTPS by whoever asked for this host; undefined while HTTPS is off */
	originFor: (host: string) => string | undefined;
	/** people may have to trust the hub's authority first */
	needsTrust: () => boolean;
	trustedProxies: readonly string[];
	/** `/metrics` is read over plain HTTP by programs on the hub's own machine alone */
	isFromOwnMachine: (res: HttpResponse, req: HttpRequest) => boolean;
}

/**
 * The app as the doors of browsers get it: while HTTPS is on, plain HTTP answers only health and figures, and the page on
 * which people learn to trust the hub. Pages are redirected. The API is refused and not redirected: a program that sends its
 * token readable would never be noticed (OWASP ASVS 5, 4.1.2).
 */
export function httpsOnly(app: DoorApp, plain: SecureOrigin): DoorApp {
	/** Answers a request that has to come over HTTPS; false if it was answered. */
	function admit(res: HttpResponse, req: HttpRequest): boolean {
		if (isSecure(res)) return true;
		const secure = plain.originFor(req.getHeader('host'));
		if (secure === undefined || isForwardedHttps(res, req, plain.trustedProxies)) return true;
		const [method, url] = [req.getMethod(), req.getUrl()];
		const reads = method === 'get' || method === 'head';
		if (reads && isOpen(url)) return true;
		if (url === '/metrics' && plain.isFromOwnMachine(res, req)) return true;
		if (hasBody(req)) closeAfterAnswer(res);
		if (url.startsWith(`${API}/`) || !reads) forbid(res, secure);
		else redirect(res, placeFor(req, secure, url));
		return false;
	}

	function placeFor(req: HttpRequest, secure: string, url: string): string {
		const isPage = req.getHeader('accept').includes('text/html');
		if (isPage && plain.needsTrust()) return `${TRUST}#${url}`;
		const query = req.getQuery();
		return `${secure}${url}${query ? `?${query}` : ''}`;
	}

	const guard =
		(handler: Handler): Handler =>
		(res, req) =>
			admit(res, req) ? handler(res, req) : undefined;
	const on = (method: 'get' | 'post' | 'put' | 'patch' | 'del' | 'any') => (path: string, handler: Handler) => {
		app[method](path, guard(handler));
		return guarded;
	};
	const guarded = {
		get: on('get'),
		post: on('post'),
		put: on('put'),
		patch: on('patch'),
		del: on('del'),
		any: on('any'),
		ws<Data>(path: string, behavior: WebSocketBehavior<Data>) {
			const { upgrade } = behavior;
			app.ws<Data>(path, {
				...behavior,
				upgrade: (res, req, context) => {
					const secure = isSecure(res) ? undefined : plain.originFor(req.getHeader('host'));
					if (secure === undefined || isForwardedHttps(res, req, plain.trustedProxies))
						return upgrade?.(res, req, context);
					refuse(res, FORBIDDEN, `This hub is opened at ${secure}.`);
				},
			});
			return guarded;
		},
		publish: app.publish.bind(app),
	} as unknown as DoorApp;
	return guarded;
}

/** Health, the page of trust with its files, and what it asks. A file of the dashboard holds nothing of the house. */
function isOpen(url: string): boolean {
	if (url === '/healthz' || url === TRUST || url.startsWith(`${TRUST}/`) || OPEN_API.has(url)) return true;
	return !url.startsWith(`${API}/`) && extname(url) !== '';
}

function redirect(res: HttpResponse, place: string): void {
	res.cork(() => {
		res.writeStatus(statusLine(REDIRECT)).writeHeader('location', place).writeHeader('cache-control', 'no-store');
		res.end();
	});
}

function forbid(res: HttpResponse, address: string): void {
	res.cork(() => {
		res.writeStatus(statusLine(FORBIDDEN)).writeHeader('cache-control', 'no-store');
		res.writeHeader('content-type', 'application/json; charset=utf-8');
		res.end(JSON.stringify(apiErrorOf(faultOf('https-only', { address }))));
	});
}
