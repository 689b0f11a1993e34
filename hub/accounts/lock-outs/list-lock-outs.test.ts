import { afterEach, beforeEach, expect, it } from 'vitest';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { type TestAccounts, testAccounts } from '../../../test/harness/accounts.ts';
import { personActor } from '../../base/actor.ts';
import type { AccountFacts } from '../facts.ts';
import { User } from '../entities.ts';
import { LIMITS as FAILURES } from '../limits/failure-counter.ts';
import { SECRET_LIMITS } from '../limits/secret-limit.ts';
import { SignInLimit } from '../limits/sign-in-limit.ts';
import { liftLockOut } from './lift-lock-out.ts';
import { listLockOuts } from './list-lock-outs.ts';
import { tellLockedOut } from './tell-locked-out.ts';

let accounts: TestAccounts;
let tries: SignInLimit;

beforeEach(async () => {
	accounts = await testAccounts();
	tries = new SignInLimit(accounts.clock).watchedBy(accounts.lockOuts);
	await accounts.orm.em.fork().insert(User, {
		id: 'a',
		name: 'Anna',
		folded: 'anna',
		passwordHash: '',
		role: 'owner',
		access: null,
		mayUpdateOthers: false,
		passwordChanges: 0,
		createdAt: 0,
	});
});
afterEach(() => accounts.remove());

function guess(address: string, secret: string): void {
	const one = tries.begin({ address, secret });
	if (one.ok) one.value.end('failed');
}
function lockOut(address: string, secret = 'anna'): void {
	for (let n = 0; n < FAILURES.failures; n++) guess(address, secret);
}

it('names people, and does not repeat what is nobody’s name', async () => {
	for (let n = 0; n < FAILURES.failures; n++) guess('10.0.0.9', n % 2 === 0 ? 'anna' : 'my secret password');
	const list = await listLockOuts(accounts);
	expect(list).toMatchObject({ total: 1, networks: 1, lockOuts: [{ names: ['Anna'], unknownNames: true }] });
	expect(JSON.stringify(list)).not.toContain('secret');
});

it('shows strangers who are locked out of somebody’s password, and not of a name that nobody has', async () => {
	for (let n = 0; n < SECRET_LIMITS.tries; n++) for (const name of ['anna', 'nobody']) guess(`192.168.1.${n}`, name);
	expect((await listLockOuts(accounts)).lockOuts).toMatchObject([{ names: ['Anna'], who: { from: 'home' } }]);
});

it('shows the household’s own first, and a hundred of however many there are', async () => {
	lockOut('fe80::1');
	accounts.clock.advance(1_000);
	for (let n = 0; n < 150; n++) lockOut(`198.18.${n}.1`, `nobody ${n}`);
	const { lockOuts, total, networks } = await listLockOuts(accounts);
	expect([lockOuts.length, total, networks]).toEqual([LIMITS.lockOuts, 151, 151]);
	expect(lockOuts[0]!.who).toEqual({ kind: 'network', network: 'fe80:0:0:0::/64' });
});

it('is told with names once it has begun, and with whoever lifts it', async () => {
	const told: unknown[] = [];
	for (const fact of ['LockedOut', 'LockOutLifted'] satisfies (keyof AccountFacts)[])
		accounts.events.on(fact, (what) => void told.push([fact, what]));
	lockOut('10.0.0.9');
	const [only] = accounts.lockOuts.all();
	await tellLockedOut(accounts, only!);
	const by = personActor({ id: 'a', name: 'Anna' });
	expect(await liftLockOut(accounts, only!.id, by)).toMatchObject({ ok: true });
	const what = { what: 'sign-in', who: { kind: 'network', network: '10.0.0.9' }, names: ['Anna'] };
	expect(told).toEqual([
		['LockedOut', what],
		['LockOutLifted', { ...what, by }],
	]);
	expect(await liftLockOut(accounts, only!.id, by)).toMatchObject({ error: { kind: 'no-such-lock-out' } });
});
