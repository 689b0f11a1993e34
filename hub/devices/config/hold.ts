import { createHash } from 'node:crypto';
import type { DevicePlan, SchedulePlan } from '../../../protocol/dashboard/plan.ts';
import type { HeldRecurrence, Hold } from '../../time/next-run.ts';

const MINUTE_MS = 60_000;
/** A vacation that is over still moves its last runs: by two hours at most, and a board's clock may be a little off. */
const VACATION_KEPT_MS = 3 * 3_600_000;

/** What the household has set for the schedules of all its devices. Unix ms of whole minutes. */
export interface HouseHold {
	/** 0 = not paused */
	pausedUntil: number;
	/** the present one, the next one, or the last one */
	vacation: { from: number; until: number } | null;
	/** decides, with the device, how schedules vary; never told */
	varySecret: string;
}

/** The pauses of one device. Unix ms of whole minutes. */
export interface Pauses {
	/** of all its schedules; 0 = none */
	device: number;
	/** of single ones, by id */
	schedules: Record<string, number>;
}

export const NO_PAUSES: Pauses = { device: 0, schedules: {} };

/** What holds the schedules of one device. */
export function holdOf(house: HouseHold, device: { id: string; pauses: Pauses }): Hold {
	return {
		pausedUntil: Math.max(house.pausedUntil, device.pauses.device),
		vacation: house.vacation,
		varySeed: createHash('sha256').update(`${house.varySecret}:${device.id}`).digest().readUInt32LE(),
	};
}

/** A schedule with its own pause, as `nextHeldRun` takes it. */
export function heldRecurrence(schedule: SchedulePlan, pauses: Pauses): HeldRecurrence {
	return { ...schedule, pausedUntil: pauses.schedules[schedule.id] ?? 0 };
}

/** The part of a configuration that holds a plan's schedules, without what has no effect any more at `now`. */
export interface WireHold {
	hold?: {
		pausedUntilMinute: number;
		vacationFromMinute: number;
		vacationUntilMinute: number;
		varySeed: number;
	};
	/** of single schedules, by id: minutes since 1970 */
	pausedUntilMinutes: Record<string, number>;
}

export const NO_HOLD: WireHold = { pausedUntilMinutes: {} };

export function wireHold(hold: Hold, pauses: Pauses, { schedules }: DevicePlan, now: number): WireHold {
	const minutes = (until: number) => (until > now ? until / MINUTE_MS : 0);
	const asksForVacation = schedules.some(({ when, varyMinutes }) => when !== 'always' || varyMinutes > 0);
	const { vacation } = hold;
	const kept = asksForVacation && vacation && vacation.until > now - VACATION_KEPT_MS ? vacation : null;
	const pausedUntilMinute = minutes(hold.pausedUntil);
	const pausedUntilMinutes = Object.fromEntries(
		schedules.flatMap(({ id }) => {
			const until = minutes(pauses.schedules[id] ?? 0);
			return until > 0 ? [[id, until]] : [];
		}),
	);
	if (schedules.length === 0 || (pausedUntilMinute === 0 && !kept)) return { pausedUntilMinutes };
	return {
		hold: {
			pausedUntilMinute,
			vacationFromMinute: kept ? kept.from / MINUTE_MS : 0,
			vacationUntilMinute: kept ? kept.until / MINUTE_MS : 0,
			varySeed: kept && schedules.some(({ varyMinutes }) => varyMinutes > 0) ? hold.varySeed : 0,
		},
		pausedUntilMinutes,
	};
}

/** The pauses of those schedules that a changed plan still has. */
export function pausesOf(pauses: Pauses, { schedules }: DevicePlan): Pauses {
	const stays = ([id]: [string, number]) => schedules.some((schedule) => String(schedule.id) === id);
	return { ...pauses, schedules: Object.fromEntries(Object.entries(pauses.schedules).filter(stays)) };
}
