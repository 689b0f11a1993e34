import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestAccounts, testAccounts } from '../../../test/harness/accounts.ts';
import type { GuestAccess, PersonPatch } from '../../../protocol/dashboard/people/people.ts';
import { personActor } from '../../base/actor.ts';
import { fault } from '../../../protocol/dashboard/faults.ts';
import { ok } from '../../base/result.ts';
import { Invitation, Session, User } from '../entities.ts';
import { findSession } from '../find-session.ts';
import { hashPassword } from '../passwords/password.ts';
import { signIn } from '../sign-in.ts';
import { changePerson } from './change-person.ts';
import type { PeopleDependents } from './people-dependents.ts';
import { listPeople } from './list-people.ts';
import { removePerson } from './remove-person.ts';

const VISITOR = { address: '192.168.1.4', userAgent: 'test' };
const PASSWORD = 'correct horse battery';
const LATER = Date.UTC(2100, 0);
const ACCESS: GuestAccess = { grants: [{ kind: 'room', room: 'Hall', may: 'see' }], until: null, weekly: null };

let accounts: TestAccounts;
let anna: User;
let ben: User;
let facts: string[];
let dependents: PeopleDependents;
let undone: number;
/** how many operations hold off changes of devices */
let turns: number;

beforeEach(async () => {
	accounts = await testAccounts();
	[undone, turns] = [0, 0];
	dependents = {
		isHere: () => false,
		countOf: () => ({ devices: 0, pending: 0 }),
		checkAccess: () => (turns > 0 ? ok() : fault('no-such-device')),
		withLock: (work) => {
			turns++;
			return work().finally(() => turns--);
		},
		handOver: async () => ({ committed: async () => undefined, undone: () => void undone++ }),
	};
	anna = await person('anna', 'owner');
	ben = await person('ben', 'member');
	facts = [];
	for (const fact of [
		'SessionsEnded',
		'PersonChanged',
		'RoleChanged',
		'AccessChanged',
		'PersonRemoved',
		'PeopleChanged',
	] as const)
		accounts.events.on(fact, () => void facts.push(fact));
});
afterEach(() => accounts.remove());

async function person(name: string, role: User['role']): Promise<User> {
	const passwordHash = await hashPassword(PASSWORD, accounts.passwordCost);
	const user: User = {
		id: name,
		name,
		folded: name,
		passwordHash,
		role,
		access: null,
		mayUpdateOthers: false,
		passwordChanges: 0,
		createdAt: 0,
	};
	await accounts.orm.em.fork().insert(User, user);
	return user;
}

async function tokenOf(name: string): Promise<string> {
	const done = await signIn(accounts, { name, password: PASSWORD }, VISITOR);
	if (!done.ok) throw new Error(done.error.message);
	if (!('token' in done.value)) throw new Error('a code is asked for');
	facts.length = 0;
	return done.value.token;
}

const change = (id: string, patch: PersonPatch) =>
	changePerson(accounts, dependents, { id, patch, by: personActor(anna) });

describe('changing a person', () => {
	it('ends the sessions before it is told, and in the same transaction', async () => {
		const token = await tokenOf('ben');
		expect(await change('ben', { role: 'guest', access: ACCESS })).toMatchObject({
			value: { role: 'guest', access: ACCESS },
		});
		expect(facts).toEqual(['SessionsEnded', 'PersonChanged', 'RoleChanged', 'PeopleChanged']);
		expect(await findSession(accounts, token)).toBeUndefined();
		expect(await accounts.orm.em.fork().count(Session, {})).toBe(0);
	});

	it('keeps role and sessions together if the database refuses', async () => {
		const token = await tokenOf('ben');
		await accounts.orm.em
			.fork()
			.execute(`CREATE TRIGGER full BEFORE DELETE ON session BEGIN SELECT RAISE(ABORT, 'full'); END`);
		await expect(change('ben', { role: 'owner' })).rejects.toThrow('full');
		expect(facts).toEqual([]);
		expect((await findSession(accounts, token))?.user.role).toBe('member');
	});

	it('is not told if nothing has changed, and does not sign anybody out for another access', async () => {
		const token = await tokenOf('ben');
		await change('ben', { role: 'member', mayUpdateOthers: false });
		expect(facts).toEqual([]);
		await change('ben', { mayUpdateOthers: true });
		expect(facts).toEqual(['PersonChanged', 'AccessChanged', 'PeopleChanged']);
		expect(await findSession(accounts, token)).toBeDefined();
	});

	it('keeps a guest’s access if it says nothing of it, and takes what only members have', async () => {
		await change('ben', { mayUpdateOthers: true });
		await change('ben', { role: 'guest', access: ACCESS });
		expect(await change('ben', { role: 'guest' })).toMatchObject({ value: { access: ACCESS, mayUpdateOthers: false } });
		expect(await change('ben', { mayUpdateOthers: true })).toMatchObject({ value: { mayUpdateOthers: false } });
	});

	it('of a guest whose stored access is damaged shows none, keeps none, and gives another', async () => {
		await change('ben', { role: 'guest', access: ACCESS });
		for (const damaged of ['{}', '[]', '"all"', '{"grants":5}']) {
			const em = accounts.orm.em.fork();
			await em.execute(`UPDATE user SET access = '${damaged}' WHERE id = 'ben'`);
			const open = {
				secretHash: 'hash',
				role: 'guest',
				name: '',
				createdAt: 0,
				expiresAt: LATER,
				madeBy: 'anna',
			} as const;
			await em.nativeDelete(Invitation, {});
			await em.insert(Invitation, { ...open, id: 'open', access: JSON.parse(damaged) as GuestAccess });
			const { people, invitations } = await listPeople(accounts, dependents);
			expect(people[1]).toMatchObject({ id: 'ben', access: null });
			expect(invitations).toMatchObject([{ id: 'open', access: null }]);
			expect(await change('ben', { role: 'guest' })).toMatchObject({ error: { kind: 'guest-needs-access' } });
		}
		expect(await change('ben', { access: ACCESS })).toMatchObject({ value: { access: ACCESS } });
	});

	it('refuses somebody who is no owner any more', async () => {
		await change('ben', { role: 'owner' });
		await change('anna', { role: 'member' });
		expect(await change('ben', { role: 'guest', access: ACCESS })).toMatchObject({ error: { kind: 'not-allowed' } });
	});

	it('of two owners who both step down at once leaves one', async () => {
		await change('ben', { role: 'owner' });
		const answers = await Promise.all([change('anna', { role: 'member' }), change('ben', { role: 'member' })]);
		expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
		expect(await accounts.orm.em.fork().count(User, { role: 'owner' })).toBe(1);
	});
});

describe('removing a person', () => {
	const remove = (id: string, by: User) => removePerson(accounts, dependents, { id, pendingDevices: 'keep', by });

	it('of two owners who remove each other at once leaves one', async () => {
		await change('ben', { role: 'owner' });
		const answers = await Promise.all([remove('anna', ben), remove('ben', anna)]);
		expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
		expect(await accounts.orm.em.fork().count(User, { role: 'owner' })).toBe(1);
	});

	it('changes nothing, and takes back what was handed over, if the database refuses', async () => {
		const token = await tokenOf('ben');
		await accounts.orm.em
			.fork()
			.execute(`CREATE TRIGGER full BEFORE DELETE ON user BEGIN SELECT RAISE(ABORT, 'full'); END`);
		await expect(remove('ben', anna)).rejects.toThrow('full');
		expect([facts, undone]).toEqual([[], 1]);
		expect(await findSession(accounts, token)).toBeDefined();
	});

	it('is told although what follows it fails', async () => {
		const disk = () => Promise.reject(new Error('the disk is full'));
		dependents.handOver = async () => ({ committed: disk, undone: () => undefined });
		await expect(remove('ben', anna)).rejects.toThrow('the disk is full');
		expect(facts).toEqual(['PersonRemoved', 'PeopleChanged']);
	});

	it('refuses oneself and a remover who is no owner any more', async () => {
		expect(await remove('anna', anna)).toMatchObject({ error: { kind: 'not-yourself' } });
		expect(await remove('anna', ben)).toMatchObject({ error: { kind: 'not-allowed' } });
	});
});
