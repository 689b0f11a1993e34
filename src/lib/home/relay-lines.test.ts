import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PresenceView, RelayView } from '../../../protocol/dashboard/devices.ts';
import { PUMP, device as view } from '../../../test/harness/network/fake-hub-socket.ts';
import { Device } from '../hub/device.svelte.ts';
import { hub } from '../hub/hub.ts';
import { pictureOf } from '../relays/relay-state.ts';
import { relayLines } from './relay-lines.ts';
import { sheetWords } from '$words/home/tile-sheet.ts';
import { shortAge, timeLeft, timerTotal } from './short-times.ts';

vi.mock('../hub/hub.ts', async () => {
	const { LiveHub } = await import('../hub/live.svelte.ts');
	return { hub: new LiveHub(() => undefined) };
});

const MINUTE_MS = 60_000;
/** A tile has room for so many characters. */
const MOST = 15;

beforeEach(() => void (hub.link = 'live'));

function lines(relay: Partial<RelayView>, presence: Partial<PresenceView> = {}): string[] {
	const base = view('a');
	const device = new Device({
		...base,
		relays: [{ ...PUMP, ...relay }],
		presence: { ...base.presence, ...presence },
	});
	const [only] = device.relays;
	const said = relayLines(device, only!, pictureOf(device, only!));
	for (const line of said) expect(line.length).toBeLessThanOrEqual(MOST);
	return said;
}

describe('a tile says', () => {
	it.each<[string, Partial<RelayView>, string[]]>([
		['off', {}, ['Off']],
		['on', { reported: true }, ['On']],
		['on for a time', { reported: true, offAt: hub.now + 12 * MINUTE_MS, changedAt: hub.now }, ['12 min left']],
		['its last seconds', { reported: true, offAt: hub.now + 44_900 }, ['45 s left']],
		['sent', { wanted: true }, ['Sent …']],
		['no answer', { failure: 'no-answer' }, ['Off · no reply']],
		['a lost link', { reported: true, failure: 'link-lost' }, ['On · link lost']],
		['that it waits for its rival', { wanted: true, heldUntil: hub.now + 2_500 }, ['Waits 3 s']],
		['push', { pulseMs: 500 }, ['Push']],
		['off, of a push button that may only be seen', { pulseMs: 500, mayNotSwitch: true }, ['Off']],
		['pushed', { pulseMs: 500, reported: true }, ['Pushed']],
		['not known', { reported: null }, ['Not known yet']],
	])('%s', (_, relay, expected) => {
		expect(lines(relay)).toEqual(expected);
	});

	it('since when it is on', () => {
		const at = new Date(hub.now).setHours(0, 1, 0, 0);
		expect(lines({ reported: true, changedAt: at })).toEqual(['On since 00:01']);
	});

	it('how long its board is away, and what it was then', () => {
		const since = hub.minute - 12 * MINUTE_MS;
		expect(lines({ reported: true }, { state: 'away', since })).toEqual(['Away 12 min', 'Was on']);
		expect(lines({}, { state: 'offline', since: since - 3_600_000 })).toEqual(['Offline 1 h', 'Was off']);
	});

	it('no age in the first minute', () => {
		expect(lines({}, { state: 'away', since: hub.minute - 30_000 })).toEqual(['Away', 'Was off']);
		expect(lines({}, { state: 'offline', since: hub.minute })).toEqual(['Offline', 'Was off']);
	});

	it('what it was, while the hub is out of reach', () => {
		hub.link = 'waiting';
		expect(lines({ reported: true })).toEqual(['Was on']);
	});
});

it('ages and times left are one number and a unit', () => {
	expect([0, 59_999, 60_000, 3_600_000, 50 * 3_600_000].map(shortAge)).toEqual([
		undefined,
		undefined,
		'1 min',
		'1 h',
		'2 days',
	]);
	expect([0, 60_000, 61_000, 7_200_000, 7_201_000].map(timeLeft)).toEqual(['1 s', '60 s', '2 min', '120 min', '3 h']);
});

describe('a countdown', () => {
	it('lasts from the switch-on that began it; nobody knows how long if it was set later', () => {
		expect(timerTotal(0, 30 * MINUTE_MS + 800)).toBe(30 * MINUTE_MS);
		expect(timerTotal(0, 42.5 * MINUTE_MS)).toBeUndefined();
		expect(timerTotal(null, 30 * MINUTE_MS)).toBeUndefined();
	});

	it('says when it ends, and what is left of how much', () => {
		const { running } = sheetWords.timer;
		expect(running('18:40', 11.2 * MINUTE_MS, 30 * MINUTE_MS)).toBe('Off at 18:40 · 12 of 30 min left');
		expect(running('18:40', 130 * MINUTE_MS)).toBe('Off at 18:40 · 2 h 10 min left');
		expect(running('18:40', 12_100, 30 * MINUTE_MS)).toBe('Off at 18:40 · 13 s left');
	});
});
