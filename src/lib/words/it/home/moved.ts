import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const causes = {
	schedule: 'Programma',
	countdown: 'Timer scaduto',
	'auto-off': 'Tempo massimo',
	pulse: 'Impulso',
	interlock: 'Blocco reciproco',
	input: 'Interruttore a muro',
	boot: 'Accensione scheda',
};

/** Entries of one relay in two short columns: what it did, and who or what did it. */
export const movedWords: Words['movedWords'] = {
	what({ what, details }) {
		if (what === 'command-failed') return 'Non eseguito';
		if (what === 'relay-off') return 'Spento';
		const forMs = typeof details.forMs === 'number' ? details.forMs : 0;
		return forMs > 0 ? `Acceso, ${exactDuration(forMs)}` : 'Acceso';
	},
	by({ cause, person, details }) {
		if (cause && cause !== 'command') return causes[cause];
		const scene = details.scene ? isolate(String(details.scene)) : '';
		return [scene, person && isolate(person)].filter(Boolean).join(', ') || 'Non noto';
	},
};
