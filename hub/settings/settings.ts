import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import type { SettingsBody } from '../../protocol/dashboard.ts';
import { Events } from '../base/events.ts';
import { Turns } from '../base/turns.ts';
import { zoneToPosix } from '../time/zone-to-posix.ts';
import { ianaName } from './iana-name.ts';
import type { SettingsFacts } from './facts.ts';

export interface SettingsOptions {
	orm: MikroORM;
	log: Logger;
}

/** Where no zone is known: that of a machine that was told none either. */
const FALLBACK_ZONE = 'UTC';
const FALLBACK_POSIX = 'UTC0';
const HISTORY_DAYS = 365;

/** What the household has set for its hub. A holder of state only; it is changed by `changeSettings`. */
export class Settings {
	readonly events: Events<SettingsFacts>;
	readonly options: SettingsOptions;
	/** one change after the other */
	readonly turns = new Turns();
	#value: SettingsBody = defaults();
	/** made when it is first asked for: it takes tens of milliseconds */
	#posix: string | undefined;

	constructor(options: SettingsOptions) {
		this.options = options;
		this.events = new Events((error) => options.log.error({ err: error }, 'a listener failed'));
	}

	get value(): SettingsBody {
		return this.#value;
	}

	set value(value: SettingsBody) {
		this.#value = value;
		this.#posix = undefined;
	}

	/** The time zone as boards take it: POSIX TZ. */
	get posixTimeZone(): string {
		return (this.#posix ??= zoneToPosix(this.#value.timeZone) ?? FALLBACK_POSIX);
	}
}

/** Until the household says otherwise: this machine's own time zone, no place, and a year of history. */
function defaults(): SettingsBody {
	const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
	return { timeZone: ianaName(own) ?? FALLBACK_ZONE, place: null, historyDays: HISTORY_DAYS };
}
