import { expect, it } from 'vitest';
import { isAtHome, neighbourhoodOf, networkOf, regionOf } from './network-of.ts';

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

it.each([
	['198.51.100.4', '198.51.7.7', true],
	['198.51.100.4', '198.52.100.4', false],
	['2001:db8:1::9', '2001:0DB8:ffff::1', true],
	['2001:db8:1::9', '2001:db9:1::9', false],
])('%s and %s are of one region: %s', (one, other, same) => {
	expect(regionOf(one) === regionOf(other)).toBe(same);
});

it.each([
	['192.168.1.4', true],
	['10.200.0.1', true],
	['172.31.0.1', true],
	['169.254.7.7', true],
	['127.0.0.1', true],
	['::1', true],
	['fd00::7', true],
	['fe80::1%eth0', true],
	['172.32.0.1', false],
	['198.51.100.4', false],
	['2001:db8::1', false],
	['', false],
])('%s is at home: %s', (address, home) => {
	expect(isAtHome(address)).toBe(home);
});
