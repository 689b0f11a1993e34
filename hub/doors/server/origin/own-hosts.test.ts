import { networkInterfaces } from 'node:os';
import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../../base/manual-clock.ts';
import { type Machine, OwnHosts, hostIn } from './own-hosts.ts';

let clock: ManualClock;
let machine: Machine;
let looks: number;
let hosts: OwnHosts;

beforeEach(() => {
	clock = new ManualClock();
	machine = {
		name: 'Pi',
		domains: ['fritz.box'],
		addresses: ['192.168.1.2', '2001:db8::2', 'fe80::2', '127.0.0.1', '::1'],
	};
	looks = 0;
	const look = () => {
		looks++;
		return machine;
	};
	hosts = new OwnHosts(clock, ['0.0.0.0', undefined, 'mooring-1234.local', 'hub.example', '10.9.9.9'], look);
});

describe('OwnHosts', () => {
	it.each([
		'192.168.1.2:8080',
		'192.168.1.2',
		'[2001:db8::2]:8080',
		'[2001:0DB8:0:0::2]',
		'[fe80::2%25eth0]:8080',
		'[::ffff:192.168.1.2]:8080',
		'localhost:5173',
		'hub.localhost',
		'127.0.0.1:9000',
		'127.8.8.8',
		'[::1]:8080',
		'pi:8080',
		'PI.local:8080',
		'pi.local.:8080',
		'pi.fritz.box',
		'mooring-1234.local:8080',
		'Hub.Example',
		'hub.example:443',
		'10.9.9.9:8080',
	])('%s is this hub', (header) => {
		expect(hosts.has(header)).toBe(true);
	});

	it.each([
		'',
		'evil.example:8080',
		'192.168.1.3:8080',
		'6.6.6.6',
		'[2001:db8::3]',
		'localhost.evil.example',
		'192.168.1.2.evil.example',
		'hub.example.evil.example',
		'evil.local',
		'pi.evil.example',
		'fritz.box',
		'0.0.0.1',
		'evil.example#@localhost',
		'evil@localhost',
		'localhost/x',
		'localhost:99999',
		':8080',
		'[::1',
	])('%j is not', (header) => {
		expect(hosts.has(header)).toBe(false);
	});

	it('recognises an address that is added while it runs, and asks the machine at most once a second', () => {
		machine = { ...machine, addresses: ['192.168.1.77'] };
		clock.advance(999);
		for (let n = 0; n < 1_000; n++) hosts.has(`evil-${n}.example`);
		expect(looks).toBe(1);
		clock.advance(1);
		expect(hosts.has('192.168.1.77:8080')).toBe(true);
		for (let n = 0; n < 1_000; n++) hosts.has(`evil-${n}.example`);
		expect(looks).toBe(2);
	});

	it('knows every address of the machine it runs on', () => {
		const own = new OwnHosts(clock, []);
		const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
		expect(addresses).not.toEqual([]);
		for (const { address, family } of addresses)
			expect(own.has(family === 'IPv6' ? `[${address}]:8080` : `${address}:8080`), address).toBe(true);
	});
});

it.each([
	['Hub.Example:8443', 'hub.example'],
	['bücher.example', 'xn--bcher-kva.example'],
	['2001:DB8::0009', '2001:db8::9'],
	['*', undefined],
	['*.example', undefined],
	['http://hub.example', undefined],
	['hub example', undefined],
	['', undefined],
])('%j names the host %j', (text, host) => {
	expect(hostIn(text)).toBe(host);
});

it('a header of 16 KB is refused as a host quickly', () => {
	const begun = performance.now();
	for (const sign of ['%', '[%'])
		for (let n = 0; n < 20; n++) expect(hostIn(sign.repeat(16_000 / sign.length))).toBeUndefined();
	expect(performance.now() - begun).toBeLessThan(1_000);
});
