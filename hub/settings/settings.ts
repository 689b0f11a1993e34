import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import type { SettingsBody } from '../../protocol/dashboard.ts';
import type { Clock } from '../base/clock.ts';
import { Events } from '../base/events.ts';
import { Turns } from '../base/turns.ts';
import { zoneOffsets } from '../time/iana-zone.ts';
import type { OffsetAt } from '../time/local-time.ts';
import { posixRuleAt } from '../time/posix-rule.ts';
import { zoneToPosix } from '../time/zone-to-posix.ts';
import { ianaName } from './iana-name.ts';
import type { SettingsFacts } from './facts.ts';

export interface SettingsOptions {
	orm: MikroORM;
	clock: Clock;
	log: Logger;
}

/** Where no zone is known: that of a machine that was told none either. */
const FALLBACK_ZONE = 'UTC';
const FALLBACK_POSIX = 'UTC0';
const DAY_MS = 86_400_000;
const HISTORY_DAYS = 365;

/** What the household has set for its hub. A holder of state only; it is changed by `changeSettings`. */
export class Settings {
	readonly events: Events<SettingsFacts>;
	readonly options: SettingsOptions;
	/** one change after the other */
	readonly turns = new Turns();
	#value: SettingsBody = defaults();
	/** made when it is first asked for: it takes tens of milliseconds */
	#lasting: string | undefined;
	/** what boards are told on one day (days since 1970) */
	#rule: { day: number; text: string } | undefined;

	constructor(options: SettingsOptions) {
		this.options = options;
		this.events = new Events((error) => options.log.error({ err: error }, 'a listener failed'));
	}

	get value(): SettingsBody {
		return this.#value;
	}

	set value(value: SettingsBody) {
		this.#value = value;
		this.#lasting = this.#rule = undefined;
	}

	/** The time zone as boards take it today: POSIX TZ. What the hub itself works out goes by `offsetAt`. */
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

	/** The time zone's own clocks. */
	get offsetAt(): OffsetAt {
		return zoneOffsets(this.#value.timeZone) ?? (() => 0);
	}
}

/** Until the household says otherwise: this machine's own time zone, no place, and a year of history. */
function defaults(): SettingsBody {
	const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
	return { timeZone: ianaName(own) ?? FALLBACK_ZONE, place: null, historyDays: HISTORY_DAYS };
}
