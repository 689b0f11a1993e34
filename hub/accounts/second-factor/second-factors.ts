import { createHmac } from 'node:crypto';
import type { Clock } from '../../base/clock.ts';
import type { Random } from '../../base/random.ts';
import type { Vault } from '../../store/vault.ts';
import { CodeLimit } from '../limits/code-limit.ts';
import { Enrolments } from './enrolments.ts';
import type { SecondFactor } from './entities.ts';
import { SignInHandles } from './sign-in-handles.ts';

/** What the second factors need besides the database: the hub's keys, and what lasts minutes. */
export class SecondFactors {
	readonly handles: SignInHandles;
	readonly enrolments: Enrolments;
	readonly limit: CodeLimit;
	#vault: Vault;
	#recoveryKey: Uint8Array;

	constructor(vault: Vault, clock: Clock, random: Random) {
		this.#vault = vault;
		this.#recoveryKey = vault.keyFor('recovery-codes');
		this.handles = new SignInHandles(clock, random);
		this.enrolments = new Enrolments(clock);
		this.limit = new CodeLimit(clock);
	}

	seal(userId: string, secret: Uint8Array): Buffer {
		return this.#vault.seal(secret, purposeOf(userId));
	}

	open({ userId, sealed }: SecondFactor): Uint8Array {
		return this.#vault.open(sealed, purposeOf(userId));
	}

	/** What the database keeps of a recovery code: a keyed hash, so that a copied database alone lets nobody try codes. */
	hashOf(userId: string, code: string): string {
		return createHmac('sha256', this.#recoveryKey).update(`${userId}\0${code}`).digest('hex');
	}
}

function purposeOf(userId: string): string {
	return `second-factor:${userId}`;
}
