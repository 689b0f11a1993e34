import type { Accounts } from '../accounts/accounts.ts';
import { RateLimit } from '../accounts/limits/rate-limit.ts';
import type { SignInLimit } from '../accounts/limits/sign-in-limit.ts';
import type { PeopleDependents } from '../accounts/people/people-dependents.ts';
import type { Claims } from '../claims/claims.ts';
import { countOf, handOver } from '../claims/hand-over.ts';
import { checkAccess } from '../devices/people/check-access.ts';
import type { DashboardDoor } from '../doors/dashboard-door.ts';
import { guestPreviewRoutes } from '../doors/routes/people/guest-preview.ts';
import { invitationRoutes } from '../doors/routes/people/invitations.ts';
import { lockOutRoutes } from '../doors/routes/people/lock-outs.ts';
import { ownAccountRoutes } from '../doors/routes/account/own-account.ts';
import { ownTokenRoutes } from '../doors/routes/account/own-tokens.ts';
import { peopleRoutes } from '../doors/routes/people/people.ts';
import { wallRoutes } from '../doors/routes/account/wall.ts';
import { secondFactorRoutes } from '../doors/routes/account/second-factor.ts';
import type { Route } from '../doors/server/route.ts';
import type { Scenes } from '../scenes/scenes.ts';
import type { Settings } from '../settings/settings.ts';

/** The routes of people, invitations, sessions and API tokens, and what the accounts need of the areas that know them. */
export function routesOfPeople(parts: {
	accounts: Accounts;
	claims: Claims;
	scenes: Scenes;
	dashboardDoor: DashboardDoor;
	tries: SignInLimit;
	settings: Settings;
}): Route[] {
	const { accounts, claims, scenes, dashboardDoor, tries, settings } = parts;
	const renewed = (before: string) => dashboardDoor.renewSession(before);
	const dependents: PeopleDependents = {
		isHere: (userId) => dashboardDoor.isHere(userId),
		countOf: (userId) => countOf(claims, userId),
		checkAccess: (access) => checkAccess(claims.options.devices, access),
		withLock: (work) => claims.options.devices.dependents.withLock(work),
		handOver: (...act) => handOver(claims, ...act),
	};
	const invitationTries = new RateLimit(accounts.clock).watchedBy(accounts.lockOuts, 'invitation');
	return [
		...peopleRoutes({ accounts, tries, dependents }),
		...invitationRoutes({ guarded: { accounts, tries }, dependents, tries: invitationTries }),
		...ownAccountRoutes({ accounts, tries, renewed }),
		...secondFactorRoutes({ accounts, tries, renewed }),
		...wallRoutes({ accounts, tries, settings }),
		...lockOutRoutes(accounts),
		...guestPreviewRoutes({ accounts, devices: claims.options.devices, offsetAt: () => settings.offsetAt }),
		...ownTokenRoutes({ accounts, tries, devices: claims.options.devices, scenes }),
	];
}
