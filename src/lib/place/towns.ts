import { plain } from '$lib/devices/arrangement.ts';

/** A town of the list that scripts/lib/towns makes of GeoNames' table. */
export interface Town {
	/** what it is called: GeoNames' name first */
	names: readonly string[];
	/** ISO 3166: "CH" */
	country: string;
	/** IANA name */
	zone: string;
	/** degrees, two decimals */
	latitude: number;
	longitude: number;
	/** of its people: the power of two */
	size: number;
}

/** A town by the one of its names that was searched for. */
export interface FoundTown extends Town {
	name: string;
}

/** Country ("CH", or with a state "US-IL"), zone, and columns: names, hundredths of degrees north and east, sizes. */
export type TownRow = readonly string[];

/** How well a name matches: the whole name, its beginning, the beginnings of its words. */
const WHOLE = 0;
const BEGINNING = 1;
const WORDS = 2;

const LETTERS: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' };
/** How keyboards without these letters write them, besides leaving the dots out. */
const IN_TWO_LETTERS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** All towns, of which a search finds those that match; loaded when somebody looks for one. */
export class Towns {
	readonly #towns: { town: Town; keys: readonly (readonly string[])[]; country: string }[];

	/** `countryName` puts the code of a country into words, by which towns are found too */
	constructor(rows: readonly TownRow[], countryName: (code: string) => string) {
		this.#towns = rows.flatMap((row) => {
			const towns = readRow(row);
			const country = folded(countryName(towns[0]?.country ?? ''));
			return towns.map((town) => ({ town, keys: town.names.map(keysOf), country }));
		});
	}

	/**
	 * Towns whose names, with those of their countries, begin with every word of `text`; without a text the largest of
	 * `zone`. The best match first, then those of `zone`, then the largest.
	 */
	like(text: string, zone: string, most: number): FoundTown[] {
		const wanted = folded(text);
		if (wanted === '' && text !== '') return []; // signs or blanks alone, which no name has
		const found = this.#towns.flatMap(({ town, keys, country }) => {
			if (wanted === '') return town.zone === zone ? [{ town, name: 0, quality: WHOLE }] : [];
			const qualities = keys.map((all) => Math.min(...all.map((key) => qualityOf(key, wanted, country))));
			const quality = Math.min(...qualities);
			return quality === Infinity ? [] : [{ town, name: qualities.indexOf(quality), quality }];
		});
		const isElsewhere = ({ zone: own }: Town) => Number(own !== zone);
		found.sort(
			(a, b) => a.quality - b.quality || isElsewhere(a.town) - isElsewhere(b.town) || b.town.size - a.town.size || 0,
		);
		return found.slice(0, most).map(({ town, name }) => ({ ...town, name: town.names[name]! }));
	}
}

function readRow([place = '', zone = '', names = '', north = '', east = '', sizes = '']: TownRow): Town[] {
	const [country = '', state] = place.split('-');
	const numbers = (column: string) => column.split(' ').map(Number);
	const [latitudes, longitudes, powers] = [numbers(north), numbers(east), numbers(sizes)];
	return names.split('|').map((all, index) => ({
		names: all.split('/').map((name) => (state === undefined ? name : `${name}, ${state}`)),
		country,
		zone,
		latitude: latitudes[index]! / 100,
		longitude: longitudes[index]! / 100,
		size: powers[index]!,
	}));
}

function qualityOf(key: string, wanted: string, country: string): number {
	if (key === wanted) return WHOLE;
	if (key.startsWith(wanted)) return BEGINNING;
	const begins = (text: string, word: string) => ` ${text}`.includes(` ${word}`);
	const words = wanted.split(' ');
	const matches = words.every((word) => begins(key, word) || begins(country, word));
	return matches && words.some((word) => begins(key, word)) ? WORDS : Infinity;
}

function keysOf(name: string): string[] {
	const lower = name.normalize('NFC').toLowerCase();
	const spelled = lower.replaceAll(/[äöüåø]/g, (letter) => IN_TWO_LETTERS[letter]!);
	return [...new Set([folded(name), folded(spelled)])];
}

/** Words in small letters without accents: "Sankt Gallen" for "Sankt-Gallen", "zurich" for "Zürich". */
function folded(text: string): string {
	return plain(text)
		.replaceAll(/[ßøłđðþæœı]/g, (letter) => LETTERS[letter]!)
		.replaceAll(/['’‘ʼ`]/g, '')
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
