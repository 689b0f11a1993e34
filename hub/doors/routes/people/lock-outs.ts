import { LockOuts } from '../../../../protocol/dashboard/people/lock-outs.ts';
import type { Accounts } from '../../../accounts/accounts.ts';
import { liftLockOut } from '../../../accounts/lock-outs/lift-lock-out.ts';
import { listLockOuts } from '../../../accounts/lock-outs/list-lock-outs.ts';
import { err, ok } from '../../../base/result.ts';
import { apiErrorOf } from '../../api-error.ts';
import { type Route, route } from '../../server/route.ts';

/** Who has guessed too often. They take a session: a stolen token must not make room for guesses at passwords. */
export function lockOutRoutes(accounts: Accounts): Route[] {
	return [
		route({
			method: 'GET',
			path: '/lock-outs',
			summary: 'Who is locked out because of too many wrong tries, and until when',
			access: 'lock-outs.manage',
			answer: { status: 200, schema: LockOuts },
			handle: async () => ok({ status: 200, json: await listLockOuts(accounts) }),
		}),
		route({
			method: 'DELETE',
			path: '/lock-outs/:id',
			summary: 'Lift a lock-out: whoever it concerns may try again at once',
			access: 'lock-outs.manage',
			answer: { status: 204 },
			async handle({ params: { id }, who }) {
				const lifted = await liftLockOut(accounts, id, who.actor);
				return lifted.ok ? ok({ status: 204 }) : err(apiErrorOf(lifted.error));
			},
		}),
	];
}
