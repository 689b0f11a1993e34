import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANNA, FakeSocket, NOW, PUMP, device, snapshot } from '../../../test/harness/network/fake-hub-socket.ts';
import { type HubSocket, LiveHub } from '../hub/live.svelte.ts';
import { LAST_KNOWN } from './forget-last-known.ts';
import { KEEP_EVERY_MS, keepShown, keepWhileOpen } from './keep-while-open.ts';
import { readLastKnown } from './last-known.ts';

const BUILD = '1';
const BEN = { id: 'u2', name: 'Ben', role: 'guest' } as const;
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const kept = new Map<string, string>();
let socket: FakeSocket;
let hub: LiveHub;

beforeEach(() => {
	vi.useFakeTimers();
	vi.setSystemTime(NOW);
	kept.clear();
	page.visibilityState = 'visible';
	vi.stubGlobal('document', page);
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
		removeItem: (key: string) => kept.delete(key),
	});
	socket = new FakeSocket();
	hub = newHub();
});
afterEach(() => {
	hub.stop();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

function newHub(): LiveHub {
	return new LiveHub(
		() => undefined,
		() => socket as unknown as HubSocket,
		async () => false,
	);
}

/** What a dashboard keeps that is live with these devices. */
function keep(...names: string[]): void {
	const before = newHub();
	before.start(ANNA);
	socket.say('connect');
	socket.answerFollow(
		snapshot(
			4,
			names.map((name) => device(name)),
		),
	);
	socket.live(5, { type: 'relay', device: names[0]!, relay: { ...PUMP, reported: true } });
	keepShown(before, BUILD, false);
	before.stop();
	socket = new FakeSocket();
}

describe('a dashboard that is opened while the hub is off', () => {
	beforeEach(() => {
		keep('d1', 'd2');
		hub.showLastKnown(readLastKnown(BUILD, NOW + 60_000)!, true);
	});

	it('shows what was known last, with its time', () => {
		expect([...hub.devices.keys()]).toEqual(['d1', 'd2']);
		expect(hub.devices.get('d1')!.relays[0]!.view.reported).toBe(true);
		expect([hub.link, hub.outOfReach, hub.known, hub.asOf]).toEqual(['waiting', true, true, NOW]);
		expect(hub.user).toEqual(ANNA);
	});

	it('switches nothing', async () => {
		await hub.setRelay(hub.devices.get('d1')!, 1, false);
		expect(socket.asked).toEqual([]);
		expect(hub.devices.get('d1')!.relays[0]!.wanted).toBeNull();
	});

	it('keeps nothing: it has learnt nothing', () => {
		kept.clear();
		keepShown(hub, BUILD, false);
		expect(kept.size).toBe(0);
	});

	it('comes alive with the hub, which has the last word', () => {
		hub.start(ANNA);
		expect([hub.link, hub.asOf]).toEqual(['waiting', NOW]);
		socket.say('connect');
		expect(socket.questions('follow')[0]!.body).toEqual({ together: true });
		socket.answerFollow(snapshot(0, [device('d2')], 'b'));
		expect([hub.link, hub.asOf, [...hub.devices.keys()]]).toEqual(['live', undefined, ['d2']]);
	});

	it('says the same time as long as no connection is made', () => {
		hub.start(ANNA);
		socket.say('connect_error', new Error('websocket error'));
		expect([hub.link, hub.asOf]).toEqual(['waiting', NOW]);
	});

	it('shows nothing of it to somebody else who has signed in since', () => {
		hub.start(BEN);
		expect([hub.user, hub.known, hub.devices.size]).toEqual([BEN, false, 0]);
	});

	it('shows nothing of it any more when the session has ended', () => {
		hub.stop();
		expect([hub.user, hub.known, hub.devices.size, hub.asOf]).toEqual([undefined, false, 0, undefined]);
	});

	it('does not go back to it once there is a session', () => {
		hub.start(ANNA);
		hub.showLastKnown({ ...readLastKnown(BUILD, NOW)!, devices: [] }, true);
		expect(hub.devices.size).toBe(2);
	});
});

describe('a dashboard that is opened and has not heard of the hub yet', () => {
	beforeEach(() => {
		keep('d1');
		hub.showLastKnown(readLastKnown(BUILD, NOW + 60_000)!, false);
	});

	it('shows what was known last as of then, and does not call the hub lost', () => {
		expect([hub.devices.size, hub.asOf, hub.link, hub.outOfReach]).toEqual([1, NOW, 'connecting', false]);
	});

	it('switches nothing', async () => {
		await hub.setRelay(hub.devices.get('d1')!, 1, false);
		expect(hub.devices.get('d1')!.relays[0]!.wanted).toBeNull();
	});

	it('calls it lost when it does not answer', () => {
		hub.showLastKnown({ ...readLastKnown(BUILD, NOW)!, devices: [] }, true);
		expect([hub.devices.size, hub.asOf, hub.link]).toEqual([1, NOW, 'waiting']);
	});

	it('is live with the first answer', () => {
		hub.start(ANNA);
		socket.say('connect');
		socket.answerFollow(snapshot(0, [device('d2')], 'b'));
		expect([hub.link, hub.asOf, [...hub.devices.keys()]]).toEqual(['live', undefined, ['d2']]);
	});
});

describe('what is known is kept', () => {
	const live = () => {
		hub.start(ANNA);
		socket.say('connect');
		socket.answerFollow(snapshot(4, [device('d1')]));
	};
	const read = () => readLastKnown(BUILD, NOW);

	it('not before the hub has told it', () => {
		hub.start(ANNA);
		keepShown(hub, BUILD, false);
		expect(kept.size).toBe(0);
	});

	it('not of a guest who has weekly hours, whatever was kept before', () => {
		keep('d1');
		live();
		hub.hours = { weekdays: 127, fromMinute: 480, toMinute: 720, open: true, opensOn: null };
		keepShown(hub, BUILD, true);
		expect(kept.size).toBe(0);
	});

	it('with its changes since, when the page is hidden, when it is left, and every ten minutes', () => {
		const left = new EventTarget();
		vi.stubGlobal('addEventListener', left.addEventListener.bind(left));
		live();
		keepShown(hub, BUILD, false);
		keepWhileOpen(hub, BUILD);
		const occasions = [
			() => {
				page.visibilityState = 'hidden';
				page.dispatchEvent(new Event('visibilitychange'));
			},
			() => left.dispatchEvent(new Event('pagehide')),
			() => vi.advanceTimersByTime(KEEP_EVERY_MS),
		];
		for (const [index, occasion] of occasions.entries()) {
			const name = `Name ${index}`;
			socket.live(5 + index, { type: 'device', device: device('d1', name) });
			expect(read()!.devices[0]!.name).not.toBe(name);
			occasion();
			expect(read()!.devices[0]!.name).toBe(name);
		}
	});

	it('as of the last sign of life, also after the link was lost', () => {
		live();
		vi.advanceTimersByTime(3_000);
		socket.live(5, { type: 'device', device: device('d1', 'Attic') });
		vi.advanceTimersByTime(8_000);
		socket.say('disconnect');
		keepShown(hub, BUILD, false);
		expect([read()!.at, read()!.devices[0]!.name]).toEqual([NOW + 3_000, 'Attic']);
	});

	it('with whose it is in front, so that it need not be read to be forgotten', () => {
		live();
		keepShown(hub, BUILD, false);
		expect(kept.get(LAST_KNOWN)).toMatch(new RegExp(`^${ANNA.id} ${NOW} ${BUILD} \\{`));
	});
});
