import { ProofDraft, isOfProof } from '$lib/account/second-factor/proof-draft.svelte.ts';
import type { ApiError } from '$protocol/dashboard/errors.ts';
import type { SettingsView, SettingsWish } from '$protocol/dashboard/settings.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import { settingsWords as words } from '$words/settings/settings.ts';
import { countryName } from '$lib/words/format/country.ts';
import { degreesOf, pairOf, textOfDegrees } from './degrees.ts';
import { zonesLike } from './zones.ts';

/** A wrong field, and why it is wrong. */
export interface Problem {
	field: 'zone' | 'town' | 'latitude' | 'longitude' | 'days';
	message: string;
}

const UTC = 'UTC';

const FIELDS = ['zone', 'town', 'latitude', 'longitude', 'days'] as const;
/** A town that was chosen; `zone` is unknown of one that was chosen earlier. */
interface ChosenTown {
	name: string;
	country: string;
	zone?: string;
}
type Texts = Record<(typeof FIELDS)[number], string> & { chosen: ChosenTown | undefined };

/** The settings as text in the fields of the form. */
export class SettingsDraft {
	zone = $state('');
	/** the text in the field; it is a town only if it is that of `chosen` */
	town = $state('');
	latitude = $state('');
	longitude = $state('');
	days = $state('');
	/** the zone shown is that of this browser, proposed because the hub is still on UTC */
	readonly proposed: boolean;
	/** needed to keep the history for fewer days, which deletes what is older */
	readonly proof = new ProofDraft();
	/** the hub has asked for it: by now it keeps the history for more days than it has said here */
	proofAsked = $state(false);
	/** the town that the two numbers are of */
	#chosen: ChosenTown | undefined = $state.raw();
	readonly #initial: string;
	readonly #given: SettingsView;

	constructor(view: SettingsView, browserZone: string) {
		this.proposed = view.timeZone === UTC && browserZone !== UTC && browserZone !== '';
		this.zone = this.proposed ? browserZone : view.timeZone;
		this.latitude = view.place ? textOfDegrees(view.place.latitude) : '';
		this.longitude = view.place ? textOfDegrees(view.place.longitude) : '';
		if (view.place?.town) this.#takeTown(view.place.town);
		this.days = String(view.historyDays);
		this.#given = view;
		this.#initial = this.#asText;
	}

	/** Whether a field was changed. A proposed zone is not a change. */
	get dirty(): boolean {
		return this.#asText !== this.#initial;
	}

	/** Four decimals are about ten metres, which is more than enough for the sun. */
	setPlace(latitude: number, longitude: number): void {
		this.typedPlace();
		this.latitude = String(Number(latitude.toFixed(4)));
		this.longitude = String(Number(longitude.toFixed(4)));
	}

	/** Takes both numbers from a text that has them, and tells whether it had. */
	takePair(text: string): boolean {
		const pair = pairOf(text);
		if (!pair) return false;
		this.typedPlace();
		[this.latitude, this.longitude] = pair;
		return true;
	}

	clearPlace(): void {
		this.typedPlace();
		this.latitude = this.longitude = '';
	}

	chooseTown(town: ChosenTown & { latitude: number; longitude: number }): void {
		this.latitude = String(town.latitude);
		this.longitude = String(town.longitude);
		this.#takeTown(town);
	}

	/** The two numbers were given by hand, and are no town's any more. */
	typedPlace(): void {
		this.#chosen = undefined;
		this.town = '';
	}

	/** The time zone of the town that was chosen, if it is not the one in the form. */
	get otherZone(): string | undefined {
		const zone = this.#ofTown?.zone;
		return zone === this.zone ? undefined : zone;
	}

	takeZone(): void {
		this.zone = this.otherZone ?? this.zone;
	}

	problem(zones: readonly string[]): Problem | undefined {
		const { historyMinDays: least, historyMaxDays: most } = LIMITS;
		const days = numberOf(this.days);
		if (!zones.includes(this.zone)) {
			const message = zonesLike(zones, this.zone).length > 0 ? words.problems.zone : words.zoneNone;
			return { field: 'zone', message };
		}
		const place = this.placeProblem();
		if (place) return place;
		if (!Number.isInteger(days) || days < least || days > most)
			return { field: 'days', message: words.problems.days(least, most) };
		return undefined;
	}

	get needsProof(): boolean {
		return this.proofAsked || this.#keepsFewer;
	}

	/** What the hub has refused, with the reason where it is news: by now the history is kept for more days. */
	askedFor(error: ApiError): ApiError {
		this.proofAsked ||= isOfProof(error);
		const isNews = error.fault === 'password-needed' && !this.#keepsFewer;
		return isNews ? { ...error, message: words.problems.fewerDays } : error;
	}

	get #keepsFewer(): boolean {
		return numberOf(this.days) < this.#given.historyDays;
	}

	/** What differs from what the hub has said: somebody else may have changed the rest since. */
	get body(): SettingsWish {
		const { timeZone, place, historyDays } = this.#given;
		const days = numberOf(this.days);
		return {
			...(this.zone !== timeZone && { timeZone: this.zone }),
			...(placeAsText(this.#place) !== placeAsText(place) && { place: this.#place }),
			...(days !== historyDays && { historyDays: days }),
			...(this.needsProof && this.proof.body),
		};
	}

	/** A copy of what is in the fields. */
	get texts(): Texts {
		const { zone, town, latitude, longitude, days } = this;
		return { zone, town, latitude, longitude, days, chosen: this.#chosen };
	}

	/** Takes over what was typed into another draft after `sent` was sent to the hub. */
	keepTyped(typed: Texts, sent: Texts): void {
		for (const field of FIELDS) if (typed[field] !== sent[field]) this[field] = typed[field];
		if (typed.chosen !== sent.chosen) this.#chosen = typed.chosen;
	}

	get #asText(): string {
		return JSON.stringify(FIELDS.map((field) => this[field]));
	}

	/** The chosen town, as long as its name is in the field. */
	get #ofTown(): ChosenTown | undefined {
		return this.#chosen && this.town === textOf(this.#chosen) ? this.#chosen : undefined;
	}

	get #place(): SettingsView['place'] {
		if (this.latitude.trim() === '') return null;
		const degrees = { latitude: degreesOf(this.latitude, 'NS'), longitude: degreesOf(this.longitude, 'EW') };
		if (!this.#ofTown) return degrees;
		const { name, country } = this.#ofTown;
		return { ...degrees, town: { name, country } };
	}

	#takeTown({ name, country, zone }: ChosenTown): void {
		this.#chosen = { name, country, zone };
		this.town = textOf(this.#chosen);
	}

	/** `needed`: two empty numbers are wrong too. */
	placeProblem(needed = false): Problem | undefined {
		if (this.town.trim() !== '' && !this.#ofTown) return { field: 'town', message: words.problems.town };
		const [latitude, longitude] = [this.latitude.trim(), this.longitude.trim()];
		if (latitude === '' && longitude === '' && !needed) return undefined;
		if (latitude === '' || longitude === '')
			return { field: latitude === '' ? 'latitude' : 'longitude', message: words.problems.both };
		if (!(Math.abs(degreesOf(latitude, 'NS')) <= 90)) return { field: 'latitude', message: words.problems.latitude };
		if (!(Math.abs(degreesOf(longitude, 'EW')) <= 180))
			return { field: 'longitude', message: words.problems.longitude };
		return undefined;
	}
}

function placeAsText(place: SettingsView['place']): string {
	if (!place) return '';
	const { latitude, longitude, town } = place;
	return [textOfDegrees(latitude), textOfDegrees(longitude), town?.name, town?.country].join();
}

function textOf({ name, country }: ChosenTown): string {
	return words.townName(name, countryName(country));
}

/** Accepts a point or a comma, and any minus sign; NaN if it is not a number. */
export function numberOf(text: string): number {
	const plain = text.trim().replace(',', '.').replace(/^[−–]/, '-');
	return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
}
