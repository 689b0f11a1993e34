import { expect, it, vi } from 'vitest';
import { type Caller, HashQueue } from './hash-queue.ts';

const STRANGER: Caller = { known: false, address: '10.0.0.1', failures: 0 };
const BUSY = { ok: false, error: 'busy' };

/** No pause between the hashes of strangers. */
const AT_ONCE = (_: number, act: () => void) => act();

/** Starts work that ends on demand; notes how much of it ran at once. */
function bench(queue: HashQueue) {
	const ends: (() => void)[] = [];
	const order: string[] = [];
	let running = 0;
	let most = 0;
	const start = (name: string, caller: Partial<Caller> = {}) =>
		queue.run({ ...STRANGER, ...caller }, async () => {
			order.push(name);
			most = Math.max(most, ++running);
			await new Promise<void>((resolve) => ends.push(resolve));
			running--;
			return name;
		});
	/** Ends what runs, until nothing is left. */
	async function drain(results: Promise<unknown>[]): Promise<void> {
		let left = true;
		void Promise.allSettled(results).then(() => (left = false));
		while (left) {
			ends.shift()?.();
			await new Promise(setImmediate);
		}
	}
	return { start, drain, order, most: () => most };
}

it('runs two of 800 simultaneous sign-ins, queues twenty and refuses the rest at once', async () => {
	const { start, drain, most } = bench(new HashQueue(2, AT_ONCE));
	const started = Array.from({ length: 800 }, (_, n) => start(`${n}`));
	await drain(started);
	const results = await Promise.all(started);
	expect(most()).toBe(2);
	expect(results.filter(({ ok }) => ok)).toHaveLength(22);
	expect(results.at(-1)).toEqual(BUSY);
});

it('serves a known browser before waiting strangers, and does not refuse it because of them', async () => {
	const { start, drain, order } = bench(new HashQueue(2, AT_ONCE));
	const strangers = Array.from({ length: 50 }, (_, n) => start(`stranger ${n}`));
	const known = start('anna', { known: true });
	await drain([...strangers, known]);
	expect(await known).toEqual({ ok: true, value: 'anna' });
	expect(order.slice(0, 3)).toEqual(['stranger 0', 'stranger 1', 'anna']);
});

it('serves a first-time caller before networks that failed, and pushes out one that failed most', async () => {
	const { start, drain, order } = bench(new HashQueue(2, AT_ONCE));
	const flood = Array.from({ length: 60 }, (_, n) => start(`${n}`, { address: `10.0.0.${n}`, failures: 1 + (n % 7) }));
	const owner = start('anna', { address: '10.0.0.200' });
	await drain([...flood, owner]);
	expect(await owner).toEqual({ ok: true, value: 'anna' });
	expect(order.slice(0, 3)).toEqual(['0', '1', 'anna']);
	const results = await Promise.all(flood);
	expect(results.filter(({ ok }) => ok)).toHaveLength(21);
	expect(results[6]).toEqual(BUSY); // it had failed seven times
	expect(results[56]).toEqual({ ok: true, value: '56' }); // it had failed once
});

it('serves a caller from elsewhere early during a flood from one neighbourhood', async () => {
	const { start, drain, order } = bench(new HashQueue(2, AT_ONCE));
	const flood = Array.from({ length: 60 }, (_, n) => start(`${n}`, { address: `2001:db8:1:${n}::1` }));
	const owner = start('anna', { address: '192.168.1.9' });
	await drain([...flood, owner]);
	expect(order.indexOf('anna')).toBeLessThan(4);
});

it('serves other networks too, and a household behind one address in order of arrival', async () => {
	const { start, drain, order } = bench(new HashQueue(2, AT_ONCE));
	const household = Array.from({ length: 22 }, (_, n) => start(`${n}`));
	const others = [1, 2, 3].map((n) => start(`other ${n}`, { address: `10.0.${n}.1` }));
	await drain([...household, ...others]);
	const results = await Promise.all([...household, ...others]);
	expect(results.filter(({ ok }) => ok)).toHaveLength(22);
	expect(order.filter((name) => name.startsWith('other'))).toHaveLength(3);
	const served = order.filter((name) => !name.startsWith('other'));
	expect(served).toEqual(Array.from({ length: 19 }, (_, n) => `${n}`));
});

it('continues after work that fails', async () => {
	const queue = new HashQueue(2, AT_ONCE);
	const failing = () => queue.run(STRANGER, () => Promise.reject(new Error('no memory')));
	await Promise.all(Array.from({ length: 5 }, () => expect(failing()).rejects.toThrow('no memory')));
	expect(await queue.run(STRANGER, async () => 'done')).toEqual({ ok: true, value: 'done' });
});

it('rests between the hashes of strangers for as long as they take', async () => {
	const rests: { ms: number; end: () => void }[] = [];
	const queue = new HashQueue(1, (ms, end) => rests.push({ ms, end }));
	const { start, drain, order } = bench(queue);
	const now = vi.spyOn(performance, 'now').mockReturnValue(100);
	const first = start('first');
	const second = start('second');
	now.mockReturnValue(130);
	await drain([first]);
	expect(rests).toMatchObject([{ ms: 30 }]);
	expect(order).toEqual(['first']);
	rests[0]!.end();
	await drain([second]);
	expect(order).toEqual(['first', 'second']);
});

it('does not rest before the hash of a known browser', async () => {
	const rests: number[] = [];
	const { start, drain, order } = bench(new HashQueue(1, (ms) => rests.push(ms)));
	await drain([start('stranger'), start('anna', { known: true })]);
	expect([order, rests]).toEqual([['stranger', 'anna'], []]);
});
