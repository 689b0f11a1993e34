import type { Cause } from '$protocol/dashboard/shapes.ts';
import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const causes: Record<Exclude<Cause, 'command'>, string> = {
	schedule: 'Harmonogram',
	countdown: 'Koniec odliczania',
	'auto-off': 'Najdłuższy czas włączenia',
	pulse: 'Impuls',
	interlock: 'Blokada wzajemna',
	input: 'Przełącznik ścienny',
	boot: 'Włączenie zasilania',
};

/** Entries of one relay in two short columns: what it did, and who or what did it. */
export const movedWords: Words['movedWords'] = {
	what({ what, details }) {
		if (what === 'command-failed') return 'Nie przełączono';
		if (what === 'relay-off') return 'Wył.';
		const forMs = typeof details.forMs === 'number' ? details.forMs : 0;
		return forMs > 0 ? `Wł., ${exactDuration(forMs)}` : 'Wł.';
	},
	by({ cause, person, details }) {
		if (cause && cause !== 'command') return causes[cause];
		const scene = details.scene ? isolate(String(details.scene)) : '';
		return [scene, person && isolate(person)].filter(Boolean).join(', ') || 'Nie wiadomo';
	},
};
