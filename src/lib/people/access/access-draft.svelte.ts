import type { Grant, GuestAccess, May, WeeklyHours } from '$protocol/dashboard/people/people.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import { peopleWords as words } from '$words/people/people.ts';
import { timeValue } from '$lib/words/format/days.ts';
import { type Until, untilMoment } from './until.ts';
import { fieldText, momentOfField } from './zoned-time.ts';

/** A wrong field of the form, and why it is wrong. */
export interface Problem {
	field: 'grants' | 'until' | 'weekdays' | 'from' | 'to' | 'role' | 'name';
	message: string;
}

const EVERY_DAY = 127;
const MORNING: WeeklyHours = { weekdays: EVERY_DAY, fromMinute: 8 * 60, toMinute: 12 * 60 };

/** The same for two grants of the same thing. */
export function keyOf(grant: Grant): string {
	if (grant.kind === 'room') return `room/${grant.room}`;
	return grant.kind === 'device' ? `device/${grant.device}` : `relay/${grant.device}/${grant.relay}`;
}

/** What a guest may reach and when, as text and choices in the fields of a form. */
export class AccessDraft {
	grants: readonly Grant[] = $state.raw([]);
	until: Until = $state('never');
	/** the end that somebody enters, by the hub's clock: "2026-11-29T18:00" */
	other = $state('');
	limited = $state(false);
	weekdays = $state(EVERY_DAY);
	from = $state('');
	to = $state('');
	readonly timeZone: string;
	#given: GuestAccess | null = null;

	constructor(view: GuestAccess | null, timeZone: string) {
		this.timeZone = timeZone;
		this.take(view);
	}

	/** Fills the fields; what was in them is lost. */
	take(view: GuestAccess | null): void {
		this.#given = view;
		this.grants = view?.grants ?? [];
		this.endAt(view?.until ?? null);
		this.limited = (view?.weekly ?? null) !== null;
		this.#setHours(view?.weekly ?? MORNING);
	}

	get full(): boolean {
		return this.grants.length >= LIMITS.grants;
	}

	has(grant: Grant): boolean {
		return this.grants.some((other) => keyOf(other) === keyOf(grant));
	}

	add(grant: Grant): void {
		if (!this.has(grant) && !this.full) this.grants = [...this.grants, grant];
	}

	/** `no` takes the grant away. */
	allow(grant: Grant, may: May | 'no'): void {
		const key = keyOf(grant);
		this.grants =
			may === 'no'
				? this.grants.filter((other) => keyOf(other) !== key)
				: this.grants.map((other) => (keyOf(other) === key ? { ...other, may } : other));
	}

	/** Proposes an end; null = no end. */
	endAt(at: number | null): void {
		this.until = at === null ? 'never' : 'other';
		this.other = at === null ? '' : fieldText(at, this.timeZone);
	}

	limitTo(weekly: WeeklyHours | null): void {
		this.limited = weekly !== null;
		if (weekly) this.#setHours(weekly);
	}

	/** The chosen end; undefined while the entered one is incomplete. */
	end(now: number): number | null | undefined {
		if (this.until === 'never') return null;
		if (this.until !== 'other') return untilMoment[this.until](now, this.timeZone);
		const given = this.#given?.until ?? null;
		// Fields have no seconds; an end that nobody touched stays exactly as it is.
		if (given !== null && this.other === fieldText(given, this.timeZone)) return given;
		return momentOfField(this.other, this.timeZone);
	}

	get #weekly(): WeeklyHours | null {
		const [fromMinute, toMinute] = [minutesOf(this.from), minutesOf(this.to)];
		if (!this.limited || fromMinute === undefined || toMinute === undefined) return null;
		return { weekdays: this.weekdays, fromMinute, toMinute };
	}

	/** Whether the weekly hours end on the day after they begin. */
	get pastMidnight(): boolean {
		const weekly = this.#weekly;
		return weekly !== null && weekly.toMinute <= weekly.fromMinute;
	}

	problem(now: number): Problem | undefined {
		const { problems } = words.access;
		if (this.grants.length === 0) return { field: 'grants', message: problems.grants };
		const end = this.end(now);
		if (end === undefined) return { field: 'until', message: problems.until };
		if (end !== null && end <= now) return { field: 'until', message: problems.over };
		if (!this.limited) return undefined;
		if (this.weekdays === 0) return { field: 'weekdays', message: problems.weekdays };
		if (minutesOf(this.from) === undefined) return { field: 'from', message: problems.time };
		if (minutesOf(this.to) === undefined) return { field: 'to', message: problems.time };
		return undefined;
	}

	body(now: number): GuestAccess {
		return { grants: [...this.grants], until: this.end(now) ?? null, weekly: this.#weekly };
	}

	/** Whether the fields mean the same as this. */
	says(view: GuestAccess | null, now: number): boolean {
		return view !== null && this.problem(now) === undefined && textOf(this.body(now)) === textOf(view);
	}

	/** What is in the fields, for comparison. */
	get asText(): string {
		const { grants, until, other, limited, weekdays, from, to } = this;
		const end = until === 'other' ? other : until;
		return JSON.stringify([[...grants].sort(byKey), end, limited && [weekdays, from, to]]);
	}

	#setHours({ weekdays, fromMinute, toMinute }: WeeklyHours): void {
		this.weekdays = weekdays;
		this.from = timeValue(fromMinute);
		this.to = timeValue(toMinute);
	}
}

const byKey = (one: Grant, other: Grant) => (keyOf(one) < keyOf(other) ? -1 : 1);

function textOf({ grants, until, weekly }: GuestAccess): string {
	const hours = weekly && [weekly.weekdays, weekly.fromMinute, weekly.toMinute];
	return JSON.stringify([grants.map((grant) => [keyOf(grant), grant.may]).sort(), until, hours]);
}

function minutesOf(text: string): number | undefined {
	const [hours, minutes] = text.split(':').map(Number);
	return text === '' || hours === undefined || minutes === undefined ? undefined : hours * 60 + minutes;
}
