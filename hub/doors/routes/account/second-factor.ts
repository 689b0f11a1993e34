import { UserView } from '../../../../protocol/dashboard/people/accounts.ts';
import { faultOf } from '../../../../protocol/dashboard/faults.ts';
import {
	OwnProof,
	RecoveryCodes,
	SecondFactorConfirm,
	SecondFactorOffer,
	SecondFactorView,
	SignInCode,
} from '../../../../protocol/dashboard/people/second-factor.ts';
import type { Renew } from '../../../accounts/own/renew-session.ts';
import { beginSecondFactor } from '../../../accounts/second-factor/begin-second-factor.ts';
import { finishSignIn } from '../../../accounts/second-factor/finish-sign-in.ts';
import { renewRecoveryCodes } from '../../../accounts/second-factor/renew-recovery-codes.ts';
import { resetSecondFactor } from '../../../accounts/second-factor/reset-second-factor.ts';
import { showSecondFactor } from '../../../accounts/second-factor/show-second-factor.ts';
import { turnOffSecondFactor } from '../../../accounts/second-factor/turn-off-second-factor.ts';
import { turnOnSecondFactor } from '../../../accounts/second-factor/turn-on-second-factor.ts';
import { err, ok } from '../../../base/result.ts';
import { apiErrorOf } from '../../api-error.ts';
import { type Route, route } from '../../server/route.ts';
import { browserIn } from '../../server/session/session-cookie.ts';
import { guessCode } from './guess-code.ts';
import { type Guarded, guessOwnPassword, sessionOf } from './own-password.ts';

/**
 * The second step of a sign-in, and what everybody does with their own second factor. `renewed` makes open dashboards come back
 * with their new cookie.
 */
export function secondFactorRoutes(deps: Guarded & { renewed: Renew }): Route[] {
	const { accounts, renewed } = deps;
	const { knownBrowsers, secondFactors } = accounts;
	return [
		route({
			method: 'POST',
			path: '/session/second-factor',
			summary: 'Finish a sign-in with a code of an authenticator app, or a recovery code',
			access: 'public',
			body: SignInCode,
			answer: { status: 200, schema: UserView },
			async handle({ body, address, userAgent, cookie, who }) {
				const person = secondFactors.handles.personOf(body.handle, address);
				if (!person) return err(apiErrorOf(faultOf('second-factor-over')));
				const session = who?.user.id === person.id ? who.sessionId : undefined;
				const browser = knownBrowsers.idOf(browserIn(cookie), person) ?? session;
				const done = await guessCode(accounts, { address, person: person.id, browser }, () =>
					finishSignIn(accounts, body, { address, userAgent }, who?.sessionId),
				);
				if (!done.ok) return done;
				const { user, known, token } = done.value;
				return ok({
					status: 200,
					json: user,
					cookie: token,
					browser: knownBrowsers.remember(browserIn(cookie), known),
				});
			},
		}),
		route({
			method: 'GET',
			path: '/account/second-factor',
			summary: 'Whether your second factor is on, and how many recovery codes are left',
			access: 'signed-in',
			answer: { status: 200, schema: SecondFactorView },
			handle: async ({ who }) => ok({ status: 200, json: await showSecondFactor(accounts, who.user.id) }),
		}),
		route({
			method: 'POST',
			path: '/account/second-factor',
			summary: 'Begin to turn your second factor on: a secret for your authenticator app, in this answer alone',
			access: 'signed-in',
			body: OwnProof,
			answer: { status: 200, schema: SecondFactorOffer },
			async handle(asked) {
				const { body, who } = asked;
				const begun = await guessOwnPassword(deps, asked, body.code, (caller) =>
					beginSecondFactor(accounts, body, { ...sessionOf(who), caller }),
				);
				return begun.ok ? ok({ status: 200, json: begun.value }) : begun;
			},
		}),
		route({
			method: 'POST',
			path: '/account/second-factor/confirm',
			summary:
				'Turn your second factor on with a first code; your other sessions and your API tokens end, and this one has a new cookie. The recovery codes are in this answer alone',
			access: 'signed-in',
			body: SecondFactorConfirm,
			answer: { status: 200, schema: RecoveryCodes },
			async handle({ body, who, address, cookie }) {
				const guess = { address, person: who.user.id, browser: who.sessionId };
				const from = sessionOf(who);
				const done = await guessCode(accounts, guess, () => turnOnSecondFactor(accounts, body.code, from, renewed));
				if (!done.ok) return done;
				const { session, recoveryCodes } = done.value;
				const browser = knownBrowsers.remember(browserIn(cookie), session.known);
				return ok({ status: 200, json: { codes: recoveryCodes }, cookie: session.token, browser });
			},
		}),
		route({
			method: 'POST',
			path: '/account/second-factor/recovery-codes',
			summary: 'New recovery codes, in this answer alone; the old ones are worth nothing from then on',
			access: 'signed-in',
			body: OwnProof,
			answer: { status: 200, schema: RecoveryCodes },
			async handle(asked) {
				const { body, who } = asked;
				const made = await guessOwnPassword(deps, asked, body.code, (caller) =>
					renewRecoveryCodes(accounts, body, { ...sessionOf(who), caller }),
				);
				return made.ok ? ok({ status: 200, json: { codes: made.value } }) : made;
			},
		}),
		route({
			method: 'POST',
			path: '/account/second-factor/off',
			summary: 'Turn your second factor off',
			access: 'signed-in',
			body: OwnProof,
			answer: { status: 204 },
			async handle(asked) {
				const { body, who } = asked;
				const off = await guessOwnPassword(deps, asked, body.code, (caller) =>
					turnOffSecondFactor(accounts, body, { ...sessionOf(who), caller }),
				);
				return off.ok ? ok({ status: 204 }) : off;
			},
		}),
		route({
			method: 'POST',
			path: '/people/:id/reset-second-factor',
			summary: 'Turn off the second factor of somebody else, who has lost their phone and their recovery codes',
			access: 'people.manage',
			body: OwnProof,
			answer: { status: 204 },
			async handle(asked) {
				const { body, who, params } = asked;
				const reset = await guessOwnPassword(deps, asked, body.code, (caller) =>
					resetSecondFactor(accounts, { id: params.id, proof: body }, { ...sessionOf(who), caller }),
				);
				return reset.ok ? ok({ status: 204 }) : reset;
			},
		}),
	];
}
