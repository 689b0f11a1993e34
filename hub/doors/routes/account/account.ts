import { HubInfo, SessionUser, SetUp, SignIn, UserView } from '../../../../protocol/dashboard/people/accounts.ts';
import type { ApiError } from '../../../../protocol/dashboard/errors.ts';
import { type Fault, faultOf } from '../../../../protocol/dashboard/faults.ts';
import { type SecondFactorAsked, SignInAnswer } from '../../../../protocol/dashboard/people/second-factor.ts';
import type { Accounts } from '../../../accounts/accounts.ts';
import { type NewSession, foldName } from '../../../accounts/sessions.ts';
import { setUp } from '../../../accounts/set-up/set-up.ts';
import { signIn } from '../../../accounts/sign-in.ts';
import { signOut } from '../../../accounts/own/end-own-sessions.ts';
import { findKnownBrowser } from '../../../accounts/limits/known-browsers.ts';
import { SETUP_CODE } from '../../../accounts/limits/secret-limit.ts';
import type { SignInLimit } from '../../../accounts/limits/sign-in-limit.ts';
import { type Actor, personActor } from '../../../base/actor.ts';
import { type Result, err, ok } from '../../../base/result.ts';
import { apiErrorOf } from '../../api-error.ts';
import { type Answered, type Asked, type Route, route } from '../../server/route.ts';
import { browserIn } from '../../server/session/session-cookie.ts';

type AskedByAnybody = Asked<unknown, unknown, string, 'public'>;

export function accountRoutes(deps: {
	accounts: Accounts;
	tries: SignInLimit;
	hub: () => HubInfo;
	/** called when the hub has its owner, whose browser is in this time zone */
	setUpDone: (owner: Actor, timeZone: string | undefined) => Promise<void>;
	/** called when somebody has signed in or out */
	signed: (way: 'in' | 'out', by: Actor, address: string) => void;
}): Route[] {
	const { accounts, tries, hub, setUpDone, signed } = deps;

	/**
	 * The id under which this browser's failures count, if this person has signed in from it before or is signed in
	 * now.
	 */
	async function browserOf({ cookie, who }: AskedByAnybody, secret: string): Promise<string | undefined> {
		const session = who && foldName(who.user.name) === secret ? who.sessionId : undefined;
		return (await findKnownBrowser(accounts, browserIn(cookie), secret)) ?? session;
	}

	/** Attempts to sign in or set up, within the limits for guesses and through the queue for hashing. */
	async function attempt(
		asked: AskedByAnybody,
		secret: string,
		act: () => Promise<Result<NewSession | SecondFactorAsked, Fault>>,
	): Promise<Result<Answered, ApiError>> {
		const { address } = asked;
		const browser = await browserOf(asked, secret);
		const begun = tries.begin({ address, secret, browser });
		if (!begun.ok) return err(tooManyTries(begun.error.retryAfterS));
		try {
			const caller = { known: browser !== undefined, address, failures: tries.failuresFrom(address) };
			const worked = await accounts.hashing.run(caller, act);
			if (!worked.ok) return err(signInError(faultOf('too-many-signing-in')));
			const done = worked.value;
			if (done.ok) {
				begun.value.end('succeeded');
				if ('handle' in done.value) return ok({ status: 200, json: done.value });
				const { user, known, token } = done.value;
				signed('in', personActor(user), address);
				const browser = accounts.knownBrowsers.remember(browserIn(asked.cookie), known);
				return ok({ status: 200, json: user, cookie: token, browser });
			}
			const told = apiErrorOf(done.error);
			if (told.code === 'wrong-credentials') begun.value.end('failed');
			return err(told);
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
			async handle(asked) {
				const { body, address, userAgent } = asked;
				return attempt(asked, SETUP_CODE, async () => {
					const made = await setUp(accounts, body, { address, userAgent });
					if (made.ok) await setUpDone(personActor(made.value.user), body.timeZone);
					return made;
				});
			},
		}),
		route({
			method: 'POST',
			path: '/session',
			summary: 'Sign in; of somebody whose second factor is on, a code is asked for next',
			access: 'public',
			body: SignIn,
			answer: { status: 200, schema: SignInAnswer },
			async handle(asked) {
				const { body, address, userAgent, who } = asked;
				const secret = foldName(body.name);
				return attempt(asked, secret, () => signIn(accounts, body, { address, userAgent }, who?.sessionId));
			},
		}),
		route({
			method: 'GET',
			path: '/session',
			summary: 'Who is signed in',
			access: 'signed-in',
			onWall: true,
			answer: { status: 200, schema: SessionUser },
			handle: async ({ who }) =>
				ok({ status: 200, json: { ...who.user, ...(who.wallLocked && { wallLocked: true }) } }),
		}),
		route({
			method: 'DELETE',
			path: '/session',
			summary: 'Sign out',
			access: 'signed-in',
			answer: { status: 204 },
			async handle({ who, address }) {
				await signOut(accounts, who.sessionId);
				signed('out', who.actor, address);
				return ok({ status: 204, cookie: null });
			},
		}),
	];
}

/** The error of an operation that hashes a password: the queue for that may be full. */
export function signInError(fault: Fault): ApiError {
	return fault.kind === 'too-many-signing-in' ? apiErrorOf(fault, 1) : apiErrorOf(fault);
}

export function tooManyTries(seconds: number): ApiError {
	return apiErrorOf(faultOf('too-many-failures', { seconds }), seconds);
}
