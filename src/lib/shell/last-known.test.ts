import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import { NO_PREFERENCES } from '../../../protocol/dashboard/people/no-preferences.ts';
import { ANNA, NOW, device, snapshot } from '../../../test/harness/network/fake-hub-socket.ts';
import { LAST_KNOWN, forgetLastKnown, forgetLastKnownUnlessOf } from './forget-last-known.ts';
import { LAST_KNOWN_CHARACTERS, LAST_KNOWN_MS, type LastKnown, keepLastKnown, readLastKnown } from './last-known.ts';

const BUILD = '1795000000000';
const BEN = { id: 'u2', name: 'Ben', role: 'guest' } as const;
const kept = new Map<string, string>();
let full = false;

function known(change: Partial<LastKnown> = {}): LastKnown {
	const { hub, user, devices, pending, scenes, home, preferences } = snapshot(1, [device('d1', 'Hall of\nmirrors')]);
	return { at: NOW, hub, user, devices, pending, scenes, home, preferences, ...change };
}
const read = (build = BUILD, now = NOW) => readLastKnown(build, now);

beforeEach(() => {
	kept.clear();
	full = false;
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => {
			if (full) throw new Error('The quota has been exceeded.');
			kept.set(key, value);
		},
		removeItem: (key: string) => kept.delete(key),
	});
});
afterEach(() => void vi.unstubAllGlobals());

describe('the last known state', () => {
	it('is read as it was kept', () => {
		keepLastKnown(known(), BUILD, false);
		expect(read()).toEqual(known());
	});

	it('of a dashboard of before the arrangement of Home and the preferences has neither', () => {
		keepLastKnown({ ...known(), home: undefined, preferences: undefined } as unknown as LastKnown, BUILD, false);
		expect(read()).toMatchObject({ home: EMPTY_HOME, preferences: NO_PREFERENCES });
	});

	it('is that of the last time', () => {
		keepLastKnown(known(), BUILD, false);
		keepLastKnown(known({ at: NOW + 5 }), BUILD, true);
		expect(read()!.at).toBe(NOW + 5);
	});

	it('of a tab that lost the hub earlier does not replace that of another tab', () => {
		keepLastKnown(known(), BUILD, false);
		keepLastKnown(known({ at: NOW - 5, devices: [] }), BUILD, true);
		expect(read()).toEqual(known());
	});

	it('is replaced by what the hub has just said, even if its clock was set back', () => {
		keepLastKnown(known(), BUILD, false);
		keepLastKnown(known({ at: NOW - 5 }), BUILD, false);
		expect(read()!.at).toBe(NOW - 5);
	});

	it('is not kept again by a tab that was not told yet of the sign-out in another', () => {
		keepLastKnown(known(), BUILD, false);
		forgetLastKnown();
		keepLastKnown(known({ at: NOW + 5 }), BUILD, true);
		expect(kept.size).toBe(0);
	});

	it('of one person is not kept over that of another', () => {
		keepLastKnown(known({ user: BEN }), BUILD, false);
		keepLastKnown(known({ at: NOW + 5 }), BUILD, true);
		expect(read()!.user).toEqual(BEN);
	});

	it('of another person is forgotten, and that of the same person is not', () => {
		keepLastKnown(known(), BUILD, false);
		forgetLastKnownUnlessOf(ANNA.id);
		expect(read()).toBeDefined();
		forgetLastKnownUnlessOf(ANNA.id.slice(0, 1));
		expect(kept.size).toBe(0);
	});

	it('is not read by another version of the dashboard', () => {
		keepLastKnown(known(), BUILD, false);
		expect(read('1796000000000')).toBeUndefined();
	});

	it('is forgotten when it is too old', () => {
		keepLastKnown(known(), BUILD, false);
		expect(read(BUILD, NOW + LAST_KNOWN_MS)).toBeDefined();
		expect(read(BUILD, NOW + LAST_KNOWN_MS + 1)).toBeUndefined();
		expect(kept.size).toBe(0);
	});

	it('of a guest is forgotten when their access ends', () => {
		keepLastKnown(known({ user: { ...BEN, until: NOW + 60_000 } }), BUILD, false);
		expect(read(BUILD, NOW + 59_999)).toBeDefined();
		expect(read(BUILD, NOW + 60_000)).toBeUndefined();
		expect(kept.size).toBe(0);
	});

	it('of a large house is kept without the curves of its sensors, and that of a huge one not at all', () => {
		const curve = Array.from({ length: 10_000 }, (_, index): [number, number] => [NOW + index, 21.5]);
		const reading = { sensor: 1, unit: 'celsius', value: 21.5, at: NOW, recent: curve } as const;
		const devices = Array.from({ length: 20 }, (_, id) => ({ ...device(`d${id}`), readings: [{ ...reading }] }));
		keepLastKnown(known({ devices }), BUILD, false);
		expect(read()!.devices[7]!.readings).toEqual([{ ...reading, recent: [] }]);
		keepLastKnown(known({ devices: [device('d1', 'x'.repeat(LAST_KNOWN_CHARACTERS))] }), BUILD, false);
		expect(kept.size).toBe(0);
	});

	it('is forgotten rather than left behind if there is no room for a newer one', () => {
		keepLastKnown(known(), BUILD, false);
		full = true;
		keepLastKnown(known({ at: NOW + 5 }), BUILD, true);
		expect(kept.size).toBe(0);
	});

	it.each(['', 'nonsense', `u1 ${NOW} ${BUILD} {"at":`, `u1 ${NOW} ${BUILD} null`])('%j is not read', (damaged) => {
		kept.set(LAST_KNOWN, damaged);
		expect(read()).toBeUndefined();
	});

	it('does without storage', () => {
		const refuse = () => {
			throw new Error('The operation is insecure.');
		};
		vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
		keepLastKnown(known(), BUILD, false);
		forgetLastKnownUnlessOf(ANNA.id);
		expect(read()).toBeUndefined();
	});
});
