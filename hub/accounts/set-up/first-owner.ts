import type { MikroORM } from '@mikro-orm/sqlite';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { KeyedMutex } from '../../base/keyed-mutex.ts';
import type { Result } from '../../base/result.ts';
import { User } from '../entities.ts';
import type { SetupCode } from './setup-code.ts';

const LOCK = 'first owner';

/**
 * How a hub without an owner gets one: somebody sets it up, or a backup takes its place. Both take the set-up code, and of
 * all who try, whichever way, exactly one succeeds.
 */
export class FirstOwner {
	#orm: MikroORM;
	#code: SetupCode;
	#locks = new KeyedMutex();
	#isClosed = false;

	constructor(orm: MikroORM, code: SetupCode) {
		this.#orm = orm;
		this.#code = code;
	}

	async exists(): Promise<boolean> {
		return (await this.#orm.em.fork().count(User, {})) > 0;
	}

	/** Whether somebody typed the set-up code. */
	isProvedBy(code: string): boolean {
		return this.#code.matches(code);
	}

	/** Does what makes the owner, unless a backup is taking the place of this hub. */
	make<T>(act: () => Promise<Result<T, Fault>>): Promise<Result<T, Fault>> {
		return this.#locks.run(LOCK, async () => (this.#isClosed ? fault('restore-running') : act()));
	}

	/** From now on nobody becomes the owner here: a backup takes the place of this hub. False if somebody has come first. */
	close(): Promise<boolean> {
		return this.#locks.run(LOCK, async () => {
			if (this.#isClosed || (await this.exists())) return false;
			this.#isClosed = true;
			return true;
		});
	}
}
