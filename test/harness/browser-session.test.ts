import { EventEmitter } from 'node:events';
import type { Socket } from 'socket.io-client';
import { expect, it } from 'vitest';
import type { Live } from '../../protocol/dashboard/live.ts';
import { LiveView } from './browser-session.ts';

it('takes an event that comes in one packet with the answer to its question', () => {
	const socket = new EventEmitter();
	const live: Live = { seq: 5, event: { type: 'device-removed', id: 'gone' } };
	const snapshot = { kind: 'snapshot', epoch: 'a', seq: 4, devices: [{ id: 'gone' }], pending: [], scenes: [] };
	const asks: unknown[] = [];
	const connection = {
		on: (name: string, hear: (said: unknown) => void) => socket.on(name, hear),
		emit: (name: string, since: unknown, answer: (said: unknown) => void) => {
			asks.push([name, since]);
			answer({ ok: true, value: snapshot });
			socket.emit('live', live);
		},
	};
	const view = new LiveView(connection as unknown as Socket);
	socket.emit('connect');
	expect(asks).toEqual([['follow', {}]]);
	expect([view.seq, view.gaps, view.devices.size]).toEqual([5, 0, 0]);
});
