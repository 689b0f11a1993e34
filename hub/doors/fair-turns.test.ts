import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, it, vi } from 'vitest';
import { CREDIT_MS, FairTurns, PAUSE_FACTOR, TURN_MS, WAITING } from './fair-turns.ts';

/** new for each test: frames that still wait at the end of one are handled during the next */
let time: { now: number };
let turns: FairTurns;
let handled: string[];

beforeEach(() => {
	const own = (time = { now: 0 });
	turns = new FairTurns(() => own.now);
	handled = [];
});

/** Sends `count` frames, each of which needs `ms` to handle; returns whether each was accepted. */
function send(of: string, count: number, ms = 1, bytes = 1): boolean[] {
	const own = { time, handled };
	return Array.from({ length: count }, () => {
		const handle = () => {
			own.time.now += ms;
			own.handled.push(of);
		};
		return turns.take(of, bytes, handle, () => handle);
	});
}

it('a few frames are handled at once', () => {
	send('anna', TURN_MS);
	expect(handled).toHaveLength(TURN_MS);
});

it('spreads many frames over several turns, in order, so that boards and timers run in between', async () => {
	const order: number[] = [];
	for (let n = 0; n < 3 * TURN_MS; n++) {
		const handle = () => void (time.now++, order.push(n));
		turns.take('anna', 1, handle, () => handle);
	}
	expect(order).toHaveLength(TURN_MS);
	await nextTurn();
	expect(order).toHaveLength(2 * TURN_MS);
	await nextTurn();
	expect(order).toEqual(Array.from({ length: 3 * TURN_MS }, (_, n) => n));
});

it('handles a command before the waiting frames of twenty flooding sessions', async () => {
	for (let n = 0; n < 20; n++) send(`flood ${n}`, 100, 3);
	await nextTurn();
	await nextTurn();
	send('anna', 1);
	const before = handled.length;
	await nextTurn();
	expect(handled.slice(before)).toContain('anna');
	expect(handled.slice(before).indexOf('anna')).toBeLessThanOrEqual(1);
});

it('gives flooding sessions equal time, however long their frames take', async () => {
	send('dear', 100, 4);
	send('cheap', 1_000, 1);
	while (time.now < 200) await nextTurn();
	const dear = handled.filter((of) => of === 'dear').length * 4;
	expect(Math.abs(dear - (time.now - dear))).toBeLessThanOrEqual(CREDIT_MS + TURN_MS);
});

it('a session that was quiet for long has no time saved up', async () => {
	send('flood', 10, 4);
	for (let n = 0; n < 12; n++) await nextTurn();
	send('anna', 50, 4);
	send('flood', 50, 4);
	handled.length = 0;
	for (let n = 0; n < 20; n++) await nextTurn();
	const anna = handled.filter((of) => of === 'anna').length;
	expect(anna * 4 - (handled.length - anna) * 4).toBeLessThanOrEqual(CREDIT_MS + TURN_MS);
});

it('drops frames over the limit of one session, and still accepts those of others', () => {
	send('flood', TURN_MS);
	expect(send('flood', WAITING.ofOne.frames + 1).filter((taken) => !taken)).toHaveLength(1);
	expect(send('anna', 1)).toEqual([true]);
	expect(send('large', 2, 1, WAITING.ofOne.bytes)).toEqual([true, false]);
});

it('limits the frames of all sessions together', () => {
	send('first', TURN_MS);
	let taken = 0;
	for (let n = 0; n < 10; n++) taken += send(`flood ${n}`, WAITING.ofOne.frames).filter(Boolean).length;
	expect(taken).toBe(WAITING.inAll.frames);
});

it('counts the time of a frame that throws, and goes on', async () => {
	const fails = () => {
		time.now += 2;
		throw new Error('broken');
	};
	expect(() => turns.take('anna', 1, fails, () => fails)).toThrow('broken');
	send('anna', 3);
	expect(handled).toHaveLength(2);
	await nextTurn();
	expect(handled).toHaveLength(3);
});

it('pauses busy sessions after a slow frame, but not those that have used little time', async () => {
	const LONG_MS = 30;
	for (let n = 0; n < 3; n++) send(`flood ${n}`, 2, LONG_MS);
	while (handled.length < 3) {
		await nextTurn();
		time.now += LONG_MS; // as the clock does
	}
	const before = handled.length;
	send('flood 0', 1, LONG_MS);
	time.now += PAUSE_FACTOR * LONG_MS - LONG_MS - 5;
	for (let n = 0; n < 5; n++) await nextTurn();
	expect(handled).toHaveLength(before);
	for (let n = 1; n <= 3; n++) {
		send('anna', 1);
		await nextTurn();
		expect(handled.slice(before)).toEqual(Array(n).fill('anna'));
	}
	time.now += 5;
	await vi.waitUntil(() => handled.length > before + 1);
});

it('pauses also a session that sends one slow frame after another, unless it is alone', async () => {
	const LONG_MS = 30;
	send('alone', 1, LONG_MS);
	await nextTurn();
	send('alone', 1, LONG_MS);
	await nextTurn();
	expect(handled.splice(0)).toHaveLength(2);
	time.now += 2_000;
	send('anna', 1);
	handled.length = 0;
	send('flood', 1, LONG_MS);
	for (let n = 0; n < 3; n++) await nextTurn();
	send('flood', 1, LONG_MS);
	for (let n = 0; n < 3; n++) await nextTurn();
	expect(handled).toHaveLength(1);
	time.now += PAUSE_FACTOR * LONG_MS;
	await vi.waitUntil(() => handled.length === 2);
});

it('new flooding sessions do not get ahead of the commands of a session that was there before', async () => {
	const LONG_MS = 30;
	send('anna', 1);
	for (let n = 0; n < 4; n++) {
		send(`flood ${n}`, 10, LONG_MS);
		await nextTurn();
		send('anna', 1);
		time.now += PAUSE_FACTOR * LONG_MS;
		await nextTurn();
	}
	for (let n = 0; n < 10; n++) {
		const before = handled.length;
		send('anna', 1);
		await nextTurn();
		expect(handled.slice(before), `command ${n}`).toContain('anna');
		time.now += PAUSE_FACTOR * LONG_MS;
		await nextTurn();
	}
});

it('counts what a frame does in the next tick', async () => {
	const own = { time, handled };
	for (let n = 0; n < 5; n++) {
		const handle = () => process.nextTick(() => void ((own.time.now += TURN_MS), own.handled.push('anna')));
		turns.take('anna', 1, handle, () => handle);
		await new Promise<void>((resolve) => process.nextTick(resolve)); // as between the frames that uWebSockets.js hands over
	}
	await nextTurn();
	const first = handled.length;
	expect(first).toBeLessThanOrEqual(2);
	await nextTurn();
	expect(handled.length - first).toBe(1);
});

it('releases handled frames even if a session never pauses', async () => {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	const own = time;
	let waited: WeakRef<object> | undefined;
	const add = () => {
		const frame = { held: true };
		const handle = () => void (frame.held &&= (own.now += 1) > 0);
		turns.take('flood', 1, handle, () => ((waited ??= new WeakRef(frame)), handle));
	};
	for (let n = 0; n < 20; n++) add();
	for (let turn = 0; turn < 1_000; turn++) {
		for (let n = 0; n < TURN_MS; n++) add();
		await nextTurn();
	}
	collect();
	expect(waited!.deref()).toBeUndefined();
});
