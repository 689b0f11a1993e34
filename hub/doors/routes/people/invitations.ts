import { UserView } from '../../../../protocol/dashboard/people/accounts.ts';
import type { ApiError } from '../../../../protocol/dashboard/errors.ts';
import type { Fault } from '../../../../protocol/dashboard/faults.ts';
import {
	InvitationAsk,
	InvitationBody,
	InvitationMade,
	InvitationOffer,
	JoinBody,
} from '../../../../protocol/dashboard/people/people.ts';
import { acceptInvitation } from '../../../accounts/invitations/accept-invitation.ts';
import { findInvitation, lookAtInvitation } from '../../../accounts/invitations/look-at-invitation.ts';
import { makeInvitation } from '../../../accounts/invitations/make-invitation.ts';
import { withdrawInvitation } from '../../../accounts/invitations/withdraw-invitation.ts';
import type { RateLimit } from '../../../accounts/limits/rate-limit.ts';
import type { PeopleDependents } from '../../../accounts/people/people-dependents.ts';
import { type Result, err, ok } from '../../../base/result.ts';
import { apiErrorOf } from '../../api-error.ts';
import { type Route, route } from '../../server/route.ts';
import { browserIn } from '../../server/session/session-cookie.ts';
import { signInError, tooManyTries } from '../account/account.ts';
import { type Guarded, checkOwnProof } from '../account/own-password.ts';

/** Invitations: made and withdrawn by the owner, accepted by whoever was sent the link. Wrong secrets are counted by network. */
export function invitationRoutes(deps: { guarded: Guarded; dependents: PeopleDependents; tries: RateLimit }): Route[] {
	const { guarded, dependents, tries } = deps;
	const { accounts } = guarded;

	/**
	 * Acts for whoever has this secret. A wrong one is counted by network. A right one is let in whatever its network did: it
	 * cannot be guessed, and somebody at the neighbours' must not keep a guest out.
	 */
	async function withInvitation<T>(
		secret: string,
		address: string,
		act: () => Promise<Result<T, Fault>>,
	): Promise<Result<T, ApiError>> {
		const found = await findInvitation(accounts, secret);
		if (!found.ok && found.error.kind === 'no-such-invitation') {
			const free = tries.check(address);
			if (!free.ok) return err(tooManyTries(free.error.retryAfterS));
			tries.fail(address);
		}
		const done = found.ok ? await act() : found;
		return done.ok ? done : err(signInError(done.error));
	}

	return [
		route({
			method: 'POST',
			path: '/invitations',
			summary: 'Invite somebody, by a link that works once and for a limited time; its secret is in this answer alone',
			access: 'people.manage',
			body: InvitationBody,
			answer: { status: 201, schema: InvitationMade },
			async handle(asked) {
				const { body, who } = asked;
				if (body.role !== 'guest') {
					const proved = await checkOwnProof(guarded, asked, body);
					if (!proved.ok) return proved;
				}
				const made = await makeInvitation(accounts, dependents, { ...body, by: who.user });
				return made.ok ? ok({ status: 201, json: made.value }) : err(apiErrorOf(made.error));
			},
		}),
		route({
			method: 'DELETE',
			path: '/invitations/:id',
			summary: 'Withdraw an open invitation; its link is worth nothing at once',
			access: 'people.manage',
			answer: { status: 204 },
			async handle({ params: { id }, who }) {
				const withdrawn = await withdrawInvitation(accounts, id, who.actor);
				return withdrawn.ok ? ok({ status: 204 }) : err(apiErrorOf(withdrawn.error));
			},
		}),
		route({
			method: 'POST',
			path: '/invitations/look',
			summary: 'What an invitation offers',
			access: 'public',
			body: InvitationAsk,
			answer: { status: 200, schema: InvitationOffer },
			async handle({ body, address }) {
				const offer = await withInvitation(body.secret, address, () => lookAtInvitation(accounts, body.secret));
				return offer.ok ? ok({ status: 200, json: offer.value }) : offer;
			},
		}),
		route({
			method: 'POST',
			path: '/invitations/accept',
			summary: 'Accept an invitation, once: you get an account and are signed in',
			access: 'public',
			body: JoinBody,
			answer: { status: 200, schema: UserView },
			async handle({ body, address, userAgent, cookie, who }) {
				const caller = { known: false, address, failures: tries.failuresOf(address) };
				const from = { visitor: { address, userAgent }, caller, oldSession: who?.sessionId };
				const joined = await withInvitation(body.secret, address, () => acceptInvitation(accounts, body, from));
				if (!joined.ok) return joined;
				const { user, known, token } = joined.value;
				const browser = accounts.knownBrowsers.remember(browserIn(cookie), known);
				return ok({ status: 200, json: user, cookie: token, browser });
			},
		}),
	];
}
