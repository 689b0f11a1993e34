import type { TokenScope } from '../../../../protocol/dashboard/api-tokens.ts';
import { scopesFor } from '../../../accounts/roles.ts';
import type { Route } from '../route.ts';

/**
 * Whether API tokens of this scope may ask a route, if their person may. What a person does with their own account
 * takes a session, and a token that reads changes nothing, whatever the table says of the action.
 */
export function takesToken({ method, access }: Pick<Route, 'method' | 'access'>, scope: TokenScope['kind']): boolean {
	if (access === 'public' || access === 'signed-in') return false;
	if (scope === 'read' && method !== 'GET') return false;
	return scopesFor(access).includes(scope);
}
