import { UserView } from '../../../protocol/dashboard/accounts.ts';
import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import type { Fault } from '../../../protocol/dashboard/faults.ts';
import { InvitationAsk, InvitationOffer, JoinBody } from '../../../protocol/dashboard/people.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { acceptInvitation } from '../../accounts/invitations/accept-invitation.ts';
import { lookAtInvitation } from '../../accounts/invitations/look-at-invitation.ts';
import type { RateLimit } from '../../accounts/limits/rate-limit.ts';
import { foldName } from '../../accounts/sessions.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { type Route, route } from '../server/route.ts';
import { browserIn } from '../server/session-cookie.ts';
import { signInError, tooManyTries } from './account.ts';

/** What somebody does who was sent an invitation's link. Wrong secrets are counted by network. */
export function invitationRoutes({ accounts, tries }: { accounts: Accounts; tries: RateLimit }): Route[] {
	/** Counts as a failure while it is under way, and afterwards if the secret was wrong. */
	async function guess<T>(address: string, act: () => Promise<Result<T, Fault>>): Promise<Result<T, ApiError>> {
		const begun = tries.begin(address);
		if (!begun.ok) return err(tooManyTries(begun.error.retryAfterS));
		try {
			const done = await act();
			if (done.ok) return done;
			if (done.error.kind === 'no-such-invitation') begun.value.end('failed');
			return err(signInError(done.error));
		} finally {
			begun.value.end('neither');
		}
	}

	return [
		route({
			method: 'POST',
			path: '/invitations/look',
			summary: 'What an invitation offers',
			access: 'public',
			body: InvitationAsk,
			answer: { status: 200, schema: InvitationOffer },
			async handle({ body, address }) {
				const offer = await guess(address, () => lookAtInvitation(accounts, body.secret));
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
				const joined = await guess(address, () => acceptInvitation(accounts, body, from));
				if (!joined.ok) return joined;
				const { user, token } = joined.value;
				const browser = accounts.knownBrowsers.remember(browserIn(cookie), foldName(user.name));
				return ok({ status: 200, json: user, cookie: token, browser });
			},
		}),
	];
}
