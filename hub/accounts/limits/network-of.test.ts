import { expect, it } from 'vitest';
import { neighbourhoodOf, networkOf } from './network-of.ts';

it.each([
	['192.168.1.4', '192.168.1.4'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:db8:1:2::9', '2001:db8:1:2::/64'],
	['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['2001:db8:0:0:1:2:3:4', '2001:db8:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['fe80::', 'fe80:0:0:0::/64'],
	['2001:db8:1:2::/64', '2001:db8:1:2::/64'],
])('%s is counted as %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});

it.each([
	['192.168.1.4', '192.168.1.200', true],
	['192.168.1.4', '192.168.2.4', false],
	['2001:db8:1:2::9', '2001:0DB8:0001:ffff::1', true],
	['2001:db8:1:2::/64', '2001:db8:1:9::/64', true],
	['2001:db8:1:2::9', '2001:db8:2:2::9', false],
])('%s and %s are neighbours: %s', (one, other, near) => {
	expect(neighbourhoodOf(one) === neighbourhoodOf(other)).toBe(near);
});
