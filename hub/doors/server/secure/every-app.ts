import type { HttpRequest, HttpResponse, TemplatedApp, WebSocketBehavior } from 'uWebSockets.js';

/** What the hub uses of an app of uWebSockets.js. */
type Shared = Pick<TemplatedApp, 'get' | 'post' | 'put' | 'patch' | 'del' | 'any' | 'ws' | 'publish' | 'filter'>;
type Handler = (res: HttpResponse, req: HttpRequest) => void | Promise<void>;
type Registration = (app: TemplatedApp, isSecure: boolean) => void;

/** Requests that came over TLS. */
const secured = new WeakSet<HttpResponse>();

/** Whether this request came over HTTPS to the hub itself. */
export function isSecure(res: HttpResponse): boolean {
	return secured.has(res);
}

/**
 * Stands for all apps of the web server: the one of plain HTTP, and one for each TLS certificate, since an app keeps the
 * one it was made with. What is registered here is registered with every app, also with those that are added later, and
 * what is published goes to the sockets of all.
 */
export class EveryApp {
	readonly app: Shared;
	#registrations: Registration[] = [];
	#apps = new Map<TemplatedApp, boolean>();

	constructor() {
		const on = (method: 'get' | 'post' | 'put' | 'patch' | 'del' | 'any') => (path: string, handler: Handler) =>
			this.#register((app, isSecure) => app[method](path, isSecure ? marked(handler) : handler));
		this.app = {
			get: on('get'),
			post: on('post'),
			put: on('put'),
			patch: on('patch'),
			del: on('del'),
			any: on('any'),
			filter: (call: Parameters<Shared['filter']>[0]) => this.#register((app) => app.filter(call)),
			ws: <Data>(path: string, behavior: WebSocketBehavior<Data>) =>
				this.#register((app, isSecure) => app.ws(path, isSecure ? markedUpgrade(behavior) : behavior)),
			publish: (...message: Parameters<Shared['publish']>) =>
				[...this.#apps.keys()].map((app) => app.publish(...message)).includes(true),
		} as unknown as Shared;
	}

	add(app: TemplatedApp, { isSecure }: { isSecure: boolean }): void {
		for (const register of this.#registrations) register(app, isSecure);
		this.#apps.set(app, isSecure);
	}

	/** Call before it is closed. */
	remove(app: TemplatedApp): void {
		this.#apps.delete(app);
	}

	#register(register: Registration): Shared {
		this.#registrations.push(register);
		for (const [app, isSecure] of this.#apps) register(app, isSecure);
		return this.app;
	}
}

function marked(handler: Handler): Handler {
	return (res, req) => {
		secured.add(res);
		return handler(res, req);
	};
}

function markedUpgrade<Data>(behavior: WebSocketBehavior<Data>): WebSocketBehavior<Data> {
	const { upgrade } = behavior;
	if (!upgrade) return behavior;
	return {
		...behavior,
		upgrade: (res, req, context) => {
			secured.add(res);
			return upgrade(res, req, context);
		},
	};
}
