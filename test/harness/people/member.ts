import { join } from 'node:path';
import type { Role } from '../../../protocol/dashboard/people/accounts.ts';
import type { GuestAccess } from '../../../protocol/dashboard/people/people.ts';
import { User } from '../../../hub/accounts/entities.ts';
import { hashPassword } from '../../../hub/accounts/passwords/password.ts';
import { newId, systemRandom } from '../../../hub/base/random.ts';
import { entities, migrations } from '../../../hub/schema.ts';
import { openStore } from '../../../hub/store/open-store.ts';
import { type BrowserSession, PASSWORD } from '../browser-session.ts';
import type { TestHub } from '../hub.ts';

export interface NewPerson {
	name: string;
	role: Role;
	access?: GuestAccess | null;
	mayUpdateOthers?: boolean;
}

/** The row of a person whose password is that of all tests. */
export async function personRow({ name, role, access = null, mayUpdateOthers = false }: NewPerson): Promise<User> {
	return {
		id: newId(systemRandom),
		name,
		folded: name,
		passwordHash: await hashPassword(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 }),
		role,
		access,
		mayUpdateOthers,
		passwordChanges: 0,
		createdAt: 0,
	};
}

/** Somebody who is on the hub besides its owner, signed in. */
export async function addPerson(hub: Pick<TestHub, 'data' | 'browser'>, person: NewPerson): Promise<BrowserSession> {
	const store = await openStore({ file: join(hub.data, 'mooring.db'), entities, migrations });
	if (!store.ok) throw new Error(store.error.message);
	await store.value.em.fork().insert(User, await personRow(person));
	await store.value.close(true);
	const session = hub.browser();
	await session.call('POST', '/session', { name: person.name, password: PASSWORD });
	return session;
}

/** Ben, who is of the household but not the owner, signed in. */
export function memberOf(hub: Pick<TestHub, 'data' | 'browser'>, name = 'ben'): Promise<BrowserSession> {
	return addPerson(hub, { name, role: 'member' });
}

/** A guest with these grants, at any time. */
export function guestOf(
	hub: Pick<TestHub, 'data' | 'browser'>,
	name: string,
	grants: GuestAccess['grants'],
	until: number | null = null,
): Promise<BrowserSession> {
	return addPerson(hub, { name, role: 'guest', access: { grants, until, weekly: null } });
}
