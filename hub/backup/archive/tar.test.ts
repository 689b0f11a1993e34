import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { BLOCK_BYTES, TAR_END, paddingAfter, parseTarHeader, tarHeader } from './tar.ts';

const AT = Date.UTC(2026, 10, 29, 12);

function changed(change: (header: Buffer) => void): Buffer {
	const header = tarHeader({ name: 'key', size: 45 }, AT);
	change(header);
	const sum = header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
	header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
	return header;
}

describe('the archive', () => {
	it('is one that tar lists and unpacks', () => {
		const bytes = Buffer.from('some text');
		const archive = Buffer.concat([
			tarHeader({ name: 'virtual-boards/a/flash', size: bytes.length }, AT),
			bytes,
			Buffer.alloc(paddingAfter(bytes.length)),
			TAR_END,
		]);
		const listed = execFileSync('tar', ['--utc', '-tvf', '-'], { input: archive }).toString();
		expect(listed).toMatch(/^-rw------- 0\/0 +9 2026-11-29 12:00 virtual-boards\/a\/flash\n$/);
		expect(execFileSync('tar', ['-xOf', '-'], { input: archive }).equals(bytes)).toBe(true);
	});

	it('is read as it was written', () => {
		const entry = { name: 'virtual-boards/a/flash', size: 4_294_967_296 };
		expect(parseTarHeader(tarHeader(entry, AT))).toEqual(entry);
		expect(parseTarHeader(changed(() => undefined))).toEqual({ name: 'key', size: 45 });
		expect(parseTarHeader(TAR_END.subarray(0, BLOCK_BYTES))).toBe('end');
		expect([0, 1, 511, 512, 513].map(paddingAfter)).toEqual([0, 511, 1, 0, 511]);
	});

	it.each<[string, (header: Buffer) => void]>([
		['a symbolic link', (header) => header.write('2', 156)],
		['a folder', (header) => header.write('5', 156)],
		['a longer name that follows', (header) => header.write('L', 156)],
		['a sparse file', (header) => header.write('S', 156)],
		['the name of a link', (header) => header.write('/etc/passwd', 157)],
		['a prefix of the name', (header) => header.write('../..', 345)],
		['a size in base 256', (header) => header.writeUInt8(0x80, 124)],
		['a size below zero', (header) => header.write('-0000000001', 124)],
		['another magic', (header) => header.write('gnutar', 257)],
	])('is refused with %s', (_, change) => expect(parseTarHeader(changed(change))).toBeUndefined());

	it('is refused with a wrong checksum', () => {
		const header = tarHeader({ name: 'key', size: 45 }, AT);
		header.write('kex');
		expect(parseTarHeader(header)).toBeUndefined();
	});
});
