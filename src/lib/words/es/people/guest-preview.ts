import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** What an owner is shown of what a guest is shown. */
export const previewWords: Words['previewWords'] = {
	open: 'Ver lo que ve',
	title: (name) => `Lo que ve ${isolate(name)}`,
	lead: ({ open, at }, when) => {
		if (open) return 'Esto está ahora en su panel de control. Los cambios sin guardar no se incluyen.';
		if (at === null) return 'Ya no tiene acceso.';
		return `Ahora nada: está fuera de su horario. Verá esto a partir de este momento: ${when(at)}.`;
	},
	nothing: 'Nada.',
	looking: 'Buscando…',
	relay: ({ reported }) => (reported === null ? 'No se sabe' : reported ? 'Encendido' : 'Apagado'),
	may: ({ mayNotSwitch }) => (mayNotSwitch ? 'Puede ver' : 'Puede controlar'),
	done: 'Listo',
};
