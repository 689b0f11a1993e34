import { beforeEach, expect, it } from 'vitest';
import { ManualClock } from '../base/manual-clock.ts';
import { UNREAD, UnreadOutput } from './unread-output.ts';

const MB = 1_024 * 1_024;

let clock: ManualClock;
let told: unknown[];
let output: UnreadOutput;
let closed: string[];

beforeEach(() => {
	clock = new ManualClock();
	told = [];
	closed = [];
	const log = { warn: (line: unknown) => void told.push(line) } as unknown as ConstructorParameters<
		typeof UnreadOutput
	>[0]['log'];
	output = new UnreadOutput({ clock, log });
});

function open(session: string, unread: number[]): void {
	for (const [n, bytes] of unread.entries()) {
		const reader = { getBufferedAmount: () => bytes, close: () => void (closed.push(`${session}${n}`), gone()) };
		const gone = () => output.remove(session, reader);
		output.add(session, reader);
	}
}

it('lets a household read many pages over slow connections', () => {
	for (const session of ['anna', 'ben', 'phone']) open(session, [MB, MB, MB, MB]);
	output.look();
	expect(closed).toEqual([]);
	expect(told).toEqual([]);
});

it('closes the slowest sockets of a session that leaves too much unread, and no others', () => {
	open('anna', [MB, 0]);
	open('flood', [MB / 2, ...Array<number>(7).fill(MB)]);
	output.look();
	expect(closed).toEqual(['flood1', 'flood2']);
	expect(told).toEqual([{ closed: 2, bytes: 7.5 * MB }]);
});

it('keeps the unread output of many sessions within the total limit, starting with the largest', () => {
	for (let n = 0; n < 6; n++) open(`s${n}-`, Array<number>(5).fill(MB + n));
	output.look();
	const left = 30 - closed.length;
	expect(left).toBe(Math.floor(UNREAD.inAll / (MB + 5)));
	expect(closed.filter((name) => name.startsWith('s0-'))).toEqual([]);
});

it('checks again as soon as it may, also if nothing more is sent, and forgets closed sockets', () => {
	output.look();
	open('flood', Array<number>(8).fill(MB));
	output.look();
	expect(closed).toEqual([]);
	clock.advance(100);
	expect(closed).toHaveLength(2);
	clock.advance(100);
	output.look();
	expect(closed).toHaveLength(2);
});
