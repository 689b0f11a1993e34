import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestAccounts, testAccounts } from '../../../test/harness/accounts.ts';
import { resetPassword } from '../passwords/reset-password.ts';
import { User } from '../entities.ts';
import { ApiToken } from './entity.ts';
import { findToken } from './find-token.ts';
import { LAST_USED_WRITTEN_MS, LiveTokens } from './live-tokens.ts';
import { makeToken } from './make-token.ts';

const HERE = '192.168.1.4';
const ANNA = { id: 'anna', name: 'Anna', role: 'owner' as const, passwordChanges: 0 };
const WISH = { name: 'Phone', scope: { kind: 'read' as const }, expiresAt: null };
const NO_OTHERS = { withLock: <T>(work: () => Promise<T>) => work(), refusal: () => undefined };

let accounts: TestAccounts;
let secret: string;
let facts: string[];

beforeEach(async () => {
	accounts = await testAccounts();
	facts = [];
	for (const fact of ['ApiTokenMade', 'ApiTokenUsedFirst', 'ApiTokensEnded'] as const)
		accounts.events.on(fact, () => void facts.push(fact));
	const rest = { folded: 'anna', passwordHash: 'hash', createdAt: 0, mayUpdateOthers: false };
	await accounts.orm.em.fork().insert(User, { ...ANNA, ...rest, access: null });
	const made = await makeToken(accounts, NO_OTHERS, WISH, ANNA);
	if (!made.ok) throw new Error(made.error.message);
	secret = made.value.secret;
});
afterEach(() => accounts.remove());

const find = () => findToken(accounts, secret, HERE);
const row = () => accounts.orm.em.fork().findOneOrFail(ApiToken, { userId: ANNA.id });
/** Counts transactions. */
function countWrites(): () => number {
	let writes = 0;
	const fork = accounts.orm.em.fork.bind(accounts.orm.em);
	accounts.orm.em.fork = ((...args: Parameters<typeof fork>) => {
		const em = fork(...args);
		const { transactional } = em;
		em.transactional = ((...act: Parameters<typeof transactional>) => {
			writes++;
			return transactional.apply(em, act);
		}) as typeof transactional;
		return em;
	}) as typeof fork;
	return () => writes;
}

it('refuses a token whose proof is from before the password changed or a second factor was turned on', async () => {
	await accounts.orm.em.fork().nativeUpdate(User, { id: ANNA.id }, { passwordChanges: 1 });
	const late = await makeToken(accounts, NO_OTHERS, WISH, ANNA);
	expect(late).toMatchObject({ ok: false, error: { kind: 'not-signed-in' } });
	expect(await accounts.orm.em.fork().count(ApiToken, {})).toBe(1);
});

it('writes a hundred uses once, minutes later; the first of all within seconds, and tells it once', async () => {
	const { clock } = accounts;
	await Promise.all([find(), find(), find()]);
	expect(facts).toEqual(['ApiTokenMade', 'ApiTokenUsedFirst']);
	expect((await row()).lastUsedAt).toBe(null);
	const first = clock.now();
	clock.advance(3_000);
	await accounts.tokens.stop();
	expect((await row()).lastUsedAt).toBe(first);
	const writes = countWrites();
	for (let n = 0; n < 100; n++) {
		clock.advance(1_000);
		expect((await find()).ok).toBe(true);
	}
	expect(accounts.tokens.lastUsedOf(await row())).toBe(clock.now());
	expect([writes(), (await row()).lastUsedAt]).toEqual([0, first]);
	const last = clock.now();
	clock.advance(LAST_USED_WRITTEN_MS);
	await accounts.tokens.stop();
	expect([writes(), (await row()).lastUsedAt]).toEqual([1, last]);
	expect(facts).toHaveLength(2);
});

it('knows after a restart which there are, and asks the database for no others', async () => {
	const { orm, clock } = accounts;
	const again = new LiveTokens({ orm, clock, log: { error: () => undefined } });
	await again.load();
	expect([...again.hashes]).toEqual([...accounts.tokens.hashes]);
	const unasked = { ...accounts, orm: {} as typeof orm };
	for (const wrong of ['', 'x', `mooring_${'A'.repeat(43)}`, `${secret}x`, secret.toUpperCase(), 'y'.repeat(10_000)])
		expect(await findToken(unasked, wrong, HERE)).toMatchObject({ ok: false, error: { kind: 'wrong-api-token' } });
});

it('lets nobody in by a token that another process has ended with the password', async () => {
	expect((await find()).ok).toBe(true);
	await resetPassword(accounts.orm, accounts.random, 'anna', accounts.passwordCost);
	expect(await find()).toMatchObject({ ok: false, error: { kind: 'wrong-api-token' } });
	expect(accounts.tokens.hashes.size).toBe(0);
});

it('allows nothing by a token whose stored scope is damaged', async () => {
	const em = accounts.orm.em.fork();
	await em.nativeUpdate(ApiToken, { userId: ANNA.id }, { scope: { kind: 'all' } as never });
	expect(await find()).toMatchObject({
		ok: true,
		value: { token: { scope: { kind: 'switch', relays: [], scenes: [] } } },
	});
});
