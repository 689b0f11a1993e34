import { describe, expect, it } from 'vitest';
import { clientAddress, isTrustedProxy } from './client-address.ts';

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
	])('%s is %s', (remote, address) => {
		expect(clientAddress(bytes(remote), '', [])).toBe(address);
	});

	it('what anybody forwards counts for nothing', () => {
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
	])('a named proxy that forwards %j speaks for %s', (forwardedFor, address) => {
		expect(clientAddress(bytes('10.0.0.1'), forwardedFor, ['10.0.0.1', '10.0.0.2'])).toBe(address);
	});

	it('a proxy is known however its address is written', () => {
		const remote = bytes('0000:0000:0000:0000:0000:0000:0000:0001');
		expect(clientAddress(remote, '192.168.1.4', ['0:0:0:0:0:0:0:1'])).toBe('192.168.1.4');
		expect(isTrustedProxy(remote, ['::1'])).toBe(true);
		expect(isTrustedProxy(remote, ['10.0.0.1'])).toBe(false);
		expect(isTrustedProxy(remote, [])).toBe(false);
	});
});
