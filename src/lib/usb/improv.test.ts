import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMAND, ImprovReader, commandPacket } from './improv.ts';

const utf8 = new TextEncoder();
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** A packet of a board, built without the code under test. */
function packet(type: number, ...data: number[]): number[] {
	const bytes = [...utf8.encode('IMPROV'), 1, type, data.length, ...data];
	return [...bytes, bytes.reduce((sum, byte) => sum + byte, 0) % 256];
}
const result = (command: number, ...values: string[]) => {
	const data = values.flatMap((value) => [utf8.encode(value).length, ...utf8.encode(value)]);
	return packet(4, command, data.length, ...data);
};

describe('what is written to a board', () => {
	it.each([
		// The standard's own layout: header, version, type, length, command, length of its data, data, checksum, newline.
		['asks for its state', commandPacket(COMMAND.state), '494d50524f5601030202' + '00' + 'e50a'],
		['asks for networks', commandPacket(COMMAND.scan), '494d50524f5601030204' + '00' + 'e70a'],
		[
			'gives it a network',
			commandPacket(COMMAND.join, ['MyWirelessAP', 'mysecurepassword']),
			'494d50524f560103' + '20011e0c4d79576972656c6573734150106d7973656375726570617373776f7264' + 'c10a',
		],
	])('%s', (_, bytes, hex) => expect(Buffer.from(bytes).toString('hex')).toBe(hex));
});

describe('what comes from a board', () => {
	it.each([
		[packet(1, 2), { kind: 'state', state: 'ready' }],
		[packet(1, 3), { kind: 'state', state: 'joining' }],
		[packet(1, 4), { kind: 'state', state: 'joined' }],
		[packet(1, 0), { kind: 'state', state: 'stopped' }],
		[packet(2, 0), { kind: 'error', error: null }],
		[packet(2, 3), { kind: 'error', error: 'not-joined' }],
		[packet(2, 0xff), { kind: 'error', error: 'unknown' }],
		[result(4, 'Küche', '-61', 'YES'), { kind: 'result', command: 4, values: ['Küche', '-61', 'YES'] }],
		[result(4), { kind: 'result', command: 4, values: [] }],
	])('%j is parsed', (bytes, message) => {
		expect(new ImprovReader().take(Uint8Array.from(bytes))).toEqual({ log: new Uint8Array(), messages: [message] });
	});

	it('belongs to the log if the checksum or type is wrong, or if the header occurs by chance', () => {
		const damaged = packet(1, 2);
		damaged[damaged.length - 1]! ^= 1;
		const bytes = [...damaged, ...utf8.encode('\nIMPROVEMENTS: IMPROV\x01'), ...packet(9, 1), ...packet(1, 4), 0x0a];
		const { log, messages } = new ImprovReader().take(Uint8Array.from(bytes));
		expect(messages).toEqual([{ kind: 'state', state: 'joined' }]);
		expect(text(log)).toBe(
			`${text(Uint8Array.from(damaged))}\nIMPROVEMENTS: IMPROV\x01${text(Uint8Array.from(packet(9, 1)))}\n`,
		);
	});

	it.each([
		['without data', packet(1)],
		['with a string that is longer than the packet', packet(4, 4, 3, 9, 65, 66)],
		['with another length than it says', packet(4, 4, 9, 1, 65)],
	])('is dropped if it is a packet %s', (_, bytes) => {
		expect(new ImprovReader().take(Uint8Array.from(bytes))).toEqual({ log: new Uint8Array(), messages: [] });
	});

	it('is parsed the same in pieces of any size, without loss of log bytes', () => {
		const piece = fc.oneof(
			fc.constantFrom('on Wi-Fi home, 192.168.1.23\n', 'IMPROV', 'I', 'Ünder\n').map((log) => ({
				log,
				bytes: [...utf8.encode(log)],
				count: 0,
			})),
			fc.constantFrom(packet(1, 2), packet(2, 3), result(1), result(4, 'IMPROV', '-40', 'NO')).map((bytes) => ({
				log: '',
				bytes,
				count: 1,
			})),
		);
		fc.assert(
			fc.property(
				fc.array(piece, { maxLength: 12 }),
				fc.infiniteStream(fc.integer({ min: 1, max: 40 })),
				(pieces, cuts) => {
					const reader = new ImprovReader();
					// The newline at the end releases bytes that are held back as a possible packet.
					const all = Uint8Array.from([...pieces.flatMap(({ bytes }) => bytes), 0x0a]);
					const log: number[] = [];
					let count = 0;
					for (let at = 0; at < all.length;) {
						const size = cuts.next().value as number;
						const taken = reader.take(all.subarray(at, at + size));
						log.push(...taken.log);
						count += taken.messages.length;
						at += size;
					}
					expect(text(Uint8Array.from(log))).toBe(pieces.map((one) => one.log).join('') + '\n');
					expect(count).toBe(pieces.reduce((sum, one) => sum + one.count, 0));
				},
			),
			{ numRuns: 200 },
		);
	});
});
