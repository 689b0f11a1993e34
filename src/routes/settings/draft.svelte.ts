import type { SettingsBody, SettingsView } from '$protocol/dashboard/settings.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import { settingsWords as words } from '$lib/words/settings.ts';
import { zonesLike } from './zones.ts';

/** A field that keeps the settings from being saved, and why. */
export interface Problem {
	field: 'zone' | 'latitude' | 'longitude' | 'days';
	message: string;
}

const UTC = 'UTC';

/** The settings while somebody changes them, as they stand in the fields. */
export class SettingsDraft {
	zone = $state('');
	latitude = $state('');
	longitude = $state('');
	days = $state('');
	/** the zone is not the hub's but this device's, offered because the hub was never told one */
	readonly proposed: boolean;
	readonly #begun: string;

	constructor(view: SettingsView, browserZone: string) {
		this.proposed = view.timeZone === UTC && browserZone !== UTC && browserZone !== '';
		this.zone = this.proposed ? browserZone : view.timeZone;
		this.latitude = view.place ? String(view.place.latitude) : '';
		this.longitude = view.place ? String(view.place.longitude) : '';
		this.days = String(view.historyDays);
		this.#begun = this.#typed;
	}

	/** Somebody has changed a field. A zone that is only proposed is no change. */
	get dirty(): boolean {
		return this.#typed !== this.#begun;
	}

	/** Four decimals are ten metres: more than the sun needs, and less than a house number. */
	setPlace(latitude: number, longitude: number): void {
		this.latitude = String(Number(latitude.toFixed(4)));
		this.longitude = String(Number(longitude.toFixed(4)));
	}

	clearPlace(): void {
		this.latitude = this.longitude = '';
	}

	problem(zones: readonly string[]): Problem | undefined {
		const { historyMinDays: least, historyMaxDays: most } = LIMITS;
		const days = numberOf(this.days);
		if (!zones.includes(this.zone)) {
			const message = zonesLike(zones, this.zone).length > 0 ? words.problems.zone : words.zoneNone;
			return { field: 'zone', message };
		}
		const place = this.#placeProblem();
		if (place) return place;
		if (!Number.isInteger(days) || days < least || days > most)
			return { field: 'days', message: words.problems.days(least, most) };
		return undefined;
	}

	get body(): SettingsBody {
		const none = this.latitude.trim() === '';
		return {
			timeZone: this.zone,
			place: none ? null : { latitude: numberOf(this.latitude), longitude: numberOf(this.longitude) },
			historyDays: numberOf(this.days),
		};
	}

	get #typed(): string {
		return JSON.stringify([this.zone, this.latitude, this.longitude, this.days]);
	}

	#placeProblem(): Problem | undefined {
		const [latitude, longitude] = [this.latitude.trim(), this.longitude.trim()];
		if (latitude === '' && longitude === '') return undefined;
		if (latitude === '' || longitude === '')
			return { field: latitude === '' ? 'latitude' : 'longitude', message: words.problems.both };
		if (!(Math.abs(numberOf(latitude)) <= 90)) return { field: 'latitude', message: words.problems.latitude };
		if (!(Math.abs(numberOf(longitude)) <= 180)) return { field: 'longitude', message: words.problems.longitude };
		return undefined;
	}
}

/** With a point or a comma, and with any of the signs a keyboard has for minus; NaN where it is no number. */
export function numberOf(text: string): number {
	const plain = text.trim().replace(',', '.').replace(/^[−–]/, '-');
	return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
}
