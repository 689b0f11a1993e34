import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** Home while somebody arranges it. */
export const arrangeWords: Words['arrangeWords'] = {
	lead: 'Tę kolejność widzisz tylko ty. Gwiazdka dodaje do ulubionych.',
	done: 'Gotowe',
	favourite: (name) => `${isolate(name)}, ulubione`,
	noFavourites: 'Nie ma jeszcze ulubionych. Naciśnij gwiazdkę.',
	grip: (name) => `Przesuń ${isolate(name)}: przeciągnij albo użyj strzałek`,
	up: (name) => `Przesuń ${isolate(name)} w górę`,
	down: (name) => `Przesuń ${isolate(name)} w dół`,
	moved: (name, place, of) => `${isolate(name)}: ${place} z ${of}`,
	devices: 'Pokoje i kolejność urządzeń zmienia się w „Urządzeniach”, dla wszystkich.',
};
