import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditPage } from '../../../protocol/dashboard/history.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import type { LockOutView, LockOuts } from '../../../protocol/dashboard/people/lock-outs.ts';
import { LIMITS } from '../../../hub/accounts/limits/failure-counter.ts';
import { type Answer, ask } from '../../harness/ask.ts';
import { type BrowserSession, type LiveView, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { memberOf } from '../../harness/people/member.ts';

let hub: TestHub;
let anna: BrowserSession;
let hers: LiveView;
let his: LiveView;

beforeAll(async () => {
	// The test's own address is the proxy's, so that `x-forwarded-for` plays visitors from anywhere.
	hub = await new TestHub({}, { MOORING_TRUSTED_PROXY: '127.0.0.1' }).start();
	anna = await hub.owner();
	hers = await anna.open();
	his = await (await memberOf(hub)).open();
});
afterAll(async () => {
	hers.close();
	his.close();
	await hub.remove();
});

function post(path: string, from: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
	return ask(hub.origin, {
		method: 'POST',
		path: `${API}${path}`,
		headers: { origin: hub.origin, 'x-forwarded-for': from, ...headers },
		body,
	});
}
const signIn = (from: string, password: string, name = 'anna') => post('/session', from, { name, password });
async function lockOut(from: string, name = 'anna'): Promise<void> {
	for (let n = 0; n < LIMITS.failures; n++) await signIn(from, 'wrong', name);
}

const list = () => anna.call<LockOuts>('GET', '/lock-outs');
const from = async (network: string): Promise<LockOutView | undefined> =>
	(await list()).lockOuts.find(({ who }) => who.kind === 'network' && who.network === network);
const told = ({ events }: LiveView) => events.filter(({ type }) => type === 'lock-outs').length;
const entries = async (what: string) =>
	(await anna.call<AuditPage>('GET', '/audit?kind=security&limit=200')).entries.filter((entry) => entry.what === what);

describe('an address that has guessed too often', () => {
	it('is shown to owners at once, and may sign in again when one lifts that', async () => {
		await lockOut('203.0.113.9');
		expect((await signIn('203.0.113.9', PASSWORD)).status).toBe(429);
		await hers.until(() => told(hers) > 0);
		const shown = await from('203.0.113.9');
		expect(shown).toMatchObject({ what: 'sign-in', names: ['anna'], unknownNames: false, failures: 20, times: 1 });
		expect(shown!.until - Date.now()).toBeGreaterThan(14 * 60_000);
		await anna.call('DELETE', `/lock-outs/${shown!.id}`);
		expect(await from('203.0.113.9')).toBeUndefined();
		expect((await signIn('203.0.113.9', PASSWORD)).status).toBe(200);
		const again = await anna.request('DELETE', `/lock-outs/${shown!.id}`);
		expect([again.status, await again.json()]).toMatchObject([404, { fault: 'no-such-lock-out' }]);
		const details = { tried: 'sign-in', address: '203.0.113.9', names: 'anna' };
		expect(await entries('locked-out')).toMatchObject([{ person: null, details }]);
		expect(await entries('lock-out-lifted')).toMatchObject([{ person: 'anna', details }]);
	});

	it('is told to no member', async () => {
		await his.until(() => his.events.some((event) => event.type === 'audit' && event.entry.what === 'lock-out-lifted'));
		expect(told(his)).toBe(0);
	});

	it('is shown with what it tried, whatever that was', async () => {
		for (let n = 0; n < LIMITS.failures; n++) {
			await post('/invitations/look', '203.0.113.20', { secret: 'made up' });
			await post('/scenes', '203.0.113.21', {}, { authorization: 'Bearer mooring_made-up' });
			const headers = { 'x-forwarded-for': '203.0.113.22' };
			await ask(hub.origin, { path: '/api/device/state?token=made-up', headers });
		}
		const whats = await Promise.all([20, 21, 22].map(async (n) => (await from(`203.0.113.${n}`))?.what));
		expect(whats).toEqual(['invitation', 'api-token', 'polling-token']);
	});
});

it('an attack from many addresses fills neither the stream nor the history', async () => {
	const before = { told: told(hers), entries: (await entries('locked-out')).length };
	const began = performance.now();
	for (let n = 0; n < 60; n++) await lockOut(`198.51.100.${n}`, `nobody ${n}`);
	const { networks, total, lockOuts } = await list();
	expect(networks).toBeGreaterThanOrEqual(60);
	expect(total).toBe(lockOuts.length);
	expect(lockOuts.flatMap(({ names }) => names)).toEqual([]);
	const tens = Math.ceil((performance.now() - began) / 10_000);
	expect(told(hers) - before.told).toBeLessThanOrEqual(tens + 1);
	expect((await entries('locked-out')).length - before.entries).toBeLessThanOrEqual(12);
	const text = JSON.stringify(await entries('locked-out'));
	expect(text).not.toContain('nobody');
});
