import type { Role } from '../../protocol/dashboard/people/accounts.ts';
import {
	type Grant,
	GuestAccess,
	type GuestHours,
	type May,
	type WeeklyHours,
} from '../../protocol/dashboard/people/people.ts';
import { type OffsetAt, localTimeAt, momentOf, weekdayOf } from '../time/local-time.ts';

/** Weekly hours that began yesterday may go on today; the next ones begin within a week. */
const DAYS_BACK = 1;
const DAYS_AHEAD = 8;

/** What a person is allowed besides what their role says. */
export interface Rights {
	role: Role;
	/** of a guest; null: nothing is given, or it cannot be read */
	access: GuestAccess | null;
	/** of a member */
	mayUpdateOthers: boolean;
}

/** Where a device is. */
export interface Located {
	id: string;
	/** null = in no room */
	room: string | null;
}

/** What a person reaches at one moment. Null = nothing: for them it does not exist. */
export interface Reach {
	/** a device as a whole, with its relays, inputs and readings */
	device: (device: Located) => May | null;
	relay: (device: Located, relay: number) => May | null;
	/** Unix ms at which time changes it at the earliest; null = never */
	until: number | null;
	/** of a guest whose access has not ended, and who has any */
	hours: GuestHours | null;
}

const EVERYTHING: Reach = { device: () => 'switch', relay: () => 'switch', until: null, hours: null };
const NOTHING: Reach = { device: () => null, relay: () => null, until: null, hours: null };

/** What may be read of a stored access; a guest whose access is damaged reaches nothing. */
export function readAccess(role: Role, stored: unknown): GuestAccess | null {
	return role === 'guest' ? (GuestAccess.safeParse(stored).data ?? null) : null;
}

/** What somebody with these rights reaches at `now` (Unix ms), in the hub's time zone. */
export function reachOf({ role, access }: Rights, now: number, offsetAt: OffsetAt): Reach {
	if (role === 'owner' || role === 'member') return EVERYTHING;
	if (!access || (access.until !== null && now >= access.until)) return NOTHING;
	const hours = access.weekly ? hoursAround(access.weekly, now, offsetAt) : [];
	const isOpen = !access.weekly || hours.some(({ from, to }) => from <= now && now < to);
	const changes = [...hours.flatMap(({ from, to }) => [from, to]), access.until ?? Infinity].filter((at) => at > now);
	const next = Math.min(...changes);
	return {
		...(isOpen ? grantedBy(access.grants) : NOTHING),
		until: Number.isFinite(next) ? next : null,
		hours: access.weekly && {
			...access.weekly,
			open: isOpen,
			opensOn: isOpen ? null : opensOn(hours, now, access.until),
		},
	};
}

/** The weekday on which the next hours begin, if the access has not ended by then. */
function opensOn(hours: readonly Hours[], now: number, until: number | null): number | null {
	const next = hours.find(({ from }) => from > now);
	return next && next.from < (until ?? Infinity) ? weekdayOf(next.day) : null;
}

/**
 * Answers what somebody reaches at the moment of the question. Computes it anew only if time, or the hub's time zone,
 * may have changed it since the last question.
 */
export function reachAtAnyTime(rights: Rights, now: () => number, offsetAt: () => OffsetAt): () => Reach {
	if (rights.role !== 'guest') {
		const reach = reachOf(rights, 0, () => 0);
		return () => reach;
	}
	let last: { reach: Reach; from: number; zone: OffsetAt } | undefined;
	return () => {
		const at = now();
		const zone = offsetAt();
		// `from`: the clock may have been set back.
		if (!last || last.zone !== zone || at < last.from || at >= (last.reach.until ?? Infinity))
			last = { reach: reachOf(rights, at, zone), from: at, zone };
		return last.reach;
	};
}

function grantedBy(grants: readonly Grant[]): Pick<Reach, 'device' | 'relay'> {
	const given = new Map<string, May | null>();
	for (const grant of grants) {
		const key = keyOf(grant);
		given.set(key, more(given.get(key), grant.may));
	}
	const device = ({ id, room }: Located) =>
		more(
			given.get(keyOf({ kind: 'device', device: id })),
			room === null ? null : given.get(keyOf({ kind: 'room', room })),
		);
	const relay = (of: Located, relay: number) =>
		more(device(of), given.get(keyOf({ kind: 'relay', device: of.id, relay })));
	return { device, relay };
}

type Thing =
	| { kind: 'room'; room: string }
	| { kind: 'device'; device: string }
	| { kind: 'relay'; device: string; relay: number };

function keyOf(thing: Thing): string {
	if (thing.kind === 'room') return `room ${thing.room}`;
	return thing.kind === 'device' ? `device ${thing.device}` : `relay ${thing.relay} ${thing.device}`;
}

/** Of two grants the one that allows more. */
function more(one: May | null | undefined, other: May | null | undefined): May | null {
	return one === 'switch' || other === 'switch' ? 'switch' : (one ?? other ?? null);
}

/** One day's hours, Unix ms, and the day on which they begin. */
interface Hours {
	day: number;
	from: number;
	to: number;
}

/** The hours that may hold `now`, and the next ones, as Unix ms. Looks no further: each costs many questions to ICU. */
function hoursAround({ weekdays, fromMinute, toMinute }: WeeklyHours, now: number, offsetAt: OffsetAt): Hours[] {
	const { day: today } = localTimeAt(offsetAt, now);
	const nights = toMinute <= fromMinute ? 1 : 0;
	const hours: Hours[] = [];
	for (let day = today - DAYS_BACK; day <= today + DAYS_AHEAD; day++) {
		if (!(weekdays & (1 << weekdayOf(day)))) continue;
		const from = momentOf(offsetAt, day, fromMinute);
		hours.push({ day, from, to: momentOf(offsetAt, day + nights, toMinute) });
		if (from > now) break;
	}
	return hours;
}
