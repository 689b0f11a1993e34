import type { Cause } from '$protocol/dashboard/shapes.ts';
import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const causes: Record<Exclude<Cause, 'command'>, string> = {
	schedule: 'Schema',
	countdown: 'Timer afgelopen',
	'auto-off': 'Maximale tijd aan',
	pulse: 'Puls',
	interlock: 'Vergrendeling',
	input: 'Wandschakelaar',
	boot: 'Stroom terug',
};

/** Entries of one relay in two short columns: what it did, and who or what did it. */
export const movedWords: Words['movedWords'] = {
	what({ what, details }) {
		if (what === 'command-failed') return 'Niet geschakeld';
		if (what === 'relay-off') return 'Uit';
		const forMs = typeof details.forMs === 'number' ? details.forMs : 0;
		return forMs > 0 ? `Aan, ${exactDuration(forMs)}` : 'Aan';
	},
	by({ cause, person, details }) {
		if (cause && cause !== 'command') return causes[cause];
		const scene = details.scene ? isolate(String(details.scene)) : '';
		return [scene, person && isolate(person)].filter(Boolean).join(', ') || 'Onbekend';
	},
};
