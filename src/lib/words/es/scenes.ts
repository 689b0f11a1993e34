import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted, plural } from '$lib/words/format/plural.ts';

const relays = (count: number) => counted(count, { one: 'relé', other: 'relés' });

/** Scenes and groups, which switch several relays with one tap. */
export const sceneWords: Words['sceneWords'] = {
	title: 'Escenas',
	lead: 'Una escena pone varios relés, cada uno en su propio estado, con un toque. Un grupo los enciende o apaga todos.',
	relays,
	running: 'En marcha…',
	set: 'Ya está así',
	done: 'Todo listo',
	partly: (done, of) => `${done} de ${of} listos`,
	onOf: (on, of, away) =>
		[
			...(of === 0 ? [] : [`${on} de ${of}`]),
			...(away === 0 ? [] : [counted(away, { one: 'ausente', other: 'ausentes' })]),
		].join(', '),
	wasOn: (on, of) => `Había ${on} de ${of} encendidos`,
	on: 'Encender',
	off: 'Apagar',
	turn: (name, on) => `${isolate(name)}: ${on ? 'encender todo' : 'apagar todo'}`,
	what: (name) => `Qué hizo ${isolate(name)}`,
	sheet: {
		title: (name, done, of) => `${isolate(name)}: ${done} de ${of} listos`,
		switched: (on) => (on ? 'Encendido' : 'Apagado'),
		notDone: 'No se hizo.',
		putBack: 'Restablecido',
		again: 'Reintentar',
	},
	goes: (relay, on) => `${relay}: ${on ? 'encender' : 'apagar'}`,
	edit: {
		new: 'Nueva escena',
		change: (name) => `Editar ${isolate(name)}`,
		edit: 'Editar',
		name: 'Nombre',
		nameHint: 'Como la llamáis en casa, por ejemplo «Buenas noches».',
		kind: 'Qué hace',
		kinds: { scene: 'Escena', group: 'Grupo' },
		kindHints: {
			scene: 'Un toque, y cada relé pasa al estado que elijas aquí.',
			group: 'Dos botones: encender todo, apagar todo.',
		},
		members: 'Relés',
		chosen: (count) => `${relays(count)} ${plural(count, { one: 'elegido', other: 'elegidos' })}`,
		take: 'Usar los estados actuales',
		took: 'Los relés elegidos aquí tienen ahora su estado actual.',
		stateOf: (relay, device) => `Estado de ${isolate(relay)}, ${isolate(device)}`,
		find: 'Buscar relés',
		noneLike: 'Ningún relé coincide.',
		most: (most) => `Como máximo ${relays(most)}.`,
		save: 'Guardar',
		cancel: 'Cancelar',
		delete: 'Eliminar',
		saved: (name) => `${isolate(name)} se ha guardado.`,
		problems: { name: 'Ponle un nombre.', members: 'Elige al menos un relé.' },
		deleted: ['Alguien ha eliminado esta escena.', '«Guardar» crea una nueva con lo que hay aquí.'],
		missing: 'Esta escena ya no existe.',
	},
	empty: {
		title: 'Aún no hay escenas',
		text: 'Buenas noches, salir de casa, apagar las bombas: elige los relés una vez y acciónalos juntos desde «Inicio».',
		needsDevices: 'Las escenas se componen de los relés de tus dispositivos. Añade antes un dispositivo.',
	},
	leave: (name) => ({
		title: name ? `¿Salir de ${isolate(name)} sin guardar?` : '¿Salir de esta escena sin guardar?',
		action: 'Salir sin guardar',
		what: [
			{ icon: 'trash', bad: true, title: 'Se pierden tus cambios', text: 'Lo que has elegido aquí no se guarda.' },
		],
	}),
	remove: (name) => ({
		title: `¿Eliminar ${isolate(name)}?`,
		action: 'Eliminar',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Desaparece de todos los paneles de control',
				text: 'Habrá que elegir otra vez sus relés.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Los relés se quedan como están',
				text: 'Ningún dispositivo cambia.',
			},
		],
	}),
};
