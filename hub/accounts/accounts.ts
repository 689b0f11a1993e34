import type { MikroORM } from '@mikro-orm/sqlite';
import type { Clock } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import type { PasswordCost } from './password.ts';
import type { SetupCode } from './setup-code.ts';

/** What the operations on accounts need. */
export interface Accounts {
	orm: MikroORM;
	clock: Clock;
	random: Random;
	setupCode: SetupCode;
	passwordCost: PasswordCost;
}

/** A session begins: what its cookie and its list entry are made of. */
export interface Visitor {
	address: string;
	userAgent: string;
}
