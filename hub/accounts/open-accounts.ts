import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import type { Clock } from '../base/clock.ts';
import { Events } from '../base/events.ts';
import type { Random } from '../base/random.ts';
import type { Vault } from '../store/vault.ts';
import type { Accounts } from './accounts.ts';
import { Session } from './entities.ts';
import type { AccountFacts } from './facts.ts';
import { HomeLayouts } from './home/home-layouts.ts';
import { FirstOwner } from './set-up/first-owner.ts';
import { HashQueue } from './limits/hash-queue.ts';
import { KnownBrowsers } from './limits/known-browsers.ts';
import { LockOuts } from './lock-outs/lock-outs.ts';
import { tellLockedOut } from './lock-outs/tell-locked-out.ts';
import { PASSWORD_COST, type PasswordCost } from './passwords/password.ts';
import { PeoplePreferences } from './preferences/people-preferences.ts';
import { SecondFactors } from './second-factor/second-factors.ts';
import { SetupCode } from './set-up/setup-code.ts';
import { LiveTokens } from './tokens/live-tokens.ts';

/** Loads the hub's accounts; if it has no owner yet, offers the set-up code. */
export async function openAccounts(
	options: {
		orm: MikroORM;
		clock: Clock;
		random: Random;
		log: Logger;
		config: { name: string };
		overrides: { passwordCost?: PasswordCost };
	},
	vault: Vault,
	folder: { setupCode: string },
): Promise<{ accounts: Accounts; needsSetUp: boolean }> {
	const { orm, clock, random, log, config, overrides } = options;
	const { passwordCost = PASSWORD_COST } = overrides;
	const setupCode = new SetupCode(folder.setupCode, random);
	const firstOwner = new FirstOwner(orm, setupCode);
	const needsSetUp = !(await firstOwner.exists());
	if (needsSetUp) setupCode.offer();
	else setupCode.spend(); // the hub may have stopped after creating its owner and before deleting the code
	const knownBrowsers = new KnownBrowsers(vault.keyFor('known-browsers'), random);
	const sessions = await orm.em.fork().find(Session, {}, { fields: ['id'] });
	const tokens = new LiveTokens({ orm, clock, log });
	await tokens.load();
	const homes = new HomeLayouts(clock);
	await homes.load({ orm, log });
	const preferences = new PeoplePreferences(clock);
	await preferences.load({ orm, log });
	const accounts: Accounts = {
		orm,
		clock,
		random,
		setupCode,
		firstOwner,
		passwordCost,
		hashing: new HashQueue(),
		knownBrowsers,
		secondFactors: new SecondFactors(vault, clock, random),
		sessionIds: new Set(sessions.map(({ id }) => id)),
		tokens,
		homes,
		preferences,
		lockOuts: new LockOuts(clock),
		hubName: config.name,
		events: new Events<AccountFacts>((error) => log.error({ err: error }, 'internal error in an event listener')),
	};
	const { events, lockOuts } = accounts;
	accounts.secondFactors.limit.watchedBy(lockOuts);
	lockOuts.listen({
		begun: (lockOut) =>
			void tellLockedOut(accounts, lockOut).catch((error: unknown) =>
				log.error({ err: error }, 'lock-outs: the database could not be read; the history does not have this one'),
			),
		changed: () => events.emit('LockOutsChanged', {}),
	});
	return { accounts, needsSetUp };
}
