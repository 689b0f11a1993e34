import type { Words } from '$lib/words/all-words.ts';
import type { Cause } from '$protocol/dashboard/shapes.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const causes: Record<Exclude<Cause, 'command'>, string> = {
	schedule: 'Programmation',
	countdown: 'Fin du minuteur',
	'auto-off': 'Durée maximale',
	pulse: 'Impulsion',
	interlock: 'Verrouillage mutuel',
	input: 'Interrupteur mural',
	boot: 'Mise sous tension',
};

/** Entries of one relay in two short columns: what it did, and who or what did it. */
export const movedWords: Words['movedWords'] = {
	what({ what, details }) {
		if (what === 'command-failed') return 'Non exécuté';
		if (what === 'relay-off') return 'Éteint';
		const forMs = typeof details.forMs === 'number' ? details.forMs : 0;
		return forMs > 0 ? `Allumé, ${exactDuration(forMs)}` : 'Allumé';
	},
	by({ cause, person, details }) {
		if (cause && cause !== 'command') return causes[cause];
		const scene = details.scene ? isolate(String(details.scene)) : '';
		return [scene, person && isolate(person)].filter(Boolean).join(', ') || 'Inconnu';
	},
};
