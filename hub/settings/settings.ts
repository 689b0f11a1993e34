import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import { SettingsBody } from '../../protocol/dashboard/settings.ts';
import type { Actor } from '../base/actor.ts';
import type { Clock } from '../base/clock.ts';
import { Events } from '../base/events.ts';
import { KeyedMutex } from '../base/keyed-mutex.ts';
import { zoneOffsets, ianaName } from '../time/iana-zone.ts';
import type { OffsetAt } from '../time/local-time.ts';
import { posixRuleAt } from '../time/posix-rule.ts';
import { zoneToPosix } from '../time/zone-to-posix.ts';
import { Setting } from './stored-value.ts';

export interface SettingsOptions {
	orm: MikroORM;
	clock: Clock;
	log: Logger;
}

/** Used if the machine's own time zone is not known. */
const FALLBACK_ZONE = 'UTC';
const FALLBACK_POSIX = 'UTC0';
const DAY_MS = 86_400_000;
const HISTORY_DAYS = 365;

/** The household's settings. Holds state only; `changeSettings` changes it. */
export class Settings {
	readonly events: Events<SettingsFacts>;
	readonly options: SettingsOptions;
	/** one change after the other */
	readonly locks = new KeyedMutex();
	#value: SettingsBody = defaults();
	/** the zone's permanent rule; computed when first needed, which takes tens of milliseconds */
	#lasting: string | undefined;
	/** the rule that boards are sent on one day (days since 1970) */
	#rule: { day: number; text: string } | undefined;
	/** the offsets of the zone; the same function as long as the zone is the same */
	#offsetAt: OffsetAt | undefined;

	constructor(options: SettingsOptions) {
		this.options = options;
		this.events = new Events((error) => options.log.error({ err: error }, 'internal error in an event listener'));
	}

	get value(): SettingsBody {
		return this.#value;
	}

	set value(value: SettingsBody) {
		this.#value = value;
		this.#lasting = this.#rule = this.#offsetAt = undefined;
	}

	/** The time zone as boards are sent it today: POSIX TZ. The hub itself computes with `offsetAt`. */
	get posixTimeZone(): string {
		const now = this.options.clock.now();
		const day = Math.floor(now / DAY_MS);
		if (this.#rule?.day !== day) {
			const { timeZone } = this.#value;
			this.#lasting ??= zoneToPosix(timeZone) ?? FALLBACK_POSIX;
			this.#rule = { day, text: posixRuleAt(timeZone, now, this.#lasting) ?? FALLBACK_POSIX };
		}
		return this.#rule.text;
	}

	/** The exact offsets of the time zone. */
	get offsetAt(): OffsetAt {
		return (this.#offsetAt ??= zoneOffsets(this.#value.timeZone) ?? (() => 0));
	}
}

/** Defaults: this machine's own time zone, no place, and a year of history. */
function defaults(): SettingsBody {
	const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
	return { timeZone: ianaName(own) ?? FALLBACK_ZONE, place: null, historyDays: HISTORY_DAYS };
}

/** Facts about the settings, emitted once they are stored. */
export interface SettingsFacts {
	SettingsChanged: { before: SettingsBody; after: SettingsBody; by: Actor };
}

/** Loads the stored settings. A setting that is missing, or that this version does not understand, keeps its default. */
export async function loadSettings(settings: Settings): Promise<void> {
	const { orm, log } = settings.options;
	for (const { key, value } of await orm.em.fork().find(Setting, {})) {
		const parsed = SettingsBody.safeParse({ ...settings.value, [key]: parse(value) });
		if (parsed.success && ianaName(parsed.data.timeZone)) settings.value = parsed.data;
		else log.warn({ setting: key }, 'a setting is not understood by this version; its default is used');
	}
}

/** Undefined, which no setting is, if it is not JSON. */
function parse(value: string): unknown {
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}
