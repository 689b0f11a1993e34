import { create, equals } from '@bufbuild/protobuf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CONFIG_FILE_BYTES, decodeConfigFile, encodeConfigFile } from './config-file.ts';
import { BoardConfigSchema } from './device_pb.ts';

const config = create(BoardConfigSchema, {
	board: 'd1-mini',
	name: 'Boiler room',
	keyId: new Uint8Array(16).fill(1),
	key: new Uint8Array(32).fill(2),
	hubs: [{ host: '192.168.1.4', port: 8080 }],
	wifi: [{ ssid: 'home', password: 'secret enough' }],
	configure: { relays: [{ id: 1, pin: 5 }] },
});
const file = encodeConfigFile(config);

const same = (read: ReturnType<typeof decodeConfigFile>) => read.ok && equals(BoardConfigSchema, read.value, config);

describe('config file', () => {
	it('is read as it was written', () => {
		expect(same(decodeConfigFile(file))).toBe(true);
	});

	it('begins as protocol/README.md says', () => {
		const bytes = Buffer.from(file);
		expect(bytes.toString('latin1', 0, 4)).toBe('MOOR');
		expect([bytes.readUInt16LE(4), bytes.readUInt16LE(6)]).toEqual([1, file.length - 12]);
	});

	it('is read from a flash sector, whatever follows it', () => {
		const sector = new Uint8Array(MAX_CONFIG_FILE_BYTES).fill(0xff);
		sector.set(file);
		expect(same(decodeConfigFile(sector))).toBe(true);
	});

	it('is refused with any one byte changed', () => {
		for (let i = 0; i < file.length; i++) {
			const changed = file.slice();
			changed[i]! ^= 0x55;
			expect(decodeConfigFile(changed).ok, `byte ${i}`).toBe(false);
		}
	});

	it('is refused at every length short of its own', () => {
		for (let length = 0; length < file.length; length++)
			expect(decodeConfigFile(file.subarray(0, length)).ok, `${length} bytes`).toBe(false);
	});

	it('tells an erased flash from a damaged file', () => {
		expect(decodeConfigFile(new Uint8Array(64).fill(0xff))).toMatchObject({
			ok: false,
			error: expect.stringContaining('never provisioned'),
		});
	});

	it('does not grow beyond a sector', () => {
		expect(() => encodeConfigFile(create(BoardConfigSchema, { name: 'x'.repeat(MAX_CONFIG_FILE_BYTES) }))).toThrow(
			RangeError,
		);
	});

	it('never throws when reading, whatever the bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decodeConfigFile(bytes).ok === 'boolean'),
		);
	});
});
