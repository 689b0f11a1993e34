import { LOCALE } from '$lib/words/language.ts';

let names: Intl.DisplayNames | undefined;

/** "Switzerland" for "CH"; the code itself if the browser knows no such country. */
export function countryName(code: string): string {
	names ??= new Intl.DisplayNames([LOCALE], { type: 'region' });
	try {
		return names.of(code) ?? code;
	} catch {
		return code;
	}
}
