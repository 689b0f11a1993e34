import { describe, expect, it } from 'vitest';
import { ManualClock } from '../base/manual-clock.ts';
import { networksOf } from './lans.ts';
import { PACKETS_A_SECOND, PacketLimits } from './packet-limits.ts';

const LANS = [{ name: 'lan', address: '10.0.0.2', networks: ['10.0.0.2/16'], addresses: ['10.0.0.2'] }];

/** A packet that says it holds so many. */
function packet(questions: number, answers = 0, bytes = 500): Buffer {
	const written = Buffer.alloc(bytes);
	written.writeUInt16BE(questions, 4);
	written.writeUInt16BE(answers, 6);
	return written;
}
const query = (count: number) => packet(count);
const answer = (count: number) => packet(0, count);

const clock = new ManualClock();
const limits = () => new PacketLimits(clock, networksOf(LANS));
const heard = (bytes: Buffer, address = '10.0.0.9') => limits().hears(bytes, address);

describe('a packet of mDNS', () => {
	it('of a neighbour is heard', () => {
		expect([heard(query(2)), heard(answer(200))]).toEqual([true, true]);
	});

	it('from outside the networks of this machine is not', () => {
		expect([heard(query(1), '10.1.0.9'), heard(query(1), '127.0.0.1')]).toEqual([false, false]);
	});

	it('that is cut, huge, or holds hundreds of questions or records is not', () => {
		expect(
			[Buffer.alloc(0), query(1).subarray(0, 11), packet(1, 0, 9_001), query(40), answer(300)].map((bytes) =>
				heard(bytes),
			),
		).toEqual([false, false, false, false, false]);
	});

	it('beyond those a second that one neighbour, or all of them, may send is not', () => {
		const one = limits();
		const from = (address: string) =>
			Array.from({ length: 40 }, () => one.hears(query(1), address)).filter(Boolean).length;
		const { ofOne, inAll } = PACKETS_A_SECOND;
		expect([1, 2, 3, 4, 5].map((n) => from(`10.0.0.${n}`))).toEqual([ofOne, ofOne, ofOne, inAll - 3 * ofOne, 0]);
		clock.advance(1_000);
		expect(from('10.0.0.5')).toBe(ofOne);
	});
});
