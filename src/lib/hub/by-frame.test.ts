import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RelayView } from '../../../protocol/dashboard/devices.ts';
import { ANNA, FakeSocket, PUMP, device, snapshot } from '../../../test/harness/network/fake-hub-socket.ts';
import { type HubSocket, LiveHub } from './live.svelte.ts';

let socket: FakeSocket;
let hub: LiveHub;
let frames: (() => void)[];
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('document', page);
	page.visibilityState = 'visible';
	frames = [];
	vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
	vi.stubGlobal('cancelAnimationFrame', (id: number) => (frames[id - 1] = () => undefined));
	socket = new FakeSocket();
	hub = new LiveHub(vi.fn(), () => socket as unknown as HubSocket, vi.fn());
	hub.start(ANNA);
	socket.say('connect');
	socket.answerFollow(snapshot(4, [device('d1')]));
});
afterEach(() => {
	hub.stop();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

let seq: number;
beforeEach(() => void (seq = 4));
const say = (view: Partial<RelayView>) =>
	socket.live(++seq, { type: 'relay', device: 'd1', relay: { ...PUMP, ...view } });
const draw = () => frames.splice(0).forEach((frame) => frame());
const relay = () => hub.devices.get('d1')!.relays[0]!;

it('shows what the hub says with the next frame, all that came since the last one at once', () => {
	say({ reported: true });
	say({ reported: true, by: 'Anna' });
	expect([relay().view.reported, frames.length]).toEqual([false, 1]);
	draw();
	expect([relay().view.reported, relay().view.by]).toEqual([true, 'Anna']);
});

it('shows it at once on a page that is hidden, and soon on one that draws no frames', () => {
	say({ reported: true });
	vi.advanceTimersByTime(250);
	expect(relay().view.reported).toBe(true);
	say({ reported: false });
	page.visibilityState = 'hidden';
	say({ by: 'Anna', reported: true });
	expect([relay().view.reported, relay().view.by]).toEqual([true, 'Anna']);
});

it('keeps the order of all that the hub says', () => {
	say({ reported: true });
	socket.live(++seq, { type: 'device', device: device('d1', 'Attic') });
	expect([hub.devices.get('d1')!.base.name, relay().view.reported]).toEqual(['Attic', false]);
	draw();
	expect(relay().view.reported).toBe(false);
});

it('shows a tap at once, and does not take what came before its answer for the answer', async () => {
	void hub.setRelay(hub.devices.get('d1')!, 1, true);
	expect(relay().wanted).toBe(true);
	say({ by: 'Ben' });
	socket.questions('set-relay')[0]!.answer({ ok: true, value: null });
	await vi.advanceTimersByTimeAsync(0);
	expect([relay().view.by, relay().wanted]).toEqual(['Ben', true]);
	say({ reported: true });
	draw();
	expect([relay().wanted, relay().view.reported]).toEqual([null, true]);
});

it('forgets at the end of a session what it has not shown', () => {
	say({ reported: true });
	hub.stop();
	draw();
	expect(hub.devices.size).toBe(0);
});
