import { UserView } from '../../../../protocol/dashboard/people/accounts.ts';
import { AccountPatch, ChangePassword, Sessions } from '../../../../protocol/dashboard/people/people.ts';
import { Preferences } from '../../../../protocol/dashboard/people/preferences.ts';
import { HomeLayout } from '../../../../protocol/dashboard/home.ts';
import type { Accounts } from '../../../accounts/accounts.ts';
import { arrangeHome } from '../../../accounts/home/arrange-home.ts';
import type { SignInLimit } from '../../../accounts/limits/sign-in-limit.ts';
import { changePassword } from '../../../accounts/own/change-password.ts';
import { endOtherSessions, endOwnSession } from '../../../accounts/own/end-own-sessions.ts';
import { listSessions } from '../../../accounts/own/list-sessions.ts';
import { renameYourself } from '../../../accounts/own/rename-yourself.ts';
import type { Renew } from '../../../accounts/own/renew-session.ts';
import { changePreferences } from '../../../accounts/preferences/change-preferences.ts';
import { foldName } from '../../../accounts/sessions.ts';
import { HourlyLimit } from '../../../base/hourly-limit.ts';
import { err, ok } from '../../../base/result.ts';
import { apiError, apiErrorOf } from '../../api-error.ts';
import { type Route, route } from '../../server/route.ts';
import { browserIn } from '../../server/session/session-cookie.ts';
import { guessOwnPassword } from './own-password.ts';

/** Nobody changes their mind as often. Each change is in the history, and is told to every open dashboard. */
const RENAMES_AN_HOUR = 5;

/** What everybody does with their own account. `renewed` makes open dashboards come back with their new cookie. */
export function ownAccountRoutes(deps: { accounts: Accounts; tries: SignInLimit; renewed: Renew }): Route[] {
	const { accounts, tries, renewed } = deps;
	const renames = new HourlyLimit(accounts.clock, RENAMES_AN_HOUR);
	return [
		route({
			method: 'PATCH',
			path: '/account',
			summary: 'Change your name, by which you sign in',
			access: 'signed-in',
			body: AccountPatch,
			answer: { status: 200, schema: UserView },
			async handle({ body: { name }, who: { user } }) {
				if (name === user.name) return ok({ status: 200, json: user });
				if (!renames.take(user.id)) return err(apiError('renamed-too-often'));
				const renamed = await renameYourself(accounts, user.id, name);
				if (!renamed.ok) return err(apiErrorOf(renamed.error));
				// Another name is no way to more guesses at the password.
				tries.rename(foldName(user.name), foldName(name));
				return ok({ status: 200, json: renamed.value });
			},
		}),
		route({
			method: 'PUT',
			path: '/account/password',
			summary: 'Change your password; all your other sessions end, and this one has a new cookie',
			access: 'signed-in',
			body: ChangePassword,
			answer: { status: 204 },
			async handle(asked) {
				const { body, who, cookie } = asked;
				const changed = await guessOwnPassword(deps, asked, body.code, (caller) =>
					changePassword(accounts, body, { userId: who.user.id, session: who.sessionId, caller }, renewed),
				);
				if (!changed.ok) return changed;
				const { known, token } = changed.value;
				const browser = accounts.knownBrowsers.remember(browserIn(cookie), known);
				return ok({ status: 204, cookie: token, browser });
			},
		}),
		route({
			method: 'PUT',
			path: '/account/home',
			summary: 'Arrange your own Home: favourites, and the order of tiles and rooms',
			access: 'signed-in',
			body: HomeLayout,
			answer: { status: 204 },
			async handle({ body, who: { user } }) {
				const done = await arrangeHome(accounts, user, body);
				return done.ok ? ok({ status: 204 }) : err(apiErrorOf(done.error));
			},
		}),
		route({
			method: 'PUT',
			path: '/account/preferences',
			summary: 'Choose how the dashboard speaks to you: language, hours, first day of the week, unit of temperatures',
			access: 'signed-in',
			body: Preferences,
			answer: { status: 204 },
			async handle({ body, who: { user } }) {
				const done = await changePreferences(accounts, user, body);
				return done.ok ? ok({ status: 204 }) : err(apiErrorOf(done.error));
			},
		}),
		route({
			method: 'GET',
			path: '/account/sessions',
			summary: 'The browsers in which you are signed in',
			access: 'signed-in',
			answer: { status: 200, schema: Sessions },
			async handle({ who }) {
				return ok({ status: 200, json: { sessions: await listSessions(accounts, who.user.id, who.sessionId) } });
			},
		}),
		route({
			method: 'DELETE',
			path: '/account/sessions/:id',
			summary: 'End one of your sessions',
			access: 'signed-in',
			answer: { status: 204 },
			async handle({ params: { id }, who }) {
				const ended = await endOwnSession(accounts, who.user, id);
				if (!ended.ok) return err(apiErrorOf(ended.error));
				return ok({ status: 204, ...(ended.value === who.sessionId && { cookie: null }) });
			},
		}),
		route({
			method: 'POST',
			path: '/account/sessions/end-others',
			summary: 'End all your sessions but this one',
			access: 'signed-in',
			answer: { status: 204 },
			async handle({ who }) {
				await endOtherSessions(accounts, who.user, who.sessionId);
				return ok({ status: 204 });
			},
		}),
	];
}
