import {
	ApiTokenBody,
	ApiTokenMade,
	ApiTokens,
	TokensOfDevice,
} from '../../../../protocol/dashboard/people/api-tokens.ts';
import type { Accounts } from '../../../accounts/accounts.ts';
import type { SignInLimit } from '../../../accounts/limits/sign-in-limit.ts';
import { endToken } from '../../../accounts/tokens/end-tokens.ts';
import { listTokens } from '../../../accounts/tokens/list-tokens.ts';
import { makeToken } from '../../../accounts/tokens/make-token.ts';
import { tokensOfDevice } from '../../../accounts/tokens/tokens-of-device.ts';
import { err, ok } from '../../../base/result.ts';
import type { Devices } from '../../../devices/devices.ts';
import type { Scenes } from '../../../scenes/scenes.ts';
import { apiErrorOf } from '../../api-error.ts';
import { refusalOfScope } from '../../guests/check-token-scope.ts';
import { type Route, route } from '../../server/route.ts';
import { checkOwnPassword } from './own-password.ts';

/** Everybody's own API tokens, and those that a device is named in. They take a session: no token makes, sees or ends tokens. */
export function ownTokenRoutes(deps: {
	accounts: Accounts;
	tries: SignInLimit;
	devices: Devices;
	scenes: Scenes;
}): Route[] {
	const { accounts, devices } = deps;
	return [
		route({
			method: 'GET',
			path: '/account/tokens',
			summary: 'Your API tokens, the newest first',
			access: 'signed-in',
			answer: { status: 200, schema: ApiTokens },
			handle: async ({ who }) => ok({ status: 200, json: { tokens: await listTokens(accounts, who.user.id) } }),
		}),
		route({
			method: 'POST',
			path: '/account/tokens',
			summary: 'Make an API token; its secret is in this answer and never again',
			access: 'signed-in',
			body: ApiTokenBody,
			answer: { status: 201, schema: ApiTokenMade },
			async handle(asked) {
				const { body, who } = asked;
				const proved = await checkOwnPassword(deps, asked, body);
				if (!proved.ok) return proved;
				const { passwordChanges } = proved.value;
				const dependents = {
					withLock: devices.dependents.withLock.bind(devices.dependents),
					refusal: () => refusalOfScope(deps, who, body.scope),
				};
				const made = await makeToken(accounts, dependents, body, { ...who.user, passwordChanges });
				return made.ok ? ok({ status: 201, json: made.value }) : err(apiErrorOf(made.error));
			},
		}),
		route({
			method: 'DELETE',
			path: '/account/tokens/:id',
			summary: 'End one of your API tokens',
			access: 'signed-in',
			answer: { status: 204 },
			async handle({ params: { id }, who }) {
				const ended = await endToken(accounts, who.user, id);
				return ended.ok ? ok({ status: 204 }) : err(apiErrorOf(ended.error));
			},
		}),
		route({
			method: 'GET',
			path: '/devices/:id/api-tokens',
			summary: 'The API tokens, of everybody, that switch relays of a device, and lose them if it is deleted',
			access: 'people.manage',
			answer: { status: 200, schema: TokensOfDevice },
			handle: async ({ params: { id } }) => ok({ status: 200, json: await tokensOfDevice(accounts, id) }),
		}),
	];
}
