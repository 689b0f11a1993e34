import { expect, it } from 'vitest';
import { HashQueue } from './hash-queue.ts';

/** Work that ends when it is told to; notes how much of it ran at once. */
function bench(queue: HashQueue) {
	const ends: (() => void)[] = [];
	const order: string[] = [];
	let running = 0;
	let most = 0;
	const start = (name: string, known = false) =>
		queue.run(known, async () => {
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

it('of eight hundred sign-ins at once two run, a few wait, and the rest is refused at once', async () => {
	const { start, drain, most } = bench(new HashQueue());
	const started = Array.from({ length: 800 }, (_, n) => start(`${n}`));
	await drain(started);
	const results = await Promise.all(started);
	expect(most()).toBe(2);
	expect(results.filter(({ ok }) => ok)).toHaveLength(22);
	expect(results.at(-1)).toEqual({ ok: false, error: 'busy' });
});

it('a browser that was here before waits for no stranger, and is not refused because strangers wait', async () => {
	const { start, drain, order } = bench(new HashQueue());
	const strangers = Array.from({ length: 50 }, (_, n) => start(`stranger ${n}`));
	const known = start('anna', true);
	await drain([...strangers, known]);
	expect(await known).toEqual({ ok: true, value: 'anna' });
	expect(order.slice(0, 3)).toEqual(['stranger 0', 'stranger 1', 'anna']);
});

it('goes on after work that fails', async () => {
	const queue = new HashQueue();
	const failing = () => queue.run(false, () => Promise.reject(new Error('no memory')));
	await Promise.all(Array.from({ length: 5 }, () => expect(failing()).rejects.toThrow('no memory')));
	expect(await queue.run(false, async () => 'done')).toEqual({ ok: true, value: 'done' });
});
