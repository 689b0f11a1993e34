import type { Words } from '$lib/words/all-words.ts';

/** Adding a board with older polling firmware. */
export const legacyWords: Words['legacyWords'] = {
	link: 'Mi placa tiene firmware antiguo de consulta',
	title: 'Firmware antiguo de consulta',
	lead: 'Una placa así pregunta al hub cada pocos segundos y lleva un token que se puede copiar. Funciona tal cual; «Pasar a Secure v2» está en su página.',
	steps: ['Nombre y relés', 'Token'],
	name: 'Nombre',
	nameHint: 'Como lo llaman todos en casa, por ejemplo «Taller».',
	relaysHint: 'En el orden en que el firmware los numera: relay1, relay2…',
	make: 'Crear su token',
	made: 'Token creado',
	once: 'Este token solo se muestra esta vez.',
	onceWhy:
		'El hub guarda solo su hash. Ponlo ahora en el firmware de la placa; si se pierde, no se puede volver a mostrar.',
	token: 'Token',
	copyToken: 'Copiar el token',
	url: 'La placa consulta esta dirección cada 5 segundos',
	copyUrl: 'Copiar la dirección',
	header: 'O envía el token como cabecera:',
	answers: 'El hub responde cómo debe estar cada relé:',
	tells: 'La placa puede comunicar su estado real y sus mediciones en la misma petición:',
	tellsWhy: 'Si no, el hub supone que la placa hizo lo que se le dijo.',
	done: 'Ya lo tengo: ir a Mis dispositivos',
	problems: { name: 'Ponle un nombre.', relay: 'Este relé necesita un nombre.' },
};
