import type { TokenScope } from '../../../../protocol/dashboard/people/api-tokens.ts';
import type { ApiError } from '../../../../protocol/dashboard/errors.ts';
import { may, scopesFor, wallMay } from '../../../accounts/roles.ts';
import { apiError } from '../../api-error.ts';
import type { Route } from '../route.ts';
import type { Requester } from './who-is.ts';

/**
 * Whether API tokens of this scope may ask a route, if their person may. What a person does with their own account
 * takes a session, and a token that reads changes nothing, whatever the table says of the action.
 */
export function takesToken({ method, access }: Pick<Route, 'method' | 'access'>, scope: TokenScope['kind']): boolean {
	if (access === 'public' || access === 'signed-in') return false;
	if (scope === 'read' && method !== 'GET') return false;
	return scopesFor(access).includes(scope);
}

/** Why somebody may not ask a route; undefined if they may. `who` is undefined for somebody who is not signed in. */
export function admit(
	route: Pick<Route, 'method' | 'access' | 'onWall'>,
	who: Requester | undefined,
): ApiError | undefined {
	const { access } = route;
	if (access === 'public') return undefined;
	if (!who) return apiError('not-signed-in');
	const { user, token, wallLocked } = who;
	if (token && !takesToken(route, token.scope.kind)) return apiError('api-token-may-not');
	if (wallLocked && !route.onWall && (access === 'signed-in' || !wallMay(access))) return apiError('wall-locked');
	return access === 'signed-in' || may(user, access) ? undefined : apiError('not-allowed');
}
