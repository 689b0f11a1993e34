import { describe, expect, it } from 'vitest';
import type { LiveEvent, Snapshot } from '../../../protocol/dashboard/live.ts';
import { Stream } from './stream.ts';

const removed = (id: string): LiveEvent => ({ type: 'device-removed', id });
const snapshot = (seq: number, epoch = 'a') => ({ kind: 'snapshot', epoch, seq }) as Snapshot;

describe('Stream', () => {
	it('requests everything at first, and later continues at its position', () => {
		const stream = new Stream();
		expect(stream.since).toEqual({});
		stream.begin(snapshot(4));
		stream.take({ seq: 5, event: removed('x') });
		expect(stream.since).toEqual({ epoch: 'a', seq: 5 });
	});

	it('skips events that the snapshot contains, and detects a gap', () => {
		const stream = new Stream();
		stream.begin(snapshot(4));
		expect(stream.take({ seq: 4, event: removed('x') })).toBe('known');
		expect(stream.take({ seq: 6, event: removed('x') })).toBe('gap');
		expect(stream.take({ seq: 5, event: removed('y') })).toEqual(removed('y'));
		expect(stream.take({ seq: 6, event: removed('x') })).toEqual(removed('x'));
	});

	it('returns missed events once each', () => {
		const stream = new Stream();
		stream.begin(snapshot(4));
		const events = [5, 6].map((seq) => ({ seq, event: removed(String(seq)) }));
		stream.take(events[0]!);
		expect(stream.begin({ kind: 'missed', seq: 6, now: 0, events })).toEqual([removed('6')]);
	});

	it('starts again with another epoch of the hub', () => {
		const stream = new Stream();
		stream.begin(snapshot(40));
		stream.begin(snapshot(2, 'b'));
		expect(stream.since).toEqual({ epoch: 'b', seq: 2 });
	});
});
