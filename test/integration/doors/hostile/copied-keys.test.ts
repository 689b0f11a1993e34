import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { create } from '@bufbuild/protobuf';
import { Credential, RelayStateSchema } from '../../../../protocol/device_pb.ts';
import { CLOSE } from '../../../../hub/link/faults.ts';
import {
	MAC,
	NAME,
	claimedKey,
	device,
	eventsAreIn,
	isOnline,
	isServed,
	link,
	registration,
	setUp,
	tearDown,
	view,
} from '../../../harness/doors/device-door-fixture.ts';

beforeEach(setUp);
afterEach(tearDown);

const relayIsOn = {
	case: 'relayState' as const,
	value: create(RelayStateSchema, { relay: 1, on: true }),
};

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

	it('of a registration shows nothing, and starts no provisioning', async () => {
		const { id, ...key } = await registration();
		const own = await link().greet({ credential: Credential.REGISTRATION, ...key, mac: MAC });
		own.end();
		const thief = await link().opened();
		for (const frame of own.sent) thief.sendFrame(frame);
		await thief.until(() => thief.frames.length === 1);
		thief.sendFrame(randomBytes(40));
		expect((await thief.closed).code).toBe(CLOSE.MALFORMED);
		await eventsAreIn();
		for (const step of ['seen', 'authenticated'])
			expect(view.events).not.toContainEqual(
				expect.objectContaining({ pending: expect.objectContaining({ step }) as unknown }),
			);
		expect(view.pending.get(id)?.step).toBe('waiting');
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
