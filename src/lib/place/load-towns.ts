import { countryName } from '$lib/words/format/country.ts';
import { Towns } from './towns.ts';

let loading: Promise<Towns> | undefined;

/** The list has some 80 kB, so it comes with the first search. What failed is tried again by the next call. */
export function loadTowns(): Promise<Towns> {
	loading ??= import('./towns.json').then(({ default: { rows } }) => new Towns(rows, countryName));
	loading.catch(() => (loading = undefined));
	return loading;
}
