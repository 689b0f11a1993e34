import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

/** Home while somebody arranges it. */
export const arrangeWords = translatable('arrangeWords', {
	lead: 'Only you see this order. The star makes a favourite.',
	done: 'Done',
	favourite: (name: string) => `${isolate(name)}, favourite`,
	noFavourites: 'No favourites yet. Press a star.',
	grip: (name: string) => `Move ${isolate(name)}: drag, or use the arrow keys`,
	up: (name: string) => `Move ${isolate(name)} up`,
	down: (name: string) => `Move ${isolate(name)} down`,
	moved: (name: string, place: number, of: number) => `${isolate(name)}: ${place} of ${of}`,
	devices: 'Rooms and the order of devices are changed on Devices, for everybody.',
});
