import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BYTES_WAITING, FRAMES_PER_TURN, FRAMES_WAITING, SocketTurns } from './socket-turns.ts';

let turns: SocketTurns;
let handled: number[];

beforeEach(() => {
	turns = new SocketTurns();
	handled = [];
});

afterEach(() => turns.stop());

function send(from: number, count: number, bytes = 1): boolean[] {
	return Array.from({ length: count }, (_, n) => {
		const handle = () => void handled.push(from + n);
		return turns.take(bytes, handle, () => handle);
	});
}

it('a few frames are handled at once', () => {
	send(0, FRAMES_PER_TURN);
	expect(handled).toHaveLength(FRAMES_PER_TURN);
});

it('of many, others get their turn in between, and their order stays', async () => {
	send(0, 3 * FRAMES_PER_TURN);
	expect(handled).toHaveLength(FRAMES_PER_TURN);
	await nextTurn();
	expect(handled).toHaveLength(2 * FRAMES_PER_TURN);
	send(3 * FRAMES_PER_TURN, 1);
	while (handled.length <= 3 * FRAMES_PER_TURN) await nextTurn();
	expect(handled).toEqual(Array.from({ length: 3 * FRAMES_PER_TURN + 1 }, (_, n) => n));
});

it('a flood is left out beyond a bound, and of a closed socket nothing is handled', async () => {
	expect(send(0, FRAMES_PER_TURN + FRAMES_WAITING + 1).at(-1)).toBe(false);
	expect(send(0, 1)).toEqual([false]);
	turns.stop();
	await nextTurn();
	await nextTurn();
	expect(handled).toHaveLength(FRAMES_PER_TURN);
});

it('few large frames are bounded too', () => {
	send(0, FRAMES_PER_TURN);
	expect(send(0, 2, BYTES_WAITING)).toEqual([true, false]);
});

it('a socket that was quiet for a turn has a whole one again', async () => {
	send(0, FRAMES_PER_TURN);
	await nextTurn();
	await nextTurn();
	send(0, FRAMES_PER_TURN);
	expect(handled).toHaveLength(2 * FRAMES_PER_TURN);
});
