import { describe, expect, it } from 'vitest';
import type { Grant, GuestAccess, WeeklyHours } from '../../protocol/dashboard/people/people.ts';
import { zoneOffsets } from '../time/iana-zone.ts';
import { type Reach, type Rights, reachAtAnyTime, reachOf, readAccess } from './reach.ts';

const HOUR = 3_600_000;
const BERLIN = zoneOffsets('Europe/Berlin')!;
/** Monday, 1 June 2026, noon UTC: 14:00 in Berlin */
const NOW = Date.UTC(2026, 5, 1, 12);
const GATE = { id: 'gate', room: 'Garden' };
const LAMP = { id: 'lamp', room: 'Kitchen' };
const LOOSE = { id: 'loose', room: null };
const EVERY_DAY = 127;
const MONDAY = 1;
const SATURDAY = 32;
const SUNDAY = 64;

function guest(grants: Grant[], change: Partial<GuestAccess> = {}): Rights {
	return { role: 'guest', access: { grants, until: null, weekly: null, ...change }, mayUpdateOthers: false };
}

const reach = (rights: Rights, now = NOW, offsetAt = BERLIN) => reachOf(rights, now, offsetAt);
const SWITCH_GATE: Grant[] = [{ kind: 'device', device: 'gate', may: 'switch' }];
const minutes = (hours: number, rest = 0) => hours * 60 + rest;

describe('what a guest is told of their weekly hours', () => {
	const weekly: WeeklyHours = { weekdays: MONDAY, fromMinute: minutes(13), toMinute: minutes(15) };
	const hours = (now: number, until: number | null = null) => reach(guest(SWITCH_GATE, { weekly, until }), now).hours;

	it('is that they are open, or else on which day they begin again', () => {
		expect(hours(NOW)).toEqual({ ...weekly, open: true, opensOn: null });
		expect(hours(NOW - 2 * HOUR)).toEqual({ ...weekly, open: false, opensOn: 0 });
		expect(hours(NOW + HOUR)).toEqual({ ...weekly, open: false, opensOn: 0 });
		const nights = { weekdays: SATURDAY + SUNDAY, fromMinute: minutes(22), toMinute: minutes(6) };
		expect(reach(guest(SWITCH_GATE, { weekly: nights })).hours).toMatchObject({ open: false, opensOn: 5 });
	});

	it('is that they do not begin again where the access ends before, and nothing once it has ended', () => {
		expect(hours(NOW + HOUR, NOW + 7 * 24 * HOUR)).toMatchObject({ opensOn: 0 });
		expect(hours(NOW + HOUR, NOW + 6 * 24 * HOUR)).toMatchObject({ open: false, opensOn: null });
		expect(hours(NOW + HOUR, NOW)).toBeNull();
		expect(reach(guest(SWITCH_GATE)).hours).toBeNull();
	});
});

describe('what is granted', () => {
	it.each(['owner', 'member'] as const)('gives an %s everything, always', (role) => {
		const all = reach({ role, access: null, mayUpdateOthers: false });
		expect([all.device(GATE), all.relay(LOOSE, 3), all.until]).toEqual(['switch', 'switch', null]);
	});

	it('gives a guest a room with whatever is in it now', () => {
		const { device, relay } = reach(guest([{ kind: 'room', room: 'Garden', may: 'switch' }]));
		expect([device(GATE), relay(GATE, 2), device(LAMP), device(LOOSE)]).toEqual(['switch', 'switch', null, null]);
		expect([device({ ...LAMP, room: 'Garden' }), device({ ...GATE, room: 'garden' })]).toEqual(['switch', null]);
	});

	it('gives a guest a device as a whole, wherever it is', () => {
		const { device, relay } = reach(guest([{ kind: 'device', device: 'loose', may: 'see' }]));
		expect([device(LOOSE), relay(LOOSE, 8), device({ ...LOOSE, room: 'Attic' })]).toEqual(['see', 'see', 'see']);
		expect([device(GATE), relay(GATE, 1)]).toEqual([null, null]);
	});

	it('gives a guest a relay, and nothing else of its device', () => {
		const { device, relay } = reach(guest([{ kind: 'relay', device: 'gate', relay: 2, may: 'switch' }]));
		expect([device(GATE), relay(GATE, 1), relay(GATE, 2), relay(LAMP, 2)]).toEqual([null, null, 'switch', null]);
	});

	it('lets the grant that allows more count', () => {
		const grants: Grant[] = [
			{ kind: 'relay', device: 'gate', relay: 1, may: 'switch' },
			{ kind: 'relay', device: 'gate', relay: 1, may: 'see' },
			{ kind: 'device', device: 'gate', may: 'see' },
			{ kind: 'room', room: 'Kitchen', may: 'switch' },
			{ kind: 'device', device: 'lamp', may: 'see' },
		];
		for (const order of [grants, grants.toReversed()]) {
			const { device, relay } = reach(guest(order));
			expect([device(GATE), relay(GATE, 1), relay(GATE, 2)]).toEqual(['see', 'switch', 'see']);
			expect([device(LAMP), relay(LAMP, 2)]).toEqual(['switch', 'switch']);
		}
	});

	it('takes a room that is called like a device for what it is', () => {
		const { device } = reach(guest([{ kind: 'room', room: 'gate', may: 'see' }]));
		expect(device({ id: 'gate', room: null })).toBeNull();
	});
});

describe('a stored access', () => {
	it.each([null, 'not JSON', 7, {}, { grants: [], until: null, weekly: null }, { grants: 'all', until: null }])(
		'of a guest that is %j gives nothing',
		(stored) => {
			const { device, relay, until } = reach({ ...guest([]), access: readAccess('guest', stored) });
			expect([device(GATE), relay(GATE, 1), until]).toEqual([null, null, null]);
		},
	);

	it('is read as it was written, and only of a guest', () => {
		const { access } = guest(SWITCH_GATE, { until: NOW });
		expect(readAccess('guest', JSON.parse(JSON.stringify(access)))).toEqual(access);
		expect(readAccess('member', access)).toBeNull();
	});

	it('of a role that does not exist gives nothing', () => {
		expect(reach({ ...guest(SWITCH_GATE), role: 'admin' as 'guest', access: null }).device(GATE)).toBeNull();
	});
});

describe('until', () => {
	const rights = guest(SWITCH_GATE, { until: NOW + HOUR });

	it('gives everything before that moment and nothing from it on', () => {
		expect(reach(rights, NOW + HOUR - 1)).toMatchObject({ until: NOW + HOUR });
		expect(reach(rights, NOW + HOUR - 1).device(GATE)).toBe('switch');
		expect(reach(rights, NOW + HOUR).device(GATE)).toBeNull();
		expect(reach(rights, NOW + HOUR).until).toBeNull();
	});
});

describe('weekly hours', () => {
	/** The moments at which access begins and ends from `from` on, found by what `until` says. */
	function changes(weekly: WeeklyHours, from: number, count: number, offsetAt = BERLIN): string[] {
		const rights = guest(SWITCH_GATE, { weekly });
		const open = (now: Reach) => now.device(GATE) !== null;
		const told: string[] = [];
		let at = from;
		while (told.length < count) {
			const before = open(reach(rights, at, offsetAt));
			const { until } = reach(rights, at, offsetAt);
			expect(until).toBeGreaterThan(at);
			expect(open(reach(rights, until! - 1, offsetAt))).toBe(before);
			at = until!;
			if (open(reach(rights, at, offsetAt)) !== before) told.push(new Date(at).toISOString().slice(0, 16));
		}
		return told;
	}

	it('begin and end on their weekday, by the hub’s clocks', () => {
		const weekly = { weekdays: MONDAY, fromMinute: minutes(8), toMinute: minutes(12) };
		expect(changes(weekly, NOW, 3)).toEqual(['2026-06-08T06:00', '2026-06-08T10:00', '2026-06-15T06:00']);
		expect(changes(weekly, NOW, 1, zoneOffsets('UTC')!)).toEqual(['2026-06-08T08:00']);
	});

	it('that go on after midnight belong to the day on which they begin', () => {
		const weekly = { weekdays: SUNDAY, fromMinute: minutes(22), toMinute: minutes(2) };
		const sunday = Date.UTC(2026, 5, 7, 12);
		expect(changes(weekly, sunday, 3)).toEqual(['2026-06-07T20:00', '2026-06-08T00:00', '2026-06-14T20:00']);
		expect(reach(guest(SWITCH_GATE, { weekly }), Date.UTC(2026, 5, 7, 23)).device(GATE)).toBe('switch');
		expect(reach(guest(SWITCH_GATE, { weekly }), Date.UTC(2026, 5, 6, 23)).device(GATE)).toBeNull();
	});

	it('that end when they begin last a whole day', () => {
		const weekly = { weekdays: MONDAY, fromMinute: minutes(6), toMinute: minutes(6) };
		expect(changes(weekly, NOW, 2)).toEqual(['2026-06-02T04:00', '2026-06-08T04:00']);
		const always = { weekdays: EVERY_DAY, fromMinute: 0, toMinute: 0 };
		for (let hour = 0; hour < 24 * 8; hour++)
			expect(reach(guest(SWITCH_GATE, { weekly: always }), NOW + hour * HOUR).device(GATE)).toBe('switch');
	});

	it('keep to the clocks on the wall when summer time begins', () => {
		// On 29 March 2026 clocks go from 2:00 to 3:00, which is 1:00 UTC.
		const weekly = { weekdays: SATURDAY, fromMinute: minutes(20), toMinute: minutes(4) };
		expect(changes(weekly, Date.UTC(2026, 2, 28, 12), 3)).toEqual([
			'2026-03-28T19:00',
			'2026-03-29T02:00',
			'2026-04-04T18:00',
		]);
		const skipped = { weekdays: SUNDAY, fromMinute: minutes(2, 30), toMinute: minutes(5) };
		expect(changes(skipped, Date.UTC(2026, 2, 28, 12), 2)).toEqual(['2026-03-29T01:00', '2026-03-29T03:00']);
		const inside = { weekdays: SUNDAY, fromMinute: minutes(2, 10), toMinute: minutes(2, 50) };
		expect(changes(inside, Date.UTC(2026, 2, 28, 12), 2)).toEqual(['2026-04-05T00:10', '2026-04-05T00:50']);
	});

	it('keep to the clocks on the wall when summer time ends', () => {
		// On 25 October 2026 clocks go from 3:00 to 2:00, which is 1:00 UTC.
		const weekly = { weekdays: SATURDAY, fromMinute: minutes(20), toMinute: minutes(4) };
		expect(changes(weekly, Date.UTC(2026, 9, 24, 12), 2)).toEqual(['2026-10-24T18:00', '2026-10-25T03:00']);
		const twice = { weekdays: SUNDAY, fromMinute: minutes(2, 30), toMinute: minutes(3) };
		expect(changes(twice, Date.UTC(2026, 9, 24, 12), 2)).toEqual(['2026-10-25T00:30', '2026-10-25T02:00']);
	});

	it('end with `until`, whichever is first', () => {
		const weekly = { weekdays: MONDAY, fromMinute: minutes(8), toMinute: minutes(18) };
		const rights = guest(SWITCH_GATE, { weekly, until: NOW + HOUR });
		expect(reach(rights)).toMatchObject({ until: NOW + HOUR });
		expect(reach(rights).device(GATE)).toBe('switch');
		expect(reach(rights, NOW + HOUR).device(GATE)).toBeNull();
	});
});

describe('asked at any time', () => {
	it('answers for that time, also after the clock was set back or the zone has changed', () => {
		let now = NOW;
		let zone = BERLIN;
		const weekly = { weekdays: MONDAY, fromMinute: minutes(8), toMinute: minutes(15) };
		const asked = reachAtAnyTime(
			guest(SWITCH_GATE, { weekly }),
			() => now,
			() => zone,
		);
		const open = () => asked().device(GATE) === 'switch';
		expect(open()).toBe(true);
		expect(asked()).toBe(asked());
		now = NOW + HOUR;
		expect(open()).toBe(false);
		now = NOW;
		expect(open()).toBe(true);
		now = NOW - 7 * HOUR;
		expect(open()).toBe(false);
		now = NOW + HOUR;
		zone = zoneOffsets('Europe/London')!;
		expect(open()).toBe(true);
	});
});
