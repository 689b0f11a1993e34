import { Events } from '../../hub/base/events.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Accounts } from '../../hub/accounts/accounts.ts';
import { Invitation, Session, User } from '../../hub/accounts/entities.ts';
import { StoredHome } from '../../hub/accounts/home/entity.ts';
import { HomeLayouts } from '../../hub/accounts/home/home-layouts.ts';
import { StoredPreferences } from '../../hub/accounts/preferences/entity.ts';
import { PeoplePreferences } from '../../hub/accounts/preferences/people-preferences.ts';
import { RecoveryCode, SecondFactor } from '../../hub/accounts/second-factor/entities.ts';
import { SecondFactors } from '../../hub/accounts/second-factor/second-factors.ts';
import { FirstOwner } from '../../hub/accounts/set-up/first-owner.ts';
import { HashQueue } from '../../hub/accounts/limits/hash-queue.ts';
import { LockOuts } from '../../hub/accounts/lock-outs/lock-outs.ts';
import { KnownBrowsers } from '../../hub/accounts/limits/known-browsers.ts';
import { SetupCode } from '../../hub/accounts/set-up/setup-code.ts';
import { ApiToken } from '../../hub/accounts/tokens/entity.ts';
import { LiveTokens } from '../../hub/accounts/tokens/live-tokens.ts';
import { ManualClock } from '../../hub/base/manual-clock.ts';
import { systemRandom } from '../../hub/base/random.ts';
import { migrations } from '../../hub/schema.ts';
import { openStore } from '../../hub/store/open-store.ts';
import { Vault } from '../../hub/store/vault.ts';

/** Only the accounts: a database in memory, a clock moved by hand, cheap password hashes. */
export interface TestAccounts extends Accounts {
	clock: ManualClock;
	/** the file with the set-up code */
	codeFile: string;
	remove(): Promise<void>;
}

export async function testAccounts(): Promise<TestAccounts> {
	const store = await openStore({
		file: ':memory:',
		entities: [User, Session, Invitation, SecondFactor, RecoveryCode, ApiToken, StoredHome, StoredPreferences],
		migrations,
	});
	if (!store.ok) throw new Error(store.error.message);
	const folder = mkdtempSync(join(tmpdir(), 'mooring-accounts-'));
	const codeFile = join(folder, 'setup-code');
	const clock = new ManualClock();
	const setupCode = new SetupCode(codeFile, systemRandom);
	const vault = new Vault(new Uint8Array(32), systemRandom);
	return {
		orm: store.value,
		clock,
		random: systemRandom,
		setupCode,
		firstOwner: new FirstOwner(store.value, setupCode),
		passwordCost: { memoryCost: 8, timeCost: 1, parallelism: 1 },
		hashing: new HashQueue(),
		knownBrowsers: new KnownBrowsers(new Uint8Array(32), systemRandom),
		secondFactors: new SecondFactors(vault, clock, systemRandom),
		sessionIds: new Set(),
		tokens: new LiveTokens({ orm: store.value, clock, log: { error: () => undefined } }),
		homes: new HomeLayouts(clock),
		preferences: new PeoplePreferences(clock),
		lockOuts: new LockOuts(clock),
		hubName: 'Mooring',
		events: new Events(),
		codeFile,
		async remove() {
			await store.value.close(true);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
