import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Live } from '../../../protocol/dashboard/live.ts';
import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import type { Told } from '../dashboard-feed.ts';
import { EventSender } from './event-sender.ts';

const NOW: Told['event'] = { type: 'clock', now: 0 };
const PEOPLE: Told['event'] = { type: 'people' };
const ANNA = { id: 'anna', name: 'Anna', role: 'owner' } as UserView;
/** the messages of a dashboard that takes events together, by their numbers */
const messages: number[][] = [];
/** what a dashboard was told that is locked to a wall panel */
const wall: Live[] = [];
let rooms: Map<string, Set<string>>;
let clock: ManualClock;
let sender: EventSender;
let seq: number;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setImmediate'] });
	messages.length = 0;
	seq = 0;
	clock = new ManualClock();
	const emit = (_: string, lives: Live[]) => messages.push(lives.map(({ seq }) => seq));
	wall.length = 0;
	rooms = new Map([['together', new Set('a')]]);
	const data = { user: ANNA, wallLocked: true, together: true };
	const sockets = new Map([['b', { data, emit: (_: string, lives: Live[]) => wall.push(...lives) }]]);
	const server = { of: () => ({ adapter: { rooms }, sockets }), to: () => ({ emit }) };
	sender = new EventSender(server as unknown as ConstructorParameters<typeof EventSender>[0], clock, () => undefined);
});
afterEach(() => vi.useRealTimers());

/** Events at an even pace, each in a turn of its own. */
function events(count: number, ms: number): void {
	for (let i = 0; i < count; i++) {
		sender.add({ seq: ++seq, event: NOW });
		vi.runAllTicks();
		vi.advanceTimersByTime(0);
		clock.advance(ms / count);
	}
}

it('sends an event at the end of its turn, also that of a house with much to say', () => {
	events(400, 1_000);
	expect(messages).toHaveLength(400);
});

it('sends what happens in one turn together', () => {
	for (let i = 0; i < 90; i++) sender.add({ seq: ++seq, event: NOW });
	vi.advanceTimersByTime(0);
	expect(messages.map(({ length }) => length)).toEqual([90]);
});

it('sends a rush of 1,000 events a second about once a frame, in order, and then each at once again', () => {
	events(2_000, 2_000);
	expect(messages.slice(0, 120).every(({ length }) => length === 1)).toBe(true);
	expect(messages.length).toBeLessThan(120 + 2 * 63);
	clock.advance(16);
	expect(messages.flat()).toEqual(Array.from({ length: seq }, (_, at) => at + 1));
	clock.advance(500);
	messages.length = 0;
	events(3, 3);
	expect(messages).toHaveLength(3);
});

it('makes no message of more than 500 events', () => {
	events(130, 10);
	messages.length = 0;
	for (let i = 0; i < 1_200; i++) sender.add({ seq: ++seq, event: NOW });
	clock.advance(16);
	expect(Math.max(...messages.map(({ length }) => length))).toBe(500);
	expect(messages.flat().at(-1)).toBe(seq);
});

it.each<[string, Told['event']]>([
	['the same for all', PEOPLE],
	['of each reader', () => PEOPLE],
])('tells a dashboard that is locked to its wall before the frame ends no more than a wall shows: %s', (_, event) => {
	events(121, 10);
	sender.add({ seq: ++seq, event: NOW });
	sender.add({ seq: ++seq, event });
	rooms.set('walls', new Set('b'));
	clock.advance(16);
	expect(wall.slice(-2)).toEqual([
		{ seq: seq - 1, event: NOW },
		{ seq, event: { type: 'user', user: ANNA } },
	]);
});
