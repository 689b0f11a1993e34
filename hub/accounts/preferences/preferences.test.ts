import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { NO_PREFERENCES } from '../../../protocol/dashboard/people/no-preferences.ts';
import type { Preferences } from '../../../protocol/dashboard/people/preferences.ts';
import { type TestAccounts, testAccounts } from '../../../test/harness/accounts.ts';
import { personRow } from '../../../test/harness/people/member.ts';
import { ok } from '../../base/result.ts';
import { User } from '../entities.ts';
import type { PeopleDependents } from '../people/people-dependents.ts';
import { removePerson } from '../people/remove-person.ts';
import { userView } from '../sessions.ts';
import { changePreferences } from './change-preferences.ts';
import { PeoplePreferences } from './people-preferences.ts';

const HOUR = 3_600_000;
const GERMAN: Preferences = { ...NO_PREFERENCES, language: 'de' };
const AMERICAN: Preferences = { language: 'en', hours: '12', weekStart: 'sunday', temperature: 'fahrenheit' };

let accounts: TestAccounts;
let anna: UserView;
let ben: UserView;
let told: UserView[];

async function person(name: string, role: 'owner' | 'guest'): Promise<UserView> {
	const row = await personRow({ name, role });
	await accounts.orm.em.fork().insert(User, row);
	return userView(row);
}

beforeEach(async () => {
	accounts = await testAccounts();
	[anna, ben] = [await person('anna', 'owner'), await person('ben', 'guest')];
	told = [];
	accounts.events.on('PreferencesChanged', ({ user }) => void told.push(user));
});
afterEach(() => accounts.remove());

const sql = <T = unknown>(text: string, values: unknown[] = []) => accounts.orm.em.fork().execute<T[]>(text, values);
const rows = () => sql<{ user_id: string; chosen: string }>('SELECT user_id, chosen FROM preferences');

/** What a hub that starts now reads, and what it writes into its log. */
async function restarted(): Promise<{ preferences: PeoplePreferences; logged: object[] }> {
	const preferences = new PeoplePreferences(accounts.clock);
	const logged: object[] = [];
	await preferences.load({ orm: accounts.orm, log: { error: (line: object) => void logged.push(line) } });
	return { preferences, logged };
}

describe('what a person chooses for how the dashboard speaks', () => {
	it('is nothing at first, is theirs alone, and is read again by the next hub', async () => {
		expect(accounts.preferences.of(anna.id)).toEqual(NO_PREFERENCES);
		expect(await changePreferences(accounts, anna, AMERICAN)).toEqual(ok());
		expect(told).toEqual([anna]);
		const { preferences, logged } = await restarted();
		for (const known of [accounts.preferences, preferences])
			expect([known.of(anna.id), known.of(ben.id)]).toEqual([AMERICAN, NO_PREFERENCES]);
		expect(logged).toEqual([]);
	});

	it('is neither written nor told if they chose so already', async () => {
		await changePreferences(accounts, anna, NO_PREFERENCES);
		expect(await rows()).toEqual([]);
		await changePreferences(accounts, anna, GERMAN);
		await changePreferences(accounts, anna, { ...GERMAN });
		expect(told).toHaveLength(1);
	});

	it('is as they chose last, however closely two changes follow each other', async () => {
		await Promise.all([GERMAN, AMERICAN].map((chosen) => changePreferences(accounts, anna, chosen)));
		expect(accounts.preferences.of(anna.id)).toEqual(AMERICAN);
		expect(await rows()).toEqual([{ user_id: anna.id, chosen: JSON.stringify(AMERICAN) }]);
	});

	it('stays as it was where it cannot be written', async () => {
		await changePreferences(accounts, anna, GERMAN);
		await sql('ALTER TABLE preferences RENAME TO away');
		await expect(changePreferences(accounts, anna, AMERICAN)).rejects.toThrow();
		expect([accounts.preferences.of(anna.id), told]).toEqual([GERMAN, [anna]]);
		await sql('ALTER TABLE away RENAME TO preferences');
		expect(await changePreferences(accounts, anna, AMERICAN)).toEqual(ok());
	});

	it('is changed sixty times an hour at most, by each person', async () => {
		for (let n = 0; n < 60; n++)
			expect(await changePreferences(accounts, anna, n % 2 ? GERMAN : AMERICAN)).toEqual(ok());
		expect(await changePreferences(accounts, anna, AMERICAN)).toMatchObject({
			error: { kind: 'preferences-too-often' },
		});
		expect(accounts.preferences.of(anna.id)).toEqual(GERMAN);
		expect(await changePreferences(accounts, ben, AMERICAN)).toEqual(ok());
		accounts.clock.advance(HOUR);
		expect(await changePreferences(accounts, anna, AMERICAN)).toEqual(ok());
	});

	it('goes with a person who is removed, who chooses nothing any more', async () => {
		const dependents = {
			handOver: async () => ({ committed: async () => undefined, undone: () => undefined }),
		} as unknown as PeopleDependents;
		for (const user of [anna, ben]) await changePreferences(accounts, user, GERMAN);
		expect(await removePerson(accounts, dependents, { id: ben.id, pendingDevices: 'delete', by: anna })).toEqual(ok());
		expect(await rows()).toMatchObject([{ user_id: anna.id }]);
		expect(accounts.preferences.of(ben.id)).toEqual(NO_PREFERENCES);
		expect(await changePreferences(accounts, ben, AMERICAN)).toMatchObject({ error: { kind: 'no-such-person' } });
	});
});

it.each([
	'',
	'{"language":',
	'null',
	'[]',
	'{"language":"de"}',
	'{"language":"xx","hours":"12","weekStart":"auto","temperature":"auto"}',
])('the hub starts in spite of the stored preferences %j, which count as none and are chosen anew', async (damaged) => {
	for (const user of [anna, ben]) await changePreferences(accounts, user, GERMAN);
	await sql('UPDATE preferences SET chosen = ? WHERE user_id = ?', [damaged, anna.id]);
	const { preferences, logged } = await restarted();
	expect([preferences.of(anna.id), preferences.of(ben.id)]).toEqual([NO_PREFERENCES, GERMAN]);
	expect(logged).toEqual([{ person: anna.id }]);
	expect(await changePreferences({ ...accounts, preferences }, anna, AMERICAN)).toEqual(ok());
	expect((await restarted()).preferences.of(anna.id)).toEqual(AMERICAN);
});
