import { HttpsBody, HttpsView } from '../../../protocol/dashboard/https.ts';
import { err, ok } from '../../base/result.ts';
import { describeHttps } from '../../https/describe-https.ts';
import type { Https } from '../../https/https.ts';
import { turnOffHttps, turnOnHttps } from '../../https/turn-on-https.ts';
import { apiErrorOf } from '../api-error.ts';
import { type Guarded, checkOwnProof } from '../routes/account/own-password.ts';
import { hostIn } from '../server/origin/own-hosts.ts';
import { type Route, route } from '../server/route.ts';

export function httpsRoutes(
	{ https, plainPort }: { https: Https; plainPort: () => number },
	guarded: Guarded,
): Route[] {
	const view = (host: string | undefined) => describeHttps(https, hostIn(host ?? ''), plainPort());
	return [
		route({
			method: 'GET',
			path: '/https',
			summary: 'Whether this hub is opened over HTTPS, where, and the fingerprint of its authority',
			access: 'public',
			answer: { status: 200, schema: HttpsView },
			handle: async ({ host }) => ok({ status: 200, json: view(host) }),
		}),
		route({
			method: 'PUT',
			path: '/https',
			summary: 'Turn HTTPS by the hub’s own authority on or off; everybody has to sign in again',
			access: 'https.manage',
			body: HttpsBody,
			answer: { status: 200, schema: HttpsView },
			async handle(asked) {
				const { body, who, host } = asked;
				// Not left to the operation, which waits its turn: without a proof it would end what is being turned on.
				if (!body.on && https.mode === 'off') return ok({ status: 200, json: view(host) });
				if (!body.on && https.mode === 'authority') {
					const proved = await checkOwnProof(guarded, asked, body);
					if (!proved.ok) return proved;
				}
				const done = await (body.on ? turnOnHttps : turnOffHttps)(https, who.actor);
				return done.ok ? ok({ status: 200, json: view(host) }) : err(apiErrorOf(done.error));
			},
		}),
	];
}
