import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import type { HomeLayout } from '../../../protocol/dashboard/home.ts';
import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { type TestAccounts, testAccounts } from '../../../test/harness/accounts.ts';
import { personRow } from '../../../test/harness/people/member.ts';
import { ok } from '../../base/result.ts';
import { User } from '../entities.ts';
import type { PeopleDependents } from '../people/people-dependents.ts';
import { removePerson } from '../people/remove-person.ts';
import { userView } from '../sessions.ts';
import { arrangeHome } from './arrange-home.ts';
import { HomeLayouts } from './home-layouts.ts';

const HOUR = 3_600_000;
const HALL: HomeLayout = { ...EMPTY_HOME, rooms: ['Hall'] };
const SHED: HomeLayout = { ...EMPTY_HOME, rooms: ['Shed'] };
const FULL: HomeLayout = {
	favourites: ['relay:d-1_a:2', 'scene:s1'],
	order: ['reading:d1:1:celsius', 'relay:d1:8'],
	rooms: ['Hall', 'Café'],
	folded: ['Café'],
	hidesFirstSteps: true,
};

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
	accounts.events.on('HomeArranged', ({ user }) => void told.push(user));
});
afterEach(() => accounts.remove());

const sql = <T = unknown>(text: string, values: unknown[] = []) => accounts.orm.em.fork().execute<T[]>(text, values);
const rows = () => sql<{ user_id: string; layout: string }>('SELECT user_id, layout FROM home_layout');

/** What a hub that starts now reads, and what it writes into its log. */
async function restarted(): Promise<{ homes: HomeLayouts; logged: object[] }> {
	const homes = new HomeLayouts(accounts.clock);
	const logged: object[] = [];
	await homes.load({ orm: accounts.orm, log: { error: (line: object) => void logged.push(line) } });
	return { homes, logged };
}

describe('a person’s Home', () => {
	it('is empty until they arrange it, is theirs alone, and is read again by the next hub', async () => {
		expect(accounts.homes.of(anna.id)).toEqual(EMPTY_HOME);
		expect(await arrangeHome(accounts, anna, FULL)).toEqual(ok());
		expect(told).toEqual([anna]);
		const { homes, logged } = await restarted();
		for (const known of [accounts.homes, homes])
			expect([known.of(anna.id), known.of(ben.id)]).toEqual([FULL, EMPTY_HOME]);
		expect(logged).toEqual([]);
	});

	it('is replaced as a whole', async () => {
		for (const home of [FULL, HALL, EMPTY_HOME]) await arrangeHome(accounts, anna, home);
		expect(accounts.homes.of(anna.id)).toEqual(EMPTY_HOME);
		expect(await rows()).toEqual([{ user_id: anna.id, layout: JSON.stringify(EMPTY_HOME) }]);
	});

	it('that is arranged so already is neither written nor told', async () => {
		await arrangeHome(accounts, anna, EMPTY_HOME);
		expect(await rows()).toEqual([]);
		await arrangeHome(accounts, anna, HALL);
		const kept = accounts.homes.of(anna.id);
		expect(await arrangeHome(accounts, anna, { ...HALL })).toEqual(ok());
		expect(accounts.homes.of(anna.id)).toBe(kept);
		expect(told).toHaveLength(1);
	});

	it('is as it was arranged last, however closely two changes follow each other', async () => {
		await arrangeHome(accounts, anna, HALL);
		await Promise.all([SHED, HALL].map((home) => arrangeHome(accounts, anna, home)));
		expect(accounts.homes.of(anna.id)).toEqual(HALL);
		expect(await rows()).toMatchObject([{ layout: JSON.stringify(HALL) }]);
	});

	it('stays as it was where it cannot be written, and can be arranged again later', async () => {
		await arrangeHome(accounts, anna, HALL);
		await sql('ALTER TABLE home_layout RENAME TO away');
		await expect(arrangeHome(accounts, anna, SHED)).rejects.toThrow();
		expect([accounts.homes.of(anna.id), told]).toEqual([HALL, [anna]]);
		await sql('ALTER TABLE away RENAME TO home_layout');
		expect(await arrangeHome(accounts, anna, SHED)).toEqual(ok());
	});

	it('is arranged a few hundred times an hour at most, by each person', async () => {
		for (let n = 0; n < 240; n++) expect(await arrangeHome(accounts, anna, n % 2 ? HALL : SHED)).toEqual(ok());
		expect(await arrangeHome(accounts, anna, SHED)).toMatchObject({ error: { kind: 'arranged-too-often' } });
		expect(accounts.homes.of(anna.id)).toEqual(HALL);
		expect(await arrangeHome(accounts, anna, HALL)).toEqual(ok()); // nothing is written
		expect(await arrangeHome(accounts, ben, SHED)).toEqual(ok());
		accounts.clock.advance(HOUR);
		expect(await arrangeHome(accounts, anna, SHED)).toEqual(ok());
	});
});

describe('a person who is removed', () => {
	const dependents = {
		handOver: async () => ({ committed: async () => undefined, undone: () => undefined }),
	} as unknown as PeopleDependents;
	const remove = () => removePerson(accounts, dependents, { id: ben.id, pendingDevices: 'delete', by: anna });

	it('takes along how they have arranged their Home', async () => {
		await arrangeHome(accounts, ben, SHED);
		await arrangeHome(accounts, anna, HALL);
		expect(await remove()).toEqual(ok());
		expect(await rows()).toMatchObject([{ user_id: anna.id }]);
		expect([accounts.homes.of(ben.id), accounts.homes.of(anna.id)]).toEqual([EMPTY_HOME, HALL]);
	});

	it('arranges nothing any more', async () => {
		await remove();
		expect(await arrangeHome(accounts, ben, SHED)).toMatchObject({ error: { kind: 'no-such-person' } });
		expect([await rows(), told, accounts.homes.of(ben.id)]).toEqual([[], [], EMPTY_HOME]);
	});
});

it.each([
	'',
	'{"favourites":',
	'null',
	'[]',
	'{"favourites":[],"order":[],"rooms":[]}',
	'{"favourites":["fan:1"],"order":[],"rooms":[],"folded":[]}',
	'{"favourites":[],"order":[],"rooms":[7],"folded":[]}',
])('the hub starts in spite of the layout %j, which counts as none and is arranged anew', async (damaged) => {
	for (const user of [anna, ben]) await arrangeHome(accounts, user, HALL);
	await sql('UPDATE home_layout SET layout = ? WHERE user_id = ?', [damaged, anna.id]);
	const { homes, logged } = await restarted();
	expect([homes.of(anna.id), homes.of(ben.id)]).toEqual([EMPTY_HOME, HALL]);
	expect(logged).toEqual([{ person: anna.id }]);
	expect(await arrangeHome({ ...accounts, homes }, anna, SHED)).toEqual(ok());
	expect((await restarted()).homes.of(anna.id)).toEqual(SHED);
});
