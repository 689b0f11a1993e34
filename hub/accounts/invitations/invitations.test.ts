import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestAccounts, testAccounts } from '../../../test/harness/accounts.ts';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import type { GuestAccess } from '../../../protocol/dashboard/people/people.ts';
import { newId } from '../../base/random.ts';
import { ok } from '../../base/result.ts';
import { Invitation, User } from '../entities.ts';
import type { HashQueue } from '../limits/hash-queue.ts';
import type { PeopleDependents } from '../people/people-dependents.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { SWEEP_MS, expireInvitations } from './expire-invitations.ts';
import { INVITATION_MS } from './invitation-view.ts';
import { listInvitations } from './list-invitations.ts';
import { lookAtInvitation } from './look-at-invitation.ts';
import { makeInvitation } from './make-invitation.ts';

const VISITOR = { address: '192.168.1.4', userAgent: 'test' };
const PASSWORD = 'correct horse battery';
const DEPENDENTS = {
	checkAccess: () => ok(),
	withLock: (work) => work(),
} as Partial<PeopleDependents> as PeopleDependents;

let accounts: TestAccounts;
let anna: User;
beforeEach(async () => {
	accounts = await testAccounts();
	anna = await person('anna');
});
afterEach(() => accounts.remove());

async function person(name: string): Promise<User> {
	const user: User = {
		id: newId(accounts.random),
		name,
		folded: name,
		passwordHash: '',
		role: 'owner',
		access: null,
		mayUpdateOthers: false,
		passwordChanges: 0,
		createdAt: 0,
	};
	await accounts.orm.em.fork().insert(User, user);
	return user;
}

const make = () => makeInvitation(accounts, DEPENDENTS, { role: 'member', access: null, name: '', by: anna });
async function made(): Promise<string> {
	const invitation = await make();
	if (!invitation.ok) throw new Error(invitation.error.message);
	return invitation.value.secret;
}
const accept = (secret: string, name: string) =>
	acceptInvitation(
		accounts,
		{ secret, name, password: PASSWORD },
		{ visitor: VISITOR, caller: { known: false, address: VISITOR.address, failures: 0 } },
	);

describe('invitations', () => {
	it('are accepted until the last moment, and then neither accepted nor listed', async () => {
		const [first, second] = [await made(), await made()];
		accounts.clock.advance(INVITATION_MS - 1);
		expect((await accept(first, 'ben')).ok).toBe(true);
		expect(await listInvitations(accounts)).toHaveLength(1);
		accounts.clock.advance(1);
		expect(await accept(second, 'carla')).toMatchObject({ ok: false, error: { kind: 'no-such-invitation' } });
		expect(await listInvitations(accounts)).toEqual([]);
	});

	it('of a guest whose time is over before they come are neither shown nor accepted', async () => {
		const until = accounts.clock.now() + 1_000;
		const access: GuestAccess = { grants: [{ kind: 'room', room: 'Hall', may: 'see' }], until, weekly: null };
		const invitation = await makeInvitation(accounts, DEPENDENTS, { role: 'guest', access, name: '', by: anna });
		if (!invitation.ok) throw new Error(invitation.error.message);
		const { secret } = invitation.value;
		expect(await lookAtInvitation(accounts, secret)).toMatchObject({ value: { until } });
		accounts.clock.advance(1_000);
		expect(await lookAtInvitation(accounts, secret)).toMatchObject({ error: { kind: 'access-over' } });
		expect(await accept(secret, 'mia')).toMatchObject({ error: { kind: 'access-over' } });
		expect(await accounts.orm.em.fork().count(User, {})).toBe(1);
	});

	it('are not made by somebody who is no owner any more', async () => {
		await accounts.orm.em.fork().nativeUpdate(User, { id: anna.id }, { role: 'member' });
		expect(await make()).toMatchObject({ error: { kind: 'not-allowed' } });
		expect(await listInvitations(accounts)).toEqual([]);
	});

	it('are worth nothing once their maker is no owner any more, also while somebody accepts', async () => {
		const secret = await made();
		const demote = () => accounts.orm.em.fork().nativeUpdate(User, { id: anna.id }, { role: 'member' });
		const { hashing } = accounts;
		accounts.hashing = { run: async (...turn) => (await demote(), hashing.run(...turn)) } as HashQueue;
		const none = { error: { kind: 'no-such-invitation' } };
		expect(await accept(secret, 'ben')).toMatchObject(none);
		expect(await lookAtInvitation(accounts, secret)).toMatchObject(none);
		expect(await accept(secret, 'ben')).toMatchObject(none);
		expect(await accounts.orm.em.fork().count(User, {})).toBe(1);
	});

	it('with a damaged access are listed, and reach nothing', async () => {
		const access: GuestAccess = { grants: [{ kind: 'room', room: 'Hall', may: 'see' }], until: null, weekly: null };
		const invitation = await makeInvitation(accounts, DEPENDENTS, { role: 'guest', access, name: '', by: anna });
		if (!invitation.ok) throw new Error(invitation.error.message);
		await accounts.orm.em.fork().execute(`UPDATE invitation SET access = '{"until": "soon"}'`);
		expect(await listInvitations(accounts)).toMatchObject([{ access: null }]);
		expect(await lookAtInvitation(accounts, invitation.value.secret)).toMatchObject({ value: { until: null } });
		expect((await accept(invitation.value.secret, 'mia')).ok).toBe(true);
		expect(await accounts.orm.em.fork().findOneOrFail(User, { name: 'mia' })).toMatchObject({ access: null });
	});

	it('are deleted once they are over, which open pages are told once', async () => {
		await made();
		let told = 0;
		accounts.events.on('PeopleChanged', () => told++);
		accounts.clock.advance(INVITATION_MS);
		const sweeping = expireInvitations(accounts, pino({ level: 'silent' }));
		accounts.clock.advance(SWEEP_MS);
		await expect.poll(() => accounts.orm.em.fork().count(Invitation, {}), { interval: 5 }).toBe(0);
		await expect.poll(() => told, { interval: 5 }).toBe(1);
		accounts.clock.advance(SWEEP_MS);
		expect(await accounts.orm.em.fork().count(Invitation, {})).toBe(0);
		expect(told).toBe(1);
		sweeping.cancel();
	});

	it('keep a place for everybody who is invited: people and open invitations are at most so many together', async () => {
		while ((await accounts.orm.em.fork().count(User, {})) < LIMITS.people - 1) await person(newId(accounts.random));
		const secret = await made();
		expect(await make()).toMatchObject({ ok: false, error: { kind: 'too-many-people' } });
		expect((await accept(secret, 'ben')).ok).toBe(true);
		expect(await make()).toMatchObject({ ok: false, error: { kind: 'too-many-people' } });
	});

	it('of several for one name make one person, and the others stay open', async () => {
		const secrets = [await made(), await made(), await made()];
		const answers = await Promise.all(secrets.map((secret) => accept(secret, 'Ben')));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(answers.filter((answer) => !answer.ok && answer.error.kind === 'name-taken')).toHaveLength(2);
		expect(await listInvitations(accounts)).toHaveLength(2);
	});

	it('are answered busy, and stay open, when too many passwords are being hashed', async () => {
		const secret = await made();
		const full = { ...accounts, hashing: { run: async () => ({ ok: false, error: 'busy' }) } as never };
		const caller = { known: false, address: VISITOR.address, failures: 0 };
		const wish = { secret, name: 'ben', password: PASSWORD };
		expect(await acceptInvitation(full, wish, { visitor: VISITOR, caller })).toMatchObject({
			error: { kind: 'too-many-signing-in' },
		});
		expect((await accept(secret, 'ben')).ok).toBe(true);
	});
});
