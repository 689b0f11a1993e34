import type { HttpRequest, HttpResponse, TemplatedApp, WebSocketBehavior } from 'uWebSockets.js';
import type { ApiError } from '../../../../protocol/dashboard/errors.ts';
import { API } from '../../../../protocol/dashboard/limits.ts';
import { endHead } from '../bodies/send-whole.ts';
import { statusLine } from '../error-status.ts';
import { type OwnHosts, hostIn } from './own-hosts.ts';

type App = Pick<TemplatedApp, 'get' | 'post' | 'put' | 'patch' | 'del' | 'any' | 'ws' | 'publish'>;
type Handler = (res: HttpResponse, req: HttpRequest) => void | Promise<void>;

const MISDIRECTED = 421;

/**
 * The app as the doors of browsers get it: a request or upgrade for another host than the hub's own is refused before
 * any door sees it. The boards' doors do not need that: a board may know the hub by any name, and no web page gets
 * past them, since one refuses an Origin and the other needs a token.
 */
export function onlyOwnHosts<Given extends App>(app: Given, hosts: OwnHosts, headers: [string, string][]): Given {
	function admit(res: HttpResponse, req: HttpRequest): boolean {
		const host = req.getHeader('host');
		if (hosts.has(host)) return true;
		const asked = { host, isApi: req.getUrl().startsWith(`${API}/`), isHead: req.getMethod() === 'head' };
		res.cork(() => refuse(res, asked, headers));
		return false;
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
				upgrade: (res, req, context) => (admit(res, req) ? upgrade?.(res, req, context) : undefined),
			});
			return guarded;
		},
		publish: app.publish.bind(app),
	} as unknown as Given;
	return guarded;
}

function refuse(
	res: HttpResponse,
	{ host, isApi, isHead }: { host: string; isApi: boolean; isHead: boolean },
	headers: [string, string][],
): void {
	const message = refusal(hostIn(host));
	const error: ApiError = { code: 'not-allowed', message };
	res.writeStatus(statusLine(MISDIRECTED));
	for (const [name, value] of headers) res.writeHeader(name, value);
	res.writeHeader('cache-control', 'no-store');
	res.writeHeader('content-type', isApi ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8');
	const text = isApi ? JSON.stringify(error) : `${message}\n`;
	if (isHead) endHead(res, Buffer.byteLength(text));
	else res.end(text);
}

function refusal(host: string | undefined): string {
	if (host === undefined) return 'This request does not say which host it is for (header Host).';
	return `This hub does not know itself as "${host}". Where that is its name, set MOORING_ALLOWED_HOSTS=${host} on the hub and restart it.`;
}
