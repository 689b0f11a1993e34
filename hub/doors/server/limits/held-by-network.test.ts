import { expect, it } from 'vitest';
import { HeldByNetwork } from './held-by-network.ts';

it('limits the places of a network, which gets another one when it frees one', () => {
	const held = new HeldByNetwork({ perNetwork: 2, inAll: 10 });
	held.take('10.0.0.1');
	const give = held.take('10.0.0.1');
	expect(held.full('10.0.0.1')).toBe('network');
	expect(held.full('10.0.0.2')).toBeUndefined();
	give();
	expect(held.full('10.0.0.1')).toBeUndefined();
});

it('frees a place only once, even if that is called twice', () => {
	const held = new HeldByNetwork({ perNetwork: 2, inAll: 10 });
	held.take('10.0.0.1');
	const give = held.take('10.0.0.1');
	give();
	give();
	expect(held.all).toBe(1);
	held.take('10.0.0.1');
	expect(held.full('10.0.0.1')).toBe('network');
});

it('counts the addresses of an IPv6 /64 as one network', () => {
	const held = new HeldByNetwork({ perNetwork: 2, inAll: 10 });
	held.take('2001:db8::1');
	held.take('2001:db8::2:3');
	expect(held.full('2001:db8:0:0:ffff::1')).toBe('network');
	expect(held.full('2001:db8:0:1::1')).toBeUndefined();
});

it('limits all networks together, including an exempt one', () => {
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
