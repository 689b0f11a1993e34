import type { Cause } from '$protocol/dashboard/shapes.ts';
import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const causes: Record<Exclude<Cause, 'command'>, string> = {
	schedule: 'Programación',
	countdown: 'Fin del temporizador',
	'auto-off': 'Tiempo máximo',
	pulse: 'Pulso',
	interlock: 'Enclavamiento',
	input: 'Interruptor de pared',
	boot: 'Arranque',
};

/** Entries of one relay in two short columns: what it did, and who or what did it. */
export const movedWords: Words['movedWords'] = {
	what({ what, details }) {
		if (what === 'command-failed') return 'Sin efecto';
		if (what === 'relay-off') return 'Apagado';
		const forMs = typeof details.forMs === 'number' ? details.forMs : 0;
		return forMs > 0 ? `Encendido ${exactDuration(forMs)}` : 'Encendido';
	},
	by({ cause, person, details }) {
		if (cause && cause !== 'command') return causes[cause];
		const scene = details.scene ? isolate(String(details.scene)) : '';
		return [scene, person && isolate(person)].filter(Boolean).join(', ') || 'No se sabe';
	},
};
