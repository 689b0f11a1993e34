import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** The wall panel. */
export const wallWords: Words['wallWords'] = {
	title: 'Wandpaneel',
	label: (house) => `Wandpaneel van ${isolate(house)}`,
	empty: 'Nog niets te tonen.',
	facts: {
		label: 'Het huis nu',
		on: 'Ingeschakeld',
		away: 'Niet verbonden',
		sunrise: 'Zonsopkomst',
		sunset: 'Zonsondergang',
	},
	scenes: 'Scènes',
	settings: 'Paneelinstellingen',
	leave: 'Verlaten',
	unlock: 'Dit wandpaneel ontgrendelen',
	shows: {
		label: 'Wat het toont',
		rooms: 'Alle kamers',
		favourites: 'Mijn favorieten',
	},
	screen: {
		title: 'Scherm',
		states: {
			held: 'Blijft aan zolang deze pagina open is.',
			refused:
				'De browser houdt het scherm nu niet aan, bijvoorbeeld om de batterij te sparen. Raak het paneel aan om het opnieuw te proberen.',
			plain:
				'Deze pagina kan het scherm niet aanhouden, omdat ze niet via HTTPS kwam. Stel in de instellingen van de tablet in dat het scherm aan blijft.',
			missing:
				'Deze browser kan het scherm niet aanhouden. Stel in de instellingen van de tablet in dat het scherm aan blijft.',
		},
	},
	night: {
		title: 'Nacht',
		bySun: (from, to) =>
			`Na 5 minuten zonder aanraking dimt het scherm, van zonsondergang om ${from} tot zonsopkomst om ${to}.`,
		byHours: (from, to) =>
			`Na 5 minuten zonder aanraking dimt het scherm, van ${from} tot ${to}. Met een locatie bij ‘Instellingen’ volgt het de zon.`,
		wake: 'Tik om te wekken',
		lost: 'De hub is niet bereikbaar',
		more: (n) => `en ${counted(n, { one: 'ander', other: 'andere' })}`,
	},
	lock: {
		title: 'Vergrendelen: alleen schakelen',
		lead: 'Voor kinderen en bezoek: deze browser toont dan alleen het paneel, tot iemand de pincode intikt.',
		pin: 'Pincode',
		hint: (least, most) => `${least} tot ${most} cijfers. Je hebt ze nodig om te ontgrendelen.`,
		act: 'Vergrendelen',
		needed: (least, most) => `Tik ${least} tot ${most} cijfers in.`,
		done: 'Het wandpaneel is vergrendeld.',
	},
	unlocking: {
		title: 'Ontgrendelen',
		act: 'Ontgrendelen',
		forgotten: 'Pincode vergeten? Beëindig deze sessie bij ‘Je account’ op een ander apparaat.',
		done: 'Het wandpaneel is ontgrendeld.',
	},
};
