import type { MikroORM } from '@mikro-orm/sqlite';
import { User } from '../entities.ts';
import type { LockOut } from './lock-outs.ts';

export interface Guessed {
	names: string[];
	/** names that nobody has */
	unknownNames: boolean;
}

/**
 * Reads who the people are at whose secrets somebody guesses. A name that nobody has is not repeated: it is a stranger's
 * text, or a password that somebody typed into the wrong field.
 */
export async function readNames(orm: MikroORM): Promise<(of: Pick<LockOut, 'what' | 'secrets'>) => Guessed> {
	const people = await orm.em.fork().find(User, {}, { fields: ['id', 'name', 'folded'] });
	const byId = new Map(people.map(({ id, name }) => [id, name]));
	const byFolded = new Map(people.map(({ folded, name }) => [folded, name]));
	return ({ what, secrets }) => {
		const names = secrets.map((secret) => (what === 'second-factor' ? byId : byFolded).get(secret));
		return {
			names: names.filter((name) => name !== undefined),
			unknownNames: names.includes(undefined),
		};
	};
}
