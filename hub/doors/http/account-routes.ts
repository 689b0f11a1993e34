import { type ApiError, HubInfo, SetUp, SignIn, UserView } from '../../../protocol/dashboard.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { AccountFault } from '../../accounts/faults.ts';
import type { RateLimit } from '../../accounts/rate-limit.ts';
import type { NewSession } from '../../accounts/sessions.ts';
import { setUp } from '../../accounts/set-up.ts';
import { signIn } from '../../accounts/sign-in.ts';
import { signOut } from '../../accounts/sign-out.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { type Answered, type Route, route } from './route.ts';

const CODES: Record<AccountFault['kind'], ApiError['code']> = {
	'wrong-code': 'wrong-credentials',
	'wrong-credentials': 'wrong-credentials',
	'already-set-up': 'conflict',
	'no-such-user': 'not-found',
};

export function accountRoutes(deps: {
	accounts: Accounts;
	/** failures of sign-in and set-up by address */
	tries: RateLimit;
	hub: () => HubInfo;
	setUpDone: () => void;
	/** somebody has signed in or out */
	signed: (way: 'in' | 'out', person: string, address: string) => void;
	sessionEnded: (sessionId: string) => void;
}): Route[] {
	const { accounts, tries, hub, setUpDone, signed, sessionEnded } = deps;

	/** Lets a guess at a secret through the rate limit of its address. */
	async function attempt(
		address: string,
		act: () => Promise<Result<NewSession, AccountFault>>,
	): Promise<Result<Answered, ApiError>> {
		const begun = tries.begin(address);
		if (!begun.ok) return err(tooManyTries(begun.error.retryAfterS));
		try {
			const done = await act();
			if (done.ok) {
				begun.value.end('succeeded');
				signed('in', done.value.user.name, address);
				return ok({ status: 200, json: done.value.user, cookie: done.value.token });
			}
			const code = CODES[done.error.kind];
			if (code === 'wrong-credentials') begun.value.end('failed');
			return err({ code, message: done.error.message });
		} finally {
			begun.value.end('neither');
		}
	}

	return [
		route({
			method: 'GET',
			path: '/hub',
			summary: 'Name and version of the hub, and whether it has an owner yet',
			access: 'public',
			answer: { status: 200, schema: HubInfo },
			handle: async () => ok({ status: 200, json: hub() }),
		}),
		route({
			method: 'POST',
			path: '/setup',
			summary: 'Become the owner, with the one-time code the hub printed',
			access: 'public',
			body: SetUp,
			answer: { status: 200, schema: UserView },
			async handle({ body, address, userAgent }) {
				const done = await attempt(address, () => setUp(accounts, body, { address, userAgent }));
				if (done.ok) setUpDone();
				return done;
			},
		}),
		route({
			method: 'POST',
			path: '/session',
			summary: 'Sign in',
			access: 'public',
			body: SignIn,
			answer: { status: 200, schema: UserView },
			async handle({ body, address, userAgent, who }) {
				const done = await attempt(address, () => signIn(accounts, body, { address, userAgent }, who?.sessionId));
				if (done.ok && who) sessionEnded(who.sessionId);
				return done;
			},
		}),
		route({
			method: 'GET',
			path: '/session',
			summary: 'Who is signed in',
			access: 'signed-in',
			answer: { status: 200, schema: UserView },
			handle: async ({ who }) => ok({ status: 200, json: who!.user }),
		}),
		route({
			method: 'DELETE',
			path: '/session',
			summary: 'Sign out',
			access: 'signed-in',
			answer: { status: 204 },
			async handle({ who, address }) {
				await signOut(accounts, who!.sessionId);
				signed('out', who!.user.name, address);
				sessionEnded(who!.sessionId);
				return ok({ status: 204, cookie: null });
			},
		}),
	];
}

function tooManyTries(retryAfterS: number): ApiError {
	const wait = retryAfterS < 60 ? `${retryAfterS} s` : `${Math.ceil(retryAfterS / 60)} minutes`;
	return { code: 'too-many-tries', message: `Too many failed tries. Try again in ${wait}.`, retryAfterS };
}
