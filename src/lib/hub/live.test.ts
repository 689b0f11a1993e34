import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import type { LiveEvent } from '../../../protocol/dashboard/live.ts';
import { words } from '$words/words.ts';
import { ANNA, FakeSocket, NOW, PUMP, device, snapshot } from '../../../test/harness/network/fake-hub-socket.ts';
import { type HubSocket, LiveHub } from './live.svelte.ts';

let socket: FakeSocket;
let hub: LiveHub;
let ping: () => void;
const signedOut = vi.fn();
const hubAnswers = vi.fn<() => Promise<boolean>>();
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('document', page);
	page.visibilityState = 'visible';
	signedOut.mockClear();
	socket = new FakeSocket();
	hubAnswers.mockReset();
	hub = new LiveHub(
		signedOut,
		(onPing) => {
			ping = onPing;
			return socket as unknown as HubSocket;
		},
		hubAnswers,
	);
	hub.start(ANNA);
});
afterEach(() => {
	hub.stop();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

function open(...devices: DeviceView[]) {
	socket.say('connect');
	socket.answerFollow(snapshot(4, devices));
}
const relay = () => hub.devices.get('d1')!.relays[0]!;

describe('LiveHub', () => {
	it('requests everything at first, and knows nothing before the answer', () => {
		socket.say('connect');
		expect(socket.questions('follow')[0]!.body).toEqual({ together: true });
		expect([hub.link, hub.known]).toEqual(['connecting', false]);
		socket.answerFollow(snapshot(4, [device('d1')]));
		expect([hub.link, hub.known, [...hub.devices.keys()]]).toEqual(['live', true, ['d1']]);
	});

	it('takes several events of one message in order, and follows once where one is missing', () => {
		open(device('d1'));
		const renamed = (name: string): LiveEvent => ({ type: 'device', device: device('d1', name) });
		const lives = (...seqs: number[]) => seqs.map((seq) => ({ seq, event: renamed(`Attic ${seq}`) }));
		socket.say('lives', lives(4, 5, 6));
		expect(hub.devices.get('d1')!.base.name).toBe('Attic 6');
		socket.say('lives', lives(8, 9));
		expect(hub.devices.get('d1')!.base.name).toBe('Attic 6');
		expect(socket.questions('follow').map(({ body }) => body)).toEqual([
			{ together: true },
			{ epoch: 'a', seq: 6, together: true },
		]);
	});

	it('continues after a lost link where it was, and keeps the device objects', () => {
		open(device('d1'), device('d2'));
		const [first] = hub.devices.values();
		socket.say('disconnect');
		expect(hub.link).toBe('waiting');
		socket.say('connect');
		expect(socket.questions('follow').at(-1)!.body).toEqual({ epoch: 'a', seq: 4, together: true });
		const renamed: LiveEvent = { type: 'device', device: device('d1', 'Attic') };
		socket.answerFollow({ kind: 'missed', seq: 5, now: NOW, events: [{ seq: 5, event: renamed }] });
		expect(hub.link).toBe('live');
		expect([...hub.devices.values()][0]).toBe(first);
		expect(first!.base.name).toBe('Attic');
	});

	it('takes a new snapshot after a restart of the hub: removes missing devices, and keeps the order of the others', () => {
		open(device('d1'), device('d2'), device('d3'));
		socket.say('disconnect');
		socket.say('connect');
		socket.answerFollow(snapshot(0, [device('d3'), device('d1')], 'b'));
		expect([...hub.devices.keys()]).toEqual(['d1', 'd3']);
	});

	it('follows again once after a gap, however many events come after it', () => {
		open(device('d1'));
		for (const seq of [7, 8, 9]) socket.live(seq, { type: 'device-removed', id: 'd1' });
		expect(socket.questions('follow')).toHaveLength(2);
		expect(hub.devices.has('d1')).toBe(true);
	});

	it('follows again if the answer was lost', () => {
		open(device('d1'));
		socket.live(7, { type: 'device-removed', id: 'd1' });
		socket.questions('follow').at(-1)!.lost();
		expect(socket.questions('follow')).toHaveLength(3);
	});

	it('reports to the hub whether the page is visible, at every connect and every change', () => {
		open();
		page.visibilityState = 'hidden';
		page.dispatchEvent(new Event('visibilitychange'));
		expect(socket.questions('watch').map(({ body }) => body)).toEqual([{ visible: true }, { visible: false }]);
	});

	it('advances from the hub’s clock, regardless of the browser’s clock', () => {
		open();
		vi.setSystemTime(0);
		vi.advanceTimersByTime(3_000);
		expect(hub.now).toBe(NOW + 3_000);
	});

	it('follows changes of the hub’s clock, but not those among missed events', () => {
		open();
		socket.say('live', { seq: 5, event: { type: 'clock', now: NOW + 86_400_000 } });
		expect(hub.now).toBe(NOW + 86_400_000);
		socket.say('disconnect');
		socket.say('connect');
		const old: LiveEvent = { type: 'clock', now: NOW + 1 };
		socket.answerFollow({ kind: 'missed', seq: 6, now: NOW + 90_000_000, events: [{ seq: 6, event: old }] });
		expect(hub.now).toBe(NOW + 90_000_000);
	});

	it('shows the last sign of life as the time of the state, not the time at which the loss was noticed', () => {
		open(device('d1'));
		expect(hub.asOf).toBeUndefined();
		vi.advanceTimersByTime(60_000);
		ping();
		vi.advanceTimersByTime(8_000);
		socket.say('disconnect');
		expect(hub.asOf).toBe(NOW + 60_000);
		vi.advanceTimersByTime(30_000);
		socket.say('connect_error', new Error('websocket error'));
		expect(hub.asOf).toBe(NOW + 60_000);
		socket.say('connect');
		socket.answerFollow({ kind: 'missed', seq: 4, now: NOW + 98_000, events: [] });
		expect(hub.asOf).toBeUndefined();
	});

	describe('when no connection can be made', () => {
		const fails = async (message = 'websocket error') => {
			socket.say('connect_error', Object.assign(new Error(message), { type: 'TransportError' }));
			await vi.advanceTimersByTimeAsync(1_000);
		};

		it('is blocked after three failures while the hub answers requests', async () => {
			hubAnswers.mockResolvedValue(true);
			await fails();
			await fails('timeout');
			expect([hub.link, hub.blocked]).toEqual(['waiting', false]);
			await fails();
			expect(hub.blocked).toBe(true);
			open(device('d1'));
			expect([hub.link, hub.blocked]).toEqual(['live', false]);
		});

		it('is not blocked while the hub is down or starting', async () => {
			for (const answers of [false, true, true, false, true, true]) {
				hubAnswers.mockResolvedValue(answers);
				await fails();
			}
			expect(hub.blocked).toBe(false);
		});

		it('is not blocked if the hub itself refuses', () => {
			for (let i = 0; i < 4; i++) socket.say('connect_error', new Error('internal'));
			expect(hubAnswers).not.toHaveBeenCalled();
		});
	});

	it('starts a countdown of 20 minutes at 20:00, regardless of the last tick and of network delay', () => {
		socket.say('connect');
		vi.advanceTimersByTime(600);
		socket.answerFollow(snapshot(4, [device('d1')]));
		expect(hub.now).toBe(NOW + 300);
		vi.advanceTimersByTime(900);
		const offAt = NOW + 300 + 900 + 1_200_000;
		socket.live(5, { type: 'relay', device: 'd1', relay: { ...PUMP, reported: true, offAt } });
		expect(relay().view.offAt! - hub.now).toBe(1_200_000);
	});

	it('connects again by itself after the hub has refused it', () => {
		socket.active = false;
		socket.say('connect_error', new Error('internal'));
		vi.advanceTimersByTime(2_000);
		expect([hub.link, socket.connect.mock.calls.length]).toEqual(['waiting', 1]);
	});

	it.each([
		['is told that the session ended', 'signed-out', undefined],
		['comes back without a session', 'connect_error', new Error('not-signed-in')],
	])('goes to the sign-in and clears the house when it %s', (_, name, value) => {
		open(device('d1'));
		socket.say(name, value);
		expect(signedOut).toHaveBeenCalledOnce();
		expect([hub.devices.size, hub.user, hub.known]).toEqual([0, undefined, false]);
	});

	it('announces a claimed pending device with its name', () => {
		const pending = { id: 'p1', name: 'Attic' } as Extract<LiveEvent, { type: 'pending' }>['pending'];
		open();
		socket.live(5, { type: 'pending', pending });
		socket.live(6, { type: 'pending-removed', id: 'p1', why: 'claimed', device: 'd9' });
		expect([hub.pending.size, hub.claimed.get('p1')]).toEqual([0, 'd9']);
		expect(hub.toasts).toMatchObject([{ kind: 'claimed', text: words.claimedToast('Attic') }]);
	});

	it('announces a new board by the name of its device', () => {
		const pending = { id: 'p1', name: 'Attic' } as Extract<LiveEvent, { type: 'pending' }>['pending'];
		open(device('d1'));
		socket.live(5, { type: 'pending', pending });
		socket.live(6, { type: 'pending-removed', id: 'p1', why: 'claimed', device: 'd1' });
		expect(hub.toasts).toMatchObject([{ text: words.claimedToast(hub.nameOf('d1')) }]);
		expect(hub.nameOf('d1')).not.toBe('Attic');
	});
});

describe('a tap on a relay', () => {
	beforeEach(() => open(device('d1')));
	const tap = (on: boolean) => void hub.setRelay(hub.devices.get('d1')!, 1, on);
	const question = () => socket.questions('set-relay').at(-1)!;
	const toasted = () => hub.toasts.map(({ text }) => text);

	it('is shown as wanted at once, and as done once the board has reported it', () => {
		tap(true);
		expect([relay().wanted, relay().view.reported]).toEqual([true, false]);
		expect(question().body).toEqual({ device: 'd1', relay: 1, on: true });
		socket.live(5, { type: 'relay', device: 'd1', relay: { ...PUMP, wanted: true } });
		expect(relay().wanted).toBe(true);
		socket.live(6, { type: 'relay', device: 'd1', relay: { ...PUMP, reported: true } });
		expect([relay().wanted, relay().view.reported]).toEqual([null, true]);
	});

	it('is undone with the hub’s sentence when it is refused', async () => {
		tap(true);
		question().answer({ ok: false, error: { code: 'board-not-connected', message: 'd1 is not connected.' } });
		await vi.waitFor(() => expect(relay().wanted).toBeNull());
		expect(toasted()).toEqual(['d1 is not connected.']);
	});

	it('stays shown when an older one is refused', async () => {
		tap(true);
		const older = question();
		tap(false);
		tap(true);
		older.answer({ ok: false, error: { code: 'board-not-connected', message: 'd1 is not connected.' } });
		await vi.waitFor(() => expect(toasted()).toEqual(['d1 is not connected.']));
		expect(relay().wanted).toBe(true);
	});

	it('stays shown when something else of the device changes, until the hub has taken it over', async () => {
		tap(true);
		socket.live(5, { type: 'device', device: device('d1', 'Attic') });
		expect(relay().wanted).toBe(true);
		question().answer({ ok: true, value: null });
		await vi.advanceTimersByTimeAsync(0);
		expect(relay().wanted).toBe(true);
		socket.live(6, { type: 'relay', device: 'd1', relay: { ...PUMP, failure: 'no-answer' } });
		expect(relay().wanted).toBeNull();
	});

	it('is undone when the hub does not answer, and the message leaves the result open', async () => {
		tap(true);
		question().lost();
		await vi.waitFor(() => expect(relay().wanted).toBeNull());
		expect(toasted()).toEqual([words.hub.unanswered]);
	});

	it('is undone when the link is lost, and nothing is sent without a link', () => {
		tap(true);
		socket.say('disconnect');
		expect(relay().wanted).toBeNull();
		tap(true);
		expect(socket.questions('set-relay')).toHaveLength(1);
	});
});
