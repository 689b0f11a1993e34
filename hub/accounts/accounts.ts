import type { MikroORM } from '@mikro-orm/sqlite';
import type { Clock } from '../base/clock.ts';
import type { Events } from '../base/events.ts';
import type { Random } from '../base/random.ts';
import type { AccountFacts } from './facts.ts';
import type { HomeLayouts } from './home/home-layouts.ts';
import type { FirstOwner } from './set-up/first-owner.ts';
import type { HashQueue } from './limits/hash-queue.ts';
import type { KnownBrowsers } from './limits/known-browsers.ts';
import type { LockOuts } from './lock-outs/lock-outs.ts';
import type { PasswordCost } from './passwords/password.ts';
import type { PeoplePreferences } from './preferences/people-preferences.ts';
import type { SecondFactors } from './second-factor/second-factors.ts';
import type { SetupCode } from './set-up/setup-code.ts';
import type { LiveTokens } from './tokens/live-tokens.ts';

/** What the operations on accounts need. */
export interface Accounts {
	orm: MikroORM;
	clock: Clock;
	random: Random;
	setupCode: SetupCode;
	firstOwner: FirstOwner;
	passwordCost: PasswordCost;
	hashing: HashQueue;
	knownBrowsers: KnownBrowsers;
	secondFactors: SecondFactors;
	/**
	 * Ids of every session that may exist; some may have expired. Only this process creates sessions, so a cookie
	 * whose id is missing here is invalid, and made-up cookies cost no database query.
	 */
	sessionIds: Set<string>;
	tokens: LiveTokens;
	homes: HomeLayouts;
	preferences: PeoplePreferences;
	/** who has guessed too often */
	lockOuts: LockOuts;
	/** the hub's name, which is refused as a password */
	hubName: string;
	events: Events<AccountFacts>;
}

/** The browser that begins a session, as stored with the session. */
export interface Visitor {
	address: string;
	userAgent: string;
}
