import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BootReason, GoodbyeReason } from '../../protocol/device_pb.ts';
import { FIRMWARE_VERSION, playedProgram } from '../../test/harness/images.ts';
import {
	begin,
	clock,
	hub,
	newBoard,
	OTHER,
	said,
	send,
	setUp,
	started,
	tearDown,
} from '../../test/harness/boards/virtual-board/board-fixture.ts';

beforeEach(setUp);
afterEach(tearDown);

describe('an update of a virtual board', () => {
	const image = Buffer.alloc(2_500, 7);

	it('makes it the version that was announced, until it is flashed with another one', () => {
		const board = started();
		begin(image);
		send(image);
		expect(hub.heard('otaProgress').at(-1)).toMatchObject({ nextOffset: 2_500, done: true });
		expect(hub.heard('goodbye')).toMatchObject([{ reason: GoodbyeReason.REBOOT }]);
		clock.advance(1_000);
		expect(hub.link!.hello).toMatchObject({ firmware: '9.9.9', bootReason: BootReason.REBOOT });
		board.cut();
		started();
		expect(hub.link!.hello.firmware).toBe('9.9.9');
		hub.known.set(3, OTHER.key);
		started(newBoard(OTHER));
		expect(hub.link!.hello.firmware).toBe(FIRMWARE_VERSION);
	});

	it('continues where it was after a lost link, and drops chunks that are out of order', () => {
		started();
		begin(image);
		hub.link!.send({ case: 'otaChunk', value: { offset: 0, data: image.subarray(0, 960) } });
		hub.link!.send({ case: 'otaChunk', value: { offset: 1_920, data: image.subarray(0, 10) } });
		expect(hub.heard('otaProgress').map(({ nextOffset }) => nextOffset ?? 0)).toEqual([0, 960, 960]);
		hub.link!.close(4000);
		begin(image);
		send(image);
		clock.advance(1_000);
		expect(hub.link!.hello.firmware).toBe('9.9.9');
	});

	it('that is damaged, empty or too large is refused in words', () => {
		started();
		begin(image);
		send(Buffer.alloc(2_500, 8));
		expect(hub.heard('otaProgress').at(-1)!.error).toBe('The image is damaged: its SHA-256 is another one.');
		for (const size of [0, 0x1e_0001]) {
			hub.link!.send({ case: 'otaBegin', value: { version: '2', size, sha256: new Uint8Array(32) } });
			expect(hub.heard('otaProgress').at(-1)!.error).toBe('The image does not fit this board.');
		}
		expect(hub.links).toHaveLength(1);
	});

	it('to an image that does not reach the hub, or crashes, is undone', () => {
		started();
		const deaf = playedProgram('6.6.6', 1_000);
		deaf.writeUInt32LE(1, 24);
		deaf.writeUInt32LE(5_000, 28);
		begin(deaf, '6.6.6');
		send(deaf);
		const links = hub.links.length;
		clock.advance(4_000);
		expect(hub.links).toHaveLength(links);
		clock.advance(4_000);
		expect(hub.link!.hello).toMatchObject({ firmware: FIRMWARE_VERSION, bootReason: BootReason.REBOOT });
		const crashing = playedProgram('7.7.7', 1_000);
		crashing.writeUInt32LE(2, 24);
		begin(crashing, '7.7.7');
		send(crashing);
		clock.advance(1_000);
		expect(said.filter((text) => text.startsWith('a crash'))).toHaveLength(1);
		expect(hub.link!.hello).toMatchObject({ firmware: FIRMWARE_VERSION, bootReason: BootReason.CRASH });
	});
});

describe('the serial port of a virtual board', () => {
	/** Improv: type 3 is a command, its data the command, its length and the rest. */
	const improv = (...data: number[]) => {
		const packet = Buffer.from([...Buffer.from('IMPROV'), 1, 3, data.length, ...data]);
		return Buffer.concat([packet, Buffer.of(packet.reduce((sum, byte) => sum + byte, 0) & 0xff, 10)]);
	};
	const text = (word: string) => [word.length, ...Buffer.from(word)];

	it('takes its Wi-Fi by Improv, answers with the hub’s address, and uses that Wi-Fi from then on', () => {
		let out = Buffer.alloc(0);
		const serialOut = (bytes: Uint8Array) => void (out = Buffer.concat([out, bytes]));
		const board = newBoard({}, { wifi: ['home=secret word'], serialOut });
		started(board);
		clock.advance(30_000);
		expect(hub.links).toEqual([]);
		const network = [...text('home'), ...text('secret word')];
		board.hear(improv(1, network.length, ...network));
		clock.advance(1_000);
		expect(out.toString('latin1')).toContain('http://hub.test:8080/');
		expect(said).toContain('on Wi-Fi home, 127.0.0.1');
		expect(hub.link!.hello.ssid).toBe('home');
		board.radio.turn('home', false);
		clock.advance(1_000);
		expect(said).toContain('Wi-Fi was lost');
		board.radio.turn('home', true);
		clock.advance(60_000);
		expect(hub.links).toHaveLength(2);
		board.cut();
		board.start();
		clock.advance(1_000);
		expect(hub.links).toHaveLength(3);
	});

	it('lists the networks around it', () => {
		let out = '';
		const serialOut = (bytes: Uint8Array) => void (out += Buffer.from(bytes).toString('latin1'));
		const board = newBoard({}, { wifi: ['home=secret word', 'guests='], serialOut });
		started(board);
		board.hear(improv(4, 0));
		clock.advance(1_000);
		expect(out).toMatch(/home.-42.YES[^]*guests.-51.NO/);
	});
});
