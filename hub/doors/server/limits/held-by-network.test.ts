import { expect, it } from 'vitest';
import { HeldByNetwork } from './held-by-network.ts';

it('a network may hold so many, and gets a place again when it gives one back', () => {
	const held = new HeldByNetwork({ perNetwork: 2, inAll: 10 });
	held.take('10.0.0.1');
	const give = held.take('10.0.0.1');
	expect(held.full('10.0.0.1')).toBe('network');
	expect(held.full('10.0.0.2')).toBeUndefined();
	give();
	expect(held.full('10.0.0.1')).toBeUndefined();
});

it('a place that is given back twice is one place', () => {
	const held = new HeldByNetwork({ perNetwork: 2, inAll: 10 });
	held.take('10.0.0.1');
	const give = held.take('10.0.0.1');
	give();
	give();
	expect(held.all).toBe(1);
	held.take('10.0.0.1');
	expect(held.full('10.0.0.1')).toBe('network');
});

it('the addresses of one IPv6 /64 are one network', () => {
	const held = new HeldByNetwork({ perNetwork: 2, inAll: 10 });
	held.take('2001:db8::1');
	held.take('2001:db8::2:3');
	expect(held.full('2001:db8:0:0:ffff::1')).toBe('network');
	expect(held.full('2001:db8:0:1::1')).toBeUndefined();
});

it('all networks together may hold so many, also one that is exempt from its own limit', () => {
	const held = new HeldByNetwork({ perNetwork: 2, inAll: 3 });
	const given = Array.from({ length: 3 }, () => {
		expect(held.full('127.0.0.1', true)).toBeUndefined();
		return held.take('127.0.0.1');
	});
	expect(held.full('127.0.0.1', true)).toBe('all');
	expect(held.full('10.0.0.2')).toBe('all');
	for (const give of given) give();
	expect([held.all, held.full('10.0.0.2')]).toEqual([0, undefined]);
});
