import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Drag } from './drag.svelte.ts';

const dropped = vi.fn();
const frames = new Set<number>();

beforeEach(() => {
	dropped.mockClear();
	frames.clear();
	let next = 1;
	vi.stubGlobal('requestAnimationFrame', () => {
		frames.add(next);
		return next++;
	});
	vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
	// One room of one device in each half of the window.
	vi.stubGlobal('document', {
		elementFromPoint: (_: number, y: number) => ({
			closest: () => ({ dataset: { room: y < 100 ? 'hall' : 'attic' }, querySelectorAll: () => [] }),
		}),
	});
});
afterEach(() => vi.unstubAllGlobals());

const touch = (pointerId: number, clientY: number) =>
	({ pointerId, clientX: 0, clientY, button: 0, preventDefault: () => undefined }) as unknown as PointerEvent;

it('a second finger neither moves, drops nor cancels the dragged device', () => {
	const drag = new Drag(dropped);
	drag.start(touch(1, 10), 'd1');
	drag.start(touch(2, 150), 'd2');
	drag.move(touch(2, 150));
	drag.drop(touch(2, 150));
	drag.cancel(2);
	expect([drag.id, drag.place?.room]).toEqual(['d1', 'hall']);
	drag.move(touch(1, 150));
	drag.drop(touch(1, 150));
	expect(dropped.mock.calls).toEqual([['d1', { room: 'attic', index: 0 }]]);
	expect(frames.size).toBe(0);
});

it('ends by Escape whichever finger drags', () => {
	const drag = new Drag(dropped);
	drag.start(touch(7, 10), 'd1');
	drag.cancel();
	drag.drop(touch(7, 10));
	expect([drag.id, dropped.mock.calls.length, frames.size]).toEqual([undefined, 0, 0]);
});
