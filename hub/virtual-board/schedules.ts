import { type PlaceConfig, type ScheduleConfig, ScheduleEvent } from '../../protocol/device_pb.ts';
import type { Clock, Timer } from '../base/clock.ts';
import { localTimeAt, momentOf, weekdayOf } from '../time/local-time.ts';
import { type PosixZone, offsetAt } from '../time/posix-tz.ts';
import { sunEventOf } from '../time/sun.ts';
import type { WallClock } from './wall-clock.ts';

const MINUTE_MS = 60_000;
/** What a step of the clock jumped over is made up for where it is no older. */
const MISSED_MS = MINUTE_MS;
/** A clock that is put back no further runs nothing twice; further back the days begin anew. */
const BACK_MS = 3_600_000;
/** Looked at again this often, and when the next one is due. */
const LOOK_EVERY_MS = 3_600_000;
/** Of a date that is two days away something may be due: the sun's event is half a day from noon, its offset another half. */
const DAYS_AROUND = [-2, -1, 0, 1, 2];

export interface SchedulesOptions {
	configs: ScheduleConfig[];
	place: PlaceConfig | undefined;
	clock: Clock;
	wall: WallClock;
	run: (schedule: ScheduleConfig) => void;
}

/** The schedules of a board, on its own clock. Without a clock, and for a time without power, nothing is made up for. */
export class Schedules {
	#options: SchedulesOptions;
	/** Unix ms: what was due until then is done with */
	#doneUntil: number | undefined;
	#timer: Timer | undefined;

	constructor(options: SchedulesOptions) {
		this.#options = options;
		this.#doneUntil = options.wall.now;
		this.#look();
	}

	/** What was due before stays done. */
	configure(configs: ScheduleConfig[], place: PlaceConfig | undefined): void {
		this.#options = { ...this.#options, configs, place };
		this.beginNow();
	}

	/** Other schedules or another zone: what they would have done before now is not asked for. */
	beginNow(): void {
		const { now } = this.#options.wall;
		if (now !== undefined) this.#doneUntil = Math.max(now, this.#doneUntil ?? now);
		this.#look();
	}

	/** The clock was set. */
	clockSet(): void {
		const { now } = this.#options.wall;
		if (now === undefined) return;
		if (this.#doneUntil === undefined || now < this.#doneUntil - BACK_MS) this.#doneUntil = now;
		this.#look();
	}

	stop(): void {
		this.#timer?.cancel();
	}

	/** Runs what is due, and looks again when the next one is. */
	#look(): void {
		this.#timer?.cancel();
		const { clock, wall, run } = this.#options;
		const { now, zone } = wall;
		if (now === undefined || zone === undefined || this.#doneUntil === undefined) return;
		const all = this.#around(now, zone);
		const due = all.filter(({ at }) => at > Math.max(this.#doneUntil!, now - MISSED_MS) && at <= now);
		this.#doneUntil = Math.max(now, this.#doneUntil);
		const next = Math.min(...all.filter(({ at }) => at > this.#doneUntil!).map(({ at }) => at));
		this.#timer = clock.after(Math.min(LOOK_EVERY_MS, next - now), () => this.#look());
		for (const { schedule } of due) run(schedule);
	}

	/** Of the days around, since the sun's event and its offset may lead over midnight; in the order of time. */
	#around(now: number, zone: PosixZone): { at: number; schedule: ScheduleConfig }[] {
		const today = localTimeAt((at) => offsetAt(zone, at), now).day;
		return this.#options.configs
			.flatMap((schedule) =>
				DAYS_AROUND.flatMap((away) => {
					const day = today + away;
					if ((schedule.weekdays & (1 << weekdayOf(day))) === 0) return [];
					const at = this.#momentOf(schedule, zone, day);
					return at === undefined ? [] : [{ at, schedule }];
				}),
			)
			.sort((a, b) => a.at - b.at);
	}

	/** Unix ms; undefined where the sun neither rises nor sets on that day. */
	#momentOf({ event, minutes }: ScheduleConfig, zone: PosixZone, day: number): number | undefined {
		if (event === ScheduleEvent.TIME) return momentOf((at) => offsetAt(zone, at), day, minutes);
		const { place } = this.#options;
		if (!place) return undefined;
		const at = sunEventOf(event === ScheduleEvent.SUNRISE ? 'sunrise' : 'sunset', day, place, zone.standardMs);
		return at === undefined ? undefined : at + minutes * MINUTE_MS;
	}
}
