import { describe, expect, it } from 'vitest';
import { clientAddress, forwardedFor, isAddressOrNetwork, isTrustedProxy } from './client-address.ts';

/** Buffer.from(string) may share a pool: what uWebSockets.js gives is exactly the text. */
function bytes(text: string): ArrayBuffer {
	return new Uint8Array(Buffer.from(text)).buffer;
}

describe('clientAddress', () => {
	it.each([
		['192.168.1.4', '192.168.1.4'],
		['0000:0000:0000:0000:0000:ffff:c0a8:0104', '192.168.1.4'],
		['::ffff:192.168.1.4', '192.168.1.4'],
		['0000:0000:0000:0000:0000:0000:0000:0001', '::1'],
		['2001:0db8:0000:0000:0000:0000:0000:0009', '2001:db8::9'],
		['', ''],
	])('writes %s as %s', (remote, address) => {
		expect(clientAddress(bytes(remote), '', [])).toBe(address);
	});

	it('ignores the header from anybody but a named proxy', () => {
		expect(clientAddress(bytes('10.0.0.9'), '1.2.3.4', [])).toBe('10.0.0.9');
		expect(clientAddress(bytes('10.0.0.9'), '1.2.3.4', ['10.0.0.1'])).toBe('10.0.0.9');
	});

	it.each([
		['192.168.1.4', '192.168.1.4'],
		['6.6.6.6, 192.168.1.4', '192.168.1.4'],
		['6.6.6.6, 192.168.1.4, 10.0.0.2', '192.168.1.4'],
		['::ffff:192.168.1.4', '192.168.1.4'],
		['10.0.0.2', '10.0.0.2'],
		['', '10.0.0.1'],
		['unknown', '10.0.0.1'],
		['6.6.6.6, <script>', '10.0.0.1'],
		['192.168.1.4:51234', '192.168.1.4'],
		['6.6.6.6, 192.168.1.4:51234, 10.0.0.2:80', '192.168.1.4'],
		['[2001:db8::9]:51234', '2001:db8::9'],
		['[2001:0db8::0009]', '2001:db8::9'],
		['2001:db8::9', '2001:db8::9'],
		['"[2001:db8::9]:51234"', '2001:db8::9'],
		['[::ffff:192.168.1.4]:51234', '192.168.1.4'],
		['6.6.6.6, 192.168.1.4:port', '10.0.0.1'],
	])('a named proxy that forwards %j speaks for %s', (forwardedFor, address) => {
		expect(clientAddress(bytes('10.0.0.1'), forwardedFor, ['10.0.0.1', '10.0.0.2'])).toBe(address);
	});

	it.each([
		['127.0.0.1', '10.0.0.9'],
		['[::1]:80', '10.0.0.9'],
		['::ffff:127.0.0.1', '10.0.0.9'],
		['6.6.6.6, 127.0.0.1', '10.0.0.9'],
		['127.0.0.1, 10.0.0.7', '10.0.0.7'],
	])('takes a client that writes %j for %s, and not for the hub’s own machine', (forwardedFor, address) => {
		expect(clientAddress(bytes('10.0.0.9'), forwardedFor, ['10.0.0.0/8', '127.0.0.0/8'])).toBe(address);
	});

	it('believes a proxy on the hub’s own machine that speaks for a program there', () => {
		expect(clientAddress(bytes('127.0.0.1'), '127.0.0.1', ['127.0.0.1'])).toBe('127.0.0.1');
	});

	it('accepts whole networks as proxies', () => {
		const proxies = ['10.0.0.0/8', 'fd00::/8', '192.168.1.1'];
		const from = (remote: string, hops: string) => clientAddress(bytes(remote), hops, proxies);
		expect(from('10.200.3.4', '6.6.6.6, 192.168.7.7, fd12:3456::1, 10.9.9.9')).toBe('192.168.7.7');
		expect(from('fd00:0000:0000:0000:0000:0000:0000:0001', '192.168.7.7')).toBe('192.168.7.7');
		expect(from('::ffff:10.1.1.1', '192.168.7.7')).toBe('192.168.7.7');
		expect(from('11.0.0.1', '192.168.7.7')).toBe('11.0.0.1');
		expect(isTrustedProxy(bytes('10.0.0.77'), proxies)).toBe(true);
		expect(isTrustedProxy(bytes('192.168.1.2'), proxies)).toBe(false);
	});

	it('reads all lines of the header, in order', () => {
		const headers = [
			['x-forwarded-for', '6.6.6.6'],
			['host', 'x'],
			['x-forwarded-for', '192.168.1.4, 10.0.0.2'],
		] as const;
		const req = { forEach: (call: (name: string, value: string) => void) => headers.forEach(([n, v]) => call(n, v)) };
		expect(forwardedFor(req)).toBe('6.6.6.6,192.168.1.4, 10.0.0.2');
		expect(clientAddress(bytes('10.0.0.1'), forwardedFor(req), ['10.0.0.1', '10.0.0.2'])).toBe('192.168.1.4');
	});

	it('recognises a proxy however its address is written', () => {
		const remote = bytes('0000:0000:0000:0000:0000:0000:0000:0001');
		expect(clientAddress(remote, '192.168.1.4', ['0:0:0:0:0:0:0:1'])).toBe('192.168.1.4');
		expect(isTrustedProxy(remote, ['::1'])).toBe(true);
		expect(isTrustedProxy(remote, ['10.0.0.1'])).toBe(false);
		expect(isTrustedProxy(remote, [])).toBe(false);
	});
});

it.each([
	['10.0.0.1', true],
	['10.0.0.0/8', true],
	['::1', true],
	['fd00::/8', true],
	['10.0.0.0/33', false],
	['fd00::/129', false],
	['10.0.0.0/', false],
	['/8', false],
	['proxy', false],
	['proxy/8', false],
])('%s is an address or a network: %s', (text, is) => {
	expect(isAddressOrNetwork(text)).toBe(is);
});
