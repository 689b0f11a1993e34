import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import { type FragmentSocket, MAX_BEHIND, SendQueue } from './send-queue.ts';

/** A line that takes so many frames and then is full; what came through, with the frames of one message put together. */
let line: { room: number; frames: number; longest: number; got: string[]; closed: number };
let queue: SendQueue;

beforeEach(() => {
	let parts: Buffer[] = [];
	const own = (line = { room: Infinity, frames: 0, longest: 0, got: [] as string[], closed: 0 });
	const take = (frame: string, isFirst: boolean, isLast: boolean): number => {
		expect(isFirst, 'a message begins where none is under way').toBe(parts.length === 0);
		const bytes = Buffer.from(frame);
		parts.push(bytes);
		if (isLast) own.got.push(Buffer.concat(parts.splice(0)).toString());
		own.longest = Math.max(own.longest, bytes.length);
		own.frames++;
		return --own.room > 0 ? 1 : 0;
	};
	const ws = {
		send: (text: string) => take(text, true, true),
		sendFirstFragment: (piece: string) => take(piece, true, false),
		sendFragment: (piece: string) => take(piece, false, false),
		sendLastFragment: (piece: string) => take(piece, false, true),
		cork: (act: () => void) => act(),
		getBufferedAmount: () => 0,
	} as unknown as FragmentSocket;
	parts = [];
	queue = new SendQueue(ws, () => void own.closed++);
});

const HOUSE = `a${'ä💡€'.repeat(100_000)}`;

it('a short message goes out as it is, a long one in frames that need little room', () => {
	for (const text of ['one', HOUSE, 'two']) queue.send(text);
	expect(line.got).toEqual(['one', HOUSE, 'two']);
	expect(line.longest).toBeLessThanOrEqual(16_384);
	expect(queue.unread).toBe(0);
});

it('of a line that is full no more is asked until it takes more, and all comes in its order', () => {
	line.room = 2;
	for (const text of ['one', HOUSE, 'two', 'three']) queue.send(text);
	expect(line.frames).toBe(2);
	expect(queue.unread).toBeGreaterThan(0.9 * HOUSE.length);
	for (let n = 0; n < 40; n++) {
		line.room = 3;
		queue.drained();
		expect(line.frames).toBeLessThanOrEqual(2 + 3 * (n + 1));
	}
	expect(line.got).toEqual(['one', HOUSE, 'two', 'three']);
	expect(queue.unread).toBe(0);
});

it('who is a megabyte behind is closed, and who only has a long message under way is not', async () => {
	line.room = 1;
	queue.send(HOUSE.repeat(3));
	await nextTurn();
	expect(line.closed).toBe(0);
	const event = 'x'.repeat(1_024);
	for (let n = 0; n < MAX_BEHIND / event.length; n++) queue.send(event);
	await nextTurn();
	expect(line.closed).toBe(0);
	queue.send(event);
	await nextTurn();
	expect(line.closed).toBeGreaterThan(0);
});
