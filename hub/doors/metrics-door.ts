import type { HttpRequest, HttpResponse } from 'uWebSockets.js';
import type { DoorEvents } from '../operation/door-facts.ts';
import { EXPOSITION_TYPE } from '../operation/exposition.ts';
import { endHead, sendWhole } from './server/bodies/send-whole.ts';
import { statusLine, statusOf } from './server/error-status.ts';
import type { DoorApp } from './server/guarded-app.ts';
import { openLine } from './server/line.ts';
import { LOOPBACK, clientAddress, forwardedFor, isTrustedProxy } from './server/origin/client-address.ts';
import type { DoorLog } from './server/rare-log.ts';
import { refuse } from './server/refuse.ts';
import { safeError } from './server/safe-error.ts';
import type { Askers, Credentials } from './server/session/askers.ts';
import { readCookie } from './server/session/session-cookie.ts';
import { admit } from './server/session/takes-token.ts';

const UNAUTHORIZED = 401;
/** A proxy on this machine sends everybody's requests from here; most say so by one of these. */
const FORWARDING = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

export interface MetricsDoorDeps extends Pick<Askers, 'asker'> {
	log: DoorLog;
	facts: DoorEvents;
	headers: [string, string][];
	trustedProxies: readonly string[];
	addressOf: (remote: ArrayBuffer, forwardedFor: string) => string;
	/** the figures at this moment */
	gather: () => Promise<string>;
}

/**
 * `/metrics`, in Prometheus' text format. Programs on the hub's own machine may read it without signing in, by the
 * address of the socket itself. Not under the API, because Prometheus asks for it there.
 */
export function answerMetrics(app: DoorApp, deps: MetricsDoorDeps): void {
	app.any('/metrics', (res, req) => {
		const method = req.getMethod();
		if (method !== 'get' && method !== 'head')
			return refuse(res, 405, 'This can only be read.', [['allow', 'GET, HEAD']]);
		const isLocal = isFromOwnMachine(res, req, deps.trustedProxies);
		const credentials = {
			authorization: req.getHeader('authorization') || undefined,
			cookie: readCookie(res, req, deps.trustedProxies),
			address: deps.addressOf(res.getRemoteAddressAsText(), forwardedFor(req)),
		};
		const line = openLine(res);
		const answer = async () => {
			const refused = isLocal ? undefined : await refusal(credentials, deps);
			if (refused) {
				deps.facts.emit('Refused', { door: 'metrics', code: refused.code });
				return { status: statusOf(refused), text: `${refused.message}\n`, type: 'text/plain; charset=utf-8' };
			}
			return { status: 200, text: await deps.gather(), type: EXPOSITION_TYPE };
		};
		answer()
			.then(({ status, text, type }) => {
				if (line.aborted) return;
				res.cork(() => {
					res.writeStatus(statusLine(status));
					for (const [name, value] of deps.headers) res.writeHeader(name, value);
					res.writeHeader('cache-control', 'no-store').writeHeader('content-type', type);
					// RFC 9110, 15.5.2: a 401 says how to sign in.
					if (status === UNAUTHORIZED) res.writeHeader('www-authenticate', 'Bearer');
					if (method === 'head') endHead(res, Buffer.byteLength(text));
					else sendWhole(res, Buffer.from(text));
				});
			})
			.catch((error: unknown) => {
				deps.log.error({ err: safeError(error) }, 'the figures of the hub could not be gathered');
				if (!line.aborted) refuse(res, 500, 'The hub could not do this. Its log says why.');
			});
	});
}

/** From elsewhere an owner may read the figures, signed in or by an API token that reads. */
async function refusal(credentials: Credentials, { asker }: MetricsDoorDeps) {
	const who = await asker(credentials);
	return who.ok ? admit({ method: 'GET', access: 'metrics.see' }, who.value) : who.error;
}

/** What a proxy says of its client's address does not count: it would make everybody local who writes it. */
export function isFromOwnMachine(res: HttpResponse, req: HttpRequest, trustedProxies: readonly string[]): boolean {
	const remote = res.getRemoteAddressAsText();
	return (
		LOOPBACK.has(clientAddress(remote, '', [])) &&
		!isTrustedProxy(remote, trustedProxies) &&
		FORWARDING.every((name) => req.getHeader(name) === '')
	);
}
