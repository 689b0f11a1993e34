import { NO_PREFERENCES } from '$protocol/dashboard/people/no-preferences.ts';
import type { Preferences } from '$protocol/dashboard/people/preferences.ts';
import { LOCALE } from '../language.ts';
import { browserLocale, firstDayOf, localeOf, usesFahrenheit, usesTwelveHours } from './locale.ts';

/** In localStorage, so that the first paint is right before the hub has answered. */
export const FORMATS_KEY = 'mooring-formats';

export interface Formats {
	/** of dates and numbers: the language in force, with the browser's region if it is of that language */
	locale: string;
	twelveHours: boolean;
	/** 0 is Monday */
	firstDay: number;
	fahrenheit: boolean;
}

type Chosen = Pick<Preferences, 'hours' | 'weekStart' | 'temperature'>;
const FIRST_DAYS: Record<string, number> = { monday: 0, saturday: 5, sunday: 6 };

/** What is chosen, and for the rest what the locale `browser` has. */
export function formatsOf({ hours, weekStart, temperature }: Chosen, language: string, browser: string): Formats {
	return {
		locale: localeOf(language, browser),
		twelveHours: hours === '12' || (hours !== '24' && usesTwelveHours(browser)),
		firstDay: FIRST_DAYS[weekStart] ?? firstDayOf(browser),
		fahrenheit: temperature === 'fahrenheit' || (temperature !== 'celsius' && usesFahrenheit(browser)),
	};
}

/** The formats in force. Whatever is formatted in a component follows them at once. */
class FormatsInForce {
	#chosen: Chosen = read();
	#current: Formats = $state.raw(formatsOf(this.#chosen, LOCALE, browserLocale()));

	get current(): Formats {
		return this.#current;
	}

	/** What of it the person chose. */
	get chosen(): Chosen {
		return this.#chosen;
	}

	/** Only what is shown now; nothing is stored. */
	show(formats: Formats): void {
		this.#current = formats;
	}

	/** From now on, and in this browser from its next start on. */
	choose({ hours, weekStart, temperature }: Chosen): void {
		const chosen = { hours, weekStart, temperature };
		if (JSON.stringify(chosen) === JSON.stringify(this.#chosen)) return;
		this.#chosen = chosen;
		this.show(formatsOf(chosen, LOCALE, browserLocale()));
		try {
			localStorage.setItem(FORMATS_KEY, JSON.stringify(chosen));
		} catch {
			// Without storage the first paint is as the browser has it, until the hub has answered.
		}
	}
}

function read(): Chosen {
	try {
		return { ...NO_PREFERENCES, ...(JSON.parse(localStorage.getItem(FORMATS_KEY) ?? '{}') as Partial<Chosen>) };
	} catch {
		return NO_PREFERENCES;
	}
}

export const formats = new FormatsInForce();
