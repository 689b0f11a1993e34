/** What the household sets for its hub. */
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { OwnProof } from './people/second-factor.ts';
import { at, nameOf } from './shapes.ts';

/** ISO 3166: "CH" */
const Country = z.string().regex(/^[A-Z]{2}$/);

/** What the hub keeps. */
export const SettingsBody = z.object({
	/** IANA name, "Europe/Berlin" */
	timeZone: z.string().min(1).max(LIMITS.timeZoneLength),
	/** for sunrise and sunset; both degrees or none */
	place: z
		.object({
			/** degrees, north positive */
			latitude: z.number().min(-90).max(90),
			/** degrees, east positive */
			longitude: z.number().min(-180).max(180),
			/** the town that was chosen for it, for display; absent if the degrees were typed */
			town: z.object({ name: nameOf('name-needed', LIMITS.townLength), country: Country }).optional(),
		})
		.nullable(),
	/** how long the audit log is kept */
	historyDays: z.number().int().min(LIMITS.historyMinDays).max(LIMITS.historyMaxDays),
});
export type SettingsBody = z.infer<typeof SettingsBody>;

/**
 * PUT /settings → SettingsView (owner). What is left out stays as it is, so that nobody puts back what somebody else has changed
 * meanwhile. Fewer days of history delete what is older: they take a session, and its proof.
 */
export const SettingsWish = SettingsBody.partial().extend(OwnProof.partial().shape);
export type SettingsWish = z.infer<typeof SettingsWish>;

/** GET /settings */
export const SettingsView = SettingsBody.extend({
	/** what boards are told: "CET-1CEST,M3.5.0,M10.5.0/3" */
	posixTimeZone: z.string(),
	/** today's, as "HH:MM" in the time zone; null where the sun does not rise or set, or no place is set */
	sun: z.object({ sunrise: z.string().nullable(), sunset: z.string().nullable() }).nullable(),
});
export type SettingsView = z.infer<typeof SettingsView>;

/** GET /storage (owner) */
export const StorageView = z.object({
	/** of the database and its write-ahead log */
	bytes: z.number().int().min(0),
	/** free room of the disk they are on; null if the system does not say */
	freeBytes: z.number().int().min(0).nullable(),
	/** when every page was read last, and whether all were undamaged; null: not yet */
	check: z.object({ at, ok: z.boolean() }).nullable(),
});
export type StorageView = z.infer<typeof StorageView>;
