import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { create, toBinary } from '@bufbuild/protobuf';
import { Credential, PrefaceSchema, RelayStateSchema } from '../../../protocol/device_pb.ts';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import { ManualClock } from '../../../hub/base/manual-clock.ts';
import { CLOSE, HANDSHAKE_TIMEOUT_MS, MAX_FRAME_BYTES, SUBPROTOCOL } from '../../../hub/link/faults.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { type RawIdentity, RawLink, claim } from '../../harness/boards/raw-link.ts';

const NAME = 'Boiler room';
const MAC = '02AABBCCDDEE';

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;
let links: RawLink[];

beforeEach(async () => {
	links = [];
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
});
afterEach(async () => {
	for (const one of links) one.end();
	view.close();
	await hub.remove();
});

function link(
	...options: ConstructorParameters<typeof RawLink> extends [string, ...infer Rest] ? Rest : never
): RawLink {
	const made = new RawLink(hub.origin, ...options);
	links.push(made);
	return made;
}

async function registration(): Promise<{ id: string; keyId: Uint8Array; key: Uint8Array }> {
	const { id } = await browser.addVirtualBoard({ name: NAME });
	const config = decodeConfigFile(await browser.configFile(id));
	if (!config.ok) throw new Error(config.error);
	return { id, keyId: config.value.keyId, key: config.value.key };
}

/** The device key of a claimed board that is not connected now. */
async function claimedKey(): Promise<RawIdentity> {
	return (await claim(hub.origin, await registration(), MAC)).identity;
}

const relayIsOn = {
	case: 'relayState' as const,
	value: create(RelayStateSchema, { relay: 1, on: true }),
};

const device = (): DeviceView | undefined => view.device(NAME);
const isOnline = () => view.until(() => device()?.presence.state === 'online');

async function isAlive(): Promise<void> {
	expect((await fetch(`${hub.origin}/healthz`)).status).toBe(200);
	expect(hub.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
}

/** Events come in their order: when this one is there, all that was before it is. */
async function eventsAreIn(): Promise<void> {
	const { id } = await browser.addVirtualBoard({ name: 'Last' });
	await view.until(() => view.pending.has(id));
}

/** Whether commands of the dashboard come out at this end. */
async function isServed(one: RawLink): Promise<boolean> {
	const before = one.heard.filter((message) => message.case === 'setRelay').length;
	const answer = await view.setRelay(device()!.id, 1, true);
	if (!answer.ok) return false;
	await one.until(() => one.heard.filter((message) => message.case === 'setRelay').length > before);
	return true;
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

describe('a replayed handshake', () => {
	it('neither ends the link of the board nor is listened to', async () => {
		const own = await link().enter(await claimedKey());
		await isOnline();
		const since = device()!.presence.since;
		const thief = await link().opened();
		for (const frame of own.sent.slice(0, 2)) thief.sendFrame(frame);
		await thief.until(() => thief.frames.length === 1); // the hub's message 2, of no use without the key
		expect(await isServed(own)).toBe(true);
		expect(thief.frames).toHaveLength(1);
		thief.sendFrame(own.sent[2]!);
		expect((await thief.closed).code).toBe(CLOSE.MALFORMED);
		expect(await isServed(own)).toBe(true);
		await eventsAreIn();
		expect(device()!.presence).toMatchObject({ state: 'online', since });
	});

	it('does not bring a board online that is not there', async () => {
		const own = await link().enter(await claimedKey());
		await isOnline();
		own.send({ case: 'goodbye', value: { $typeName: 'mooring.v2.Goodbye', reason: 1 } });
		own.socket.close();
		await view.until(() => device()?.presence.state !== 'online');
		const events = view.events.length;
		const thief = await link().opened();
		for (const frame of own.sent.slice(0, 3)) thief.sendFrame(frame);
		expect((await thief.closed).code).toBe(CLOSE.MALFORMED);
		await eventsAreIn();
		expect(view.events.slice(events).filter(({ type }) => type === 'presence')).toEqual([]);
		expect(device()!.presence.state).not.toBe('online');
	});

	it('of a registration starts no provisioning', async () => {
		const { id, ...key } = await registration();
		const own = await link().greet({ credential: Credential.REGISTRATION, ...key, mac: MAC });
		own.end();
		const thief = await link().opened();
		for (const frame of own.sent) thief.sendFrame(frame);
		await thief.until(() => thief.frames.length === 1);
		await view.until(() => view.pending.get(id)?.step === 'seen');
		thief.sendFrame(randomBytes(40));
		expect((await thief.closed).code).toBe(CLOSE.MALFORMED);
		await view.until(() => view.pending.get(id)?.step === 'waiting');
		expect(view.events).not.toContainEqual(
			expect.objectContaining({ pending: expect.objectContaining({ step: 'authenticated' }) as unknown }),
		);
		expect(thief.frames).toHaveLength(1);
		expect(view.devices.size).toBe(0);
	});
});

describe('two links with one key', () => {
	it.each([
		['the same boot', { bootId: 7n, bootCount: 3 }],
		['a later boot', { bootId: 8n, bootCount: 4 }],
	])('%s takes over from a link that its board has lost, in about a second', async (_, boot) => {
		const identity = await claimedKey();
		const older = await link().enter({ ...identity, bootId: 7n, bootCount: 3 });
		await isOnline();
		older.hush(); // its power is cut: the socket stays, and nothing comes
		const began = performance.now();
		const newer = await link().enter({ ...identity, ...boot });
		newer.send(relayIsOn);
		expect((await older.closed).code).toBe(CLOSE.REPLACED);
		expect(performance.now() - began).toBeLessThan(3_000);
		expect(await isServed(newer)).toBe(true);
		await view.until(() => device()!.relays[0]!.reported); // what it said while it waited was heard
		await eventsAreIn();
		expect(device()!.presence).toMatchObject({ state: 'online' });
		expect(view.events.filter(({ type }) => type === 'notice')).toEqual([]);
	});

	it('a later boot gets in at once where the machine that has the old address says that it knows nothing of that link', async () => {
		const identity = await claimedKey();
		const older = await link().enter({ ...identity, bootId: 7n, bootCount: 3 });
		await isOnline();
		older.hush();
		const newer = await link().enter({ ...identity, bootId: 8n, bootCount: 4 });
		await older.until(() => older.heard.some((message) => message.case === 'pace' && message.value.beatMs === 100));
		older.end(); // as an RST does
		expect(await isServed(newer)).toBe(true);
		expect(view.events.filter(({ type }) => type === 'notice')).toEqual([]);
	});

	it.each([
		['a high boot count', { bootId: 8n, bootCount: 4_000_000_000 }],
		['its boot id', { bootId: 7n, bootCount: 3 }],
	])('a copied key with the same MAC and %s takes no live link over, and the owner is told', async (_, boot) => {
		const identity = await claimedKey();
		const own = await link().enter({ ...identity, bootId: 7n, bootCount: 3 });
		await isOnline();
		const copy = await link().enter({ ...identity, ...boot });
		copy.send(relayIsOn);
		expect((await copy.closed).code).toBe(CLOSE.CONFLICT);
		await view.until(() => view.events.some(({ type }) => type === 'notice'));
		expect(view.events.find(({ type }) => type === 'notice')).toMatchObject({
			level: 'warn',
			message: expect.stringContaining(`A copy of ${NAME}`) as unknown,
		});
		expect(device()!.relays[0]!.reported).not.toBe(true);
		expect(await isServed(own)).toBe(true);
		const paces = () => own.heard.flatMap((one) => (one.case === 'pace' ? one.value.beatMs : []));
		await own.until(() => paces().length === 3);
		expect(paces()[2]).toBe(paces()[0]); // and it beats as before
	});

	it.each([
		['another board in its third boot', { bootId: 8n, bootCount: 3 }],
		['an earlier boot', { bootId: 8n, bootCount: 2 }],
	])('%s is refused, and the owner is told', async (_, boot) => {
		const identity = await claimedKey();
		const own = await link().enter({ ...identity, bootId: 7n, bootCount: 3 });
		await isOnline();
		const copy = await link().enter({ ...identity, ...boot });
		expect((await copy.closed).code).toBe(CLOSE.CONFLICT);
		await view.until(() => view.events.some(({ type }) => type === 'notice'));
		expect(view.events.find(({ type }) => type === 'notice')).toMatchObject({
			level: 'warn',
			message: expect.stringContaining(NAME) as unknown,
		});
		expect(await isServed(own)).toBe(true);
	});

	it('another MAC is refused even while the board is away', async () => {
		const identity = await claimedKey();
		await view.until(device);
		const copy = await link().enter({ ...identity, mac: '02AABBCCDD00' });
		expect((await copy.closed).code).toBe(CLOSE.CONFLICT);
		await view.until(() => view.events.some(({ type }) => type === 'notice'));
		expect(device()!.presence.state).not.toBe('online');
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
