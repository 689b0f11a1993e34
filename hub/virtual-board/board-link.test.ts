import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GoodbyeReason, InputMode } from '../../protocol/device_pb.ts';
import {
	clock,
	DEVICE,
	hub,
	newBoard,
	OTHER,
	provision,
	said,
	setUp,
	speak,
	started,
	tearDown,
} from '../../test/harness/boards/virtual-board/board-fixture.ts';

beforeEach(setUp);
afterEach(tearDown);

describe('the keys of a virtual board', () => {
	it('registers, proves itself with a beat first, then reports its relays, and keeps beating', () => {
		hub.welcome = { beatMs: 100 };
		started();
		expect(hub.link).toMatchObject({ credential: 'registration' });
		expect(hub.link!.heard.map(({ case: kind }) => kind)).toEqual(['beat', 'relayState']);
		expect(hub.heard('relayState')).toMatchObject([{ relay: 1, on: false }]);
		clock.advance(1_000);
		expect(hub.heard('beat')).toHaveLength(11);
	});

	it('offers the subprotocol without compression, and sends nothing in the clear but the preface', () => {
		const board = started();
		expect(hub.upgrade).toMatch(/^sec-websocket-protocol: mooring\.v2$/im);
		expect(hub.upgrade).not.toMatch(/extensions/i);
		expect(hub.link!.hello.deviceId).toBe(board.code);
		// Frames are masked: what is looked for lies in none of them as it is, and behind no mask of four bytes either.
		for (const piece of hub.pieces) expect(Buffer.from(piece).includes(board.code)).toBe(false);
	});

	it('stores a device key, answers when it is in its flash, and reconnects with it at once', () => {
		started();
		provision(DEVICE);
		expect(hub.heard('provisioned')).toHaveLength(1);
		hub.known.set(2, DEVICE.key);
		hub.link!.close(4000);
		expect(hub.links.map(({ credential }) => credential)).toEqual(['registration', 'device']);
		speak();
		// It is accepted: the registration key is not used any more, however often it is refused.
		hub.known.delete(2);
		hub.link!.close(4401);
		clock.advance(60_000);
		expect(hub.links).toHaveLength(2);
	});

	it('falls back to its registration key if the hub never stored the device key', () => {
		started();
		provision(DEVICE);
		hub.link!.close(4000);
		expect(hub.links.map(({ credential }) => credential)).toEqual(['registration', 'registration']);
	});

	it('keeps a new key when the hub sends another message under the one in use, and reconnects with the new one', () => {
		hub.known.set(3, OTHER.key);
		started();
		provision(OTHER);
		hub.link!.close(4000);
		speak();
		provision(DEVICE);
		speak();
		hub.known.set(2, DEVICE.key);
		hub.link!.close(4000);
		expect(hub.link!.keyId[0]).toBe(2);
		speak();
		// The older one is forgotten.
		hub.known.delete(2);
		hub.link!.close(4401);
		clock.advance(60_000);
		expect(hub.link!.keyId[0]).toBe(2);
	});

	it('uses the older key if the new one is refused, and loses neither, even by a power loss', () => {
		hub.known.set(3, OTHER.key);
		const board = started();
		provision(OTHER);
		hub.link!.close(4000);
		speak();
		provision(DEVICE);
		hub.link!.close(4000);
		expect(hub.link!.keyId[0]).toBe(3);
		board.cut();
		hub.known.set(2, DEVICE.key);
		board.start();
		expect(hub.link!.keyId[0]).toBe(2);
	});

	it('obeys neither a hub that does not know its key, nor a frame that was changed or comes twice', () => {
		hub.wrongKey = OTHER.key;
		const stranger = started();
		clock.advance(2_000);
		expect(hub.links).toEqual([]);
		expect(hub.open).toBe(0);
		stranger.cut();
		hub.wrongKey = undefined;
		started();
		const changed = hub.link!.frameOf({ case: 'reboot', value: {} });
		changed[0]! ^= 1;
		hub.link!.put(changed);
		expect(said.at(-1)).toBe('disconnected: a frame of the hub could not be decrypted');
		clock.advance(60_000);
		const identify = hub.link!.frameOf({ case: 'identify', value: { forMs: 1 } });
		hub.link!.put(identify);
		hub.link!.put(identify);
		expect(said.slice(-2)[0]).toMatch(/^blink/);
		expect(said.at(-1)).toBe('disconnected: a frame of the hub could not be decrypted');
	});
});

describe('the connection of a virtual board to its hub', () => {
	it('tries the next address if one refuses, and tries the one that worked first from then on', () => {
		hub.hosts = ['hub.test'];
		const hubs = ['stranger.test', 'hub.test'].map((host) => ({ host, port: 8080 }));
		started(newBoard({ hubs }));
		clock.advance(10_000);
		expect(hub.tries).toEqual(['stranger.test:8080', 'hub.test:8080']);
		hub.link!.close(1001);
		clock.advance(10_000);
		expect(hub.tries).toEqual(['stranger.test:8080', 'hub.test:8080', 'hub.test:8080']);
	});

	it('is made again after a lost link, with the same boot id; a restart has a new one', () => {
		const board = started();
		hub.link!.close(1001);
		clock.advance(10_000);
		expect(hub.links[1]!.hello.bootId).toBe(hub.links[0]!.hello.bootId);
		board.cut();
		started();
		expect(hub.link!.hello.bootCount).toBe(hub.links[0]!.hello.bootCount! + 1);
		expect(hub.link!.hello.bootId).not.toBe(hub.links[0]!.hello.bootId);
	});

	it('is given up if the hub answers no ping in 15 s, or no handshake in 12 s', () => {
		started();
		clock.advance(60_000);
		expect(hub.open).toBe(1);
		hub.answersPings = false;
		clock.advance(30_000);
		expect(said).toContain('disconnected: the hub does not answer any more');
		hub.answersPings = true;
		hub.link!.close(1001);
		hub.isSilent = true;
		clock.advance(60_000);
		expect(said).toContain('disconnected: the hub did not answer the handshake in time');
	});

	it('is logged as refused if the hub answers HTTP', () => {
		hub.httpStatus = 429;
		started();
		expect(said.at(-1)).toBe('refused (429): the hub answered HTTP 429');
	});

	it('ends with a goodbye, also before it was started and while the board restarts', () => {
		const board = newBoard();
		board.stop();
		board.start();
		hub.link!.send({ case: 'reboot', value: {} });
		expect(hub.heard('goodbye')).toMatchObject([{ reason: GoodbyeReason.REBOOT }]);
		board.stop();
		clock.advance(10_000);
		expect(hub.links).toHaveLength(1);
		board.start();
		board.stop();
		expect(hub.heard('goodbye')).toMatchObject([{ reason: GoodbyeReason.SHUTDOWN }]);
		expect(hub.open).toBe(0);
	});

	it('does no work between two beats', () => {
		let steps = 0;
		const counting = { mono: () => (steps++, clock.mono()), now: () => clock.now() };
		started(
			newBoard(
				{ configure: { relays: [{ id: 1 }], inputs: [{ id: 1, pin: 1, mode: InputMode.DETACHED }] } },
				{ clock: Object.assign(Object.create(clock) as typeof clock, counting, { after: clock.after.bind(clock) }) },
			),
		);
		clock.advance(1_000);
		steps = 0;
		clock.advance(10_000);
		expect(steps).toBe(0);
	});
});
