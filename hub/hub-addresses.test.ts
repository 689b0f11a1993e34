import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Config } from './config/config.ts';
import { MAX_HUB_ADDRESSES, hubAddresses, hubAddressesForVirtualBoards } from './hub-addresses.ts';

const PORT = 8080;
const of = (...addresses: string[]) =>
	addresses.map((address) => {
		const family = address.includes(':') ? 'IPv6' : 'IPv4';
		const internal = address.startsWith('127.') || address === '::1';
		return { address, family, internal } as NetworkInterfaceInfo;
	});
const on = (host: string) => ({ host }) as Config;
const hosts = (interfaces: Record<string, NetworkInterfaceInfo[]>, host = '0.0.0.0') =>
	hubAddresses(on(host), PORT, interfaces).map(({ host }) => host);

/** Docker makes one bridge for each network of its containers. */
const bridges = Object.fromEntries(
	Array.from({ length: 9 }, (_, index) => [`br-${index}c0ffee`, of(`172.${18 + index}.0.1`, 'fe80::1')]),
);
const DOCKER_HOST = {
	lo: of('127.0.0.1', '::1'),
	...bridges,
	docker0: of('172.17.0.1'),
	eth0: of('192.168.1.5', '2001:db8::5', 'fe80::5'),
	wlan0: of('10.0.0.5'),
};

describe('the hub’s addresses in the config file of a board', () => {
	it('of a Docker host with ten bridges begin with those of the LAN, and are no more than a board has room for', () => {
		const found = hosts(DOCKER_HOST);
		expect(found.slice(0, 2)).toEqual(['192.168.1.5', '10.0.0.5']);
		expect(found).toHaveLength(MAX_HUB_ADDRESSES);
	});

	it('hold no loopback, which is the board itself', () => {
		expect(hosts({ lo: of('127.0.0.1', '127.0.1.1') })).toEqual([]);
		expect(hosts(DOCKER_HOST).filter((host) => host.startsWith('127.'))).toEqual([]);
	});

	it('have bridges, tunnels and link-local addresses last', () => {
		const tried = hosts({
			usb0: of('169.254.3.4'),
			docker0: of('172.17.0.1'),
			tailscale0: of('100.64.0.7'),
			eth1: of('203.0.113.9'),
			br0: of('192.168.1.5'),
		});
		expect(tried).toEqual(['192.168.1.5', '203.0.113.9', '172.17.0.1', '100.64.0.7', '169.254.3.4']);
	});

	it('are IPv6 only if the hub listens to it and has no IPv4', () => {
		const ipv6 = { lo: of('::1'), eth0: of('fe80::5', '2001:db8::5', 'fd00::5') };
		expect(hosts(ipv6, '::')).toEqual(['fd00::5', '2001:db8::5']);
		expect(hosts(ipv6)).toEqual([]);
		expect(hosts(DOCKER_HOST, '::')).not.toContain('2001:db8::5');
	});

	it('are only the one that the hub is bound to, if somebody has chosen one', () => {
		expect(hosts(DOCKER_HOST, '10.0.0.5')).toEqual(['10.0.0.5']);
		expect(hosts(DOCKER_HOST, '127.0.0.1')).toEqual(['127.0.0.1']);
	});

	it('begin with loopback for a virtual board, which this machine plays', () => {
		const found = hubAddressesForVirtualBoards(on('0.0.0.0'), PORT, DOCKER_HOST);
		expect(found.slice(0, 2)).toEqual([
			{ host: '127.0.0.1', port: PORT },
			{ host: '192.168.1.5', port: PORT },
		]);
		expect(found).toHaveLength(MAX_HUB_ADDRESSES);
		expect(hubAddressesForVirtualBoards(on('10.0.0.5'), PORT, DOCKER_HOST)).toEqual([{ host: '10.0.0.5', port: PORT }]);
	});
});
