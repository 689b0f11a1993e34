import type { Cause } from '$protocol/dashboard/shapes.ts';
import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const causes: Record<Exclude<Cause, 'command'>, string> = {
	schedule: 'Zeitplan',
	countdown: 'Timer abgelaufen',
	'auto-off': 'Maximale Einschaltdauer',
	pulse: 'Impuls',
	interlock: 'Verriegelung',
	input: 'Wandschalter',
	boot: 'Start des Boards',
};

/** Entries of one relay in two short columns: what it did, and who or what did it. */
export const movedWords: Words['movedWords'] = {
	what({ what, details }) {
		if (what === 'command-failed') return 'Nicht geschaltet';
		if (what === 'relay-off') return 'Aus';
		const forMs = typeof details.forMs === 'number' ? details.forMs : 0;
		return forMs > 0 ? `An, ${exactDuration(forMs)}` : 'An';
	},
	by({ cause, person, details }) {
		if (cause && cause !== 'command') return causes[cause];
		const scene = details.scene ? isolate(String(details.scene)) : '';
		return [scene, person && isolate(person)].filter(Boolean).join(', ') || 'Unbekannt';
	},
};
