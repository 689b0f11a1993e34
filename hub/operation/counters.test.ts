import { beforeEach, expect, it } from 'vitest';
import { Events } from '../base/events.ts';
import type { DeviceFacts } from '../devices/facts.ts';
import { Counters } from './counters.ts';
import type { DoorFacts } from './door-facts.ts';

let devices: Events<DeviceFacts>;
let doors: Events<DoorFacts>;
let counters: Counters;

beforeEach(() => {
	devices = new Events();
	doors = new Events();
	counters = new Counters({ events: devices }, doors);
});

it('counts commands by how they ended', () => {
	for (const outcome of ['done', 'done', 'no-answer', 'replaced'] as const) devices.emit('CommandEnded', { outcome });
	expect(counters.commands).toEqual({ done: 2, refused: 0, 'no-answer': 1, 'link-lost': 0, replaced: 1 });
});

it('counts handshakes, and refusals by door and code', () => {
	doors.emit('BoardProven', {});
	for (const door of ['board', 'api', 'api'] as const) doors.emit('Refused', { door, code: 'expired' });
	expect(counters.handshakes).toBe(1);
	expect(counters.refusals).toEqual([
		{ door: 'board', code: 'expired', count: 1 },
		{ door: 'api', code: 'expired', count: 2 },
	]);
});

it('counts as missed deadlines what boards did not answer, to commands and in handshakes', () => {
	expect(counters.deadlinesMissed).toEqual({ command: 0, handshake: 0 });
	devices.emit('CommandEnded', { outcome: 'no-answer' });
	for (let n = 0; n < 2; n++) doors.emit('Refused', { door: 'board', code: 'timeout' });
	expect(counters.deadlinesMissed).toEqual({ command: 1, handshake: 2 });
});
