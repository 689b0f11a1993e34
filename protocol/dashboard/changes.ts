import { z } from 'zod';
import { ScheduleEvent, ScheduleWhen } from './plan.ts';
import { Unit } from './shapes.ts';

/** What an entry of the audit log says was changed, in codes, so that every dashboard tells it in its own language. */

/** a schedule as a whole, since its parts mean nothing alone; see SchedulePlan */
const ChangedSchedule = z.object({
	/** its name then; null = none */
	relay: z.string().nullable(),
	on: z.boolean(),
	weekdays: z.number().int(),
	event: ScheduleEvent,
	minutes: z.number().int(),
	forMs: z.number(),
	/** absent in entries of earlier releases, whose schedules always ran at their minute */
	when: ScheduleWhen.optional(),
	varyMinutes: z.number().int().optional(),
});
export type ChangedSchedule = z.infer<typeof ChangedSchedule>;

export const ChangedValue = z.union([
	/** a name, a pin, a type of sensor: the same in all languages */
	z.object({ text: z.string() }),
	/** a code of ChangeWords.values */
	z.object({ word: z.string() }),
	z.object({ ms: z.number() }),
	z.object({ offsets: z.array(z.object({ unit: Unit, by: z.number() })) }),
	z.object({ schedule: ChangedSchedule }),
]);
export type ChangedValue = z.infer<typeof ChangedValue>;

/** What was changed: a relay by its name, another part by its number, or the thing itself. */
const Part = z.union([
	z.object({ name: z.string(), device: z.string().optional() }),
	z.object({ kind: z.enum(['relay', 'sensor', 'schedule']), id: z.number().int() }),
	z.object({ kind: z.enum(['itself', 'order', 'rest', 'gone-relay']) }),
]);
export type ChangedPart = z.infer<typeof Part>;

export const Change = z.object({
	part: Part,
	what: z.enum(['added', 'removed', 'changed']),
	/** `key`: a code of ChangeWords.keys, '' for a value that is the whole part */
	values: z.array(z.object({ key: z.string(), before: ChangedValue.optional(), after: ChangedValue.optional() })),
});
export type Change = z.infer<typeof Change>;
