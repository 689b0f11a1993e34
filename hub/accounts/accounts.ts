import type { MikroORM } from '@mikro-orm/sqlite';
import type { Clock } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import type { HashQueue } from './limits/hash-queue.ts';
import type { KnownBrowsers } from './limits/known-browsers.ts';
import type { PasswordCost } from './passwords/password.ts';
import type { SetupCode } from './setup-code.ts';

/** What the operations on accounts need. */
export interface Accounts {
	orm: MikroORM;
	clock: Clock;
	random: Random;
	setupCode: SetupCode;
	passwordCost: PasswordCost;
	hashing: HashQueue;
	knownBrowsers: KnownBrowsers;
	/**
	 * Ids of all sessions there may be; some may be over. Only the hub begins sessions: what is not in here is none, and
	 * cookies that somebody made up are told apart without a question to the database.
	 */
	sessionIds: Set<string>;
	/** names of the hub, which are no passwords */
	hubName: string;
}

/** A session begins: what its cookie and its list entry are made of. */
export interface Visitor {
	address: string;
	userAgent: string;
}
