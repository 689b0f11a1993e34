import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { create, toBinary } from '@bufbuild/protobuf';
import { Credential, PrefaceSchema } from '../../../protocol/device_pb.ts';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import { ManualClock } from '../../../hub/base/manual-clock.ts';
import { CLOSE, HANDSHAKE_TIMEOUT_MS, MAX_FRAME_BYTES, SUBPROTOCOL } from '../../../hub/link/faults.ts';
import {
	MAC,
	claimedKey,
	device,
	eventsAreIn,
	hub,
	isOnline,
	isServed,
	link,
	setUp,
	tearDown,
	view,
} from '../../harness/doors/device-door-fixture.ts';
import { ask } from '../../harness/ask.ts';
import { RawLink } from '../../harness/boards/raw-link.ts';
import { TestHub } from '../../harness/hub.ts';

beforeEach(setUp);
afterEach(tearDown);

async function isAlive(): Promise<void> {
	expect((await fetch(`${hub.origin}/healthz`)).status).toBe(200);
	expect(hub.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
}

describe('who may open a link', () => {
	it.each([['mooring.v1'], ['mqtt'], [[] as string[]]])('subprotocol %j is told to upgrade', async (subprotocol) => {
		expect(await link(subprotocol).refused()).toBe(426);
	});

	it('one of several subprotocols is enough', async () => {
		const one = await link(['mooring.v3', SUBPROTOCOL]).opened();
		expect(one.socket.protocol).toBe(SUBPROTOCOL);
	});

	it('no web page may, not even the hub’s own', async () => {
		expect(await link(SUBPROTOCOL, { origin: 'http://evil.example' }).refused()).toBe(403);
		expect(await link(SUBPROTOCOL, { origin: hub.origin }).refused()).toBe(403);
		expect(await link(SUBPROTOCOL, { origin: 'null' }).refused()).toBe(403);
	});
});

describe('bad frames', () => {
	it('text ends the link', async () => {
		const one = await link().opened();
		one.sendFrame('hello');
		expect((await one.closed).code).toBe(CLOSE.MALFORMED);
		await isAlive();
	});

	it('a frame of the greatest length is read, a longer one ends the link', async () => {
		const longest = await link().opened();
		longest.sendFrame(randomBytes(MAX_FRAME_BYTES));
		expect((await longest.closed).code).toBe(CLOSE.MALFORMED);
		const longer = await link().opened();
		longer.sendFrame(randomBytes(MAX_FRAME_BYTES + 1));
		expect([1006, 1009]).toContain((await longer.closed).code);
		await isAlive();
	});

	it('an unknown key is refused by name, whatever it is called', async () => {
		for (const credential of [Credential.DEVICE, Credential.REGISTRATION]) {
			const one = await link().opened();
			const preface = create(PrefaceSchema, { protocol: 2, credential, keyId: randomBytes(16) });
			one.sendFrame(toBinary(PrefaceSchema, preface));
			expect((await one.closed).code).toBe(CLOSE.UNKNOWN);
		}
		await isAlive();
	});

	it('garbage of every kind ends its link and nothing else', async () => {
		const own = await link().enter(await claimedKey());
		await isOnline();
		const frame = fc.oneof(
			fc.uint8Array({ maxLength: 64 }),
			fc.uint8Array({ minLength: 900, maxLength: MAX_FRAME_BYTES }),
			fc
				.record({
					protocol: fc.nat(3),
					credential: fc.nat(3),
					keyId: fc.uint8Array({ maxLength: 20 }),
				})
				.map((preface) => toBinary(PrefaceSchema, create(PrefaceSchema, preface))),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(frame, { minLength: 3, maxLength: 5 }), async (frames) => {
				const one = await link().opened();
				for (const bytes of frames) one.sendFrame(bytes);
				expect([CLOSE.MALFORMED, CLOSE.UNKNOWN]).toContain((await one.closed).code);
			}),
			{ numRuns: 100, examples: [[[new Uint8Array(0), new Uint8Array(0), new Uint8Array(0)]]] },
		);
		await isAlive();
		expect(await isServed(own)).toBe(true);
	});

	it('garbage instead of message 1, or after it, ends the link and moves nothing', async () => {
		const identity = await claimedKey();
		await view.until(device);
		const before = structuredClone(device()!.presence);
		const early = await link().opened();
		const { keyId } = identity;
		const preface = create(PrefaceSchema, { protocol: 2, credential: Credential.DEVICE, keyId });
		early.sendFrame(toBinary(PrefaceSchema, preface));
		early.sendFrame(randomBytes(120));
		expect((await early.closed).code).toBe(CLOSE.MALFORMED);
		const late = await link().greet(identity);
		late.sendFrame(randomBytes(40));
		expect((await late.closed).code).toBe(CLOSE.MALFORMED);
		await eventsAreIn();
		expect(device()!.presence).toEqual(before);
	});

	it('another key under a known name is refused', async () => {
		const identity = await claimedKey();
		const one = link();
		const greeting = one.greet({ ...identity, key: randomBytes(32) });
		expect((await one.closed).code).toBe(CLOSE.MALFORMED);
		greeting.catch(() => undefined);
		expect(one.frames).toEqual([]);
	});

	it('a repeated transport frame ends the link', async () => {
		const one = await link().enter(await claimedKey());
		await isOnline();
		one.sendFrame(one.sent.at(-1)!);
		expect((await one.closed).code).toBe(CLOSE.MALFORMED);
	});
});

describe('a handshake that takes too long', () => {
	let clock: ManualClock;
	let slowHub: TestHub;

	beforeEach(async () => {
		clock = new ManualClock();
		slowHub = await new TestHub({ clock }).start();
	});
	afterEach(() => slowHub.remove());

	it('is ended, wherever it stopped', async () => {
		const owner = await slowHub.owner();
		const { id } = await owner.addVirtualBoard();
		const config = decodeConfigFile(await owner.configFile(id));
		if (!config.ok) throw new Error(config.error);
		const { keyId, key } = config.value;
		const named = { credential: Credential.REGISTRATION, keyId, key, mac: MAC };
		const silent = await new RawLink(slowHub.origin).opened();
		const unproven = await new RawLink(slowHub.origin).greet(named);
		const proven = await new RawLink(slowHub.origin).enter(named);
		await proven.message('provision');
		clock.advance(HANDSHAKE_TIMEOUT_MS - 1);
		expect(silent.socket.readyState).toBe(silent.socket.OPEN);
		clock.advance(1);
		expect((await silent.closed).code).toBe(CLOSE.TIMEOUT);
		expect((await unproven.closed).code).toBe(CLOSE.TIMEOUT);
		proven.end();
	});
});

it('commands of one moment come to the board in their order, every one', async () => {
	const own = await link().enter(await claimedKey());
	await isOnline();
	const taps = Array.from({ length: 40 }, (_, n) => ({ relay: (n % 2) + 1, on: n % 4 < 2 }));
	await Promise.all(taps.map(({ relay, on }) => view.setRelay(device()!.id, relay, on)));
	const told = () => own.heard.flatMap((message) => (message.case === 'setRelay' ? message.value : []));
	await own.until(() => told().length >= taps.length);
	expect(told().map(({ relay, on }) => ({ relay, on }))).toEqual(taps);
});

it('a board that does not read gets no more commands than it can answer, and the hub goes on', async () => {
	const own = await link().enter(await claimedKey());
	await isOnline();
	own.socket.pause();
	const tap = (_: unknown, n: number) => view.setRelay(device()!.id, 1, n % 2 === 0);
	const flood = () => Promise.all(Array.from({ length: 500 }, tap));
	let answers = await flood();
	for (let n = 0; n < 400 && answers.every(({ ok }) => ok); n++) answers = await flood();
	// On a slow machine the first commands are past their deadline before the last of the flood, which then may go.
	const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
	expect([...new Set(refused)]).toEqual(['busy']);
	own.socket.resume();
	await isAlive();
}, 60_000);

it('what is no page says so: the health of the hub, and a refused link', async () => {
	const key = Buffer.alloc(16).toString('base64');
	const headers = {
		connection: 'upgrade',
		upgrade: 'websocket',
		'sec-websocket-version': '13',
		'sec-websocket-key': key,
	};
	for (const [path, status] of [
		['/healthz', 200],
		['/device', 426],
	] as const) {
		const answer = await ask(hub.origin, { path, headers: path === '/device' ? headers : {} });
		expect([answer.status, answer.headers['x-content-type-options']]).toEqual([status, 'nosniff']);
	}
});
