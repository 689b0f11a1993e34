import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** One's own API tokens: the list, the form, and what is shown once. */
export const tokenWords: Words['tokenWords'] = {
	title: 'Tokens de API',
	lead: 'Para atajos de un toque y programas. Un token nunca puede hacer más que tú.',
	none: 'Aún ninguno.',
	make: 'Crear un token',
	scope: (scope) => {
		if (scope.kind === 'read') return 'Lee';
		if (scope.kind === 'everything') return 'Todo';
		const { relays, scenes } = scope;
		const parts = [
			relays.length > 0 && counted(relays.length, { one: 'relé', other: 'relés' }),
			scenes.length > 0 && counted(scenes.length, { one: 'escena', other: 'escenas' }),
		].filter(Boolean);
		return parts.length > 0 ? `Controla ${parts.join(' y ')}` : 'Lo que controlaba ya no existe';
	},
	used: (age) => (age ? `último uso: ${age}` : 'nunca usado'),
	ends: (date) => `hasta el ${date}`,
	over: 'ya caducó',
	noEnd: 'sin fin',
	end: 'Anular',
	endOf: (name) => `Anular el token ${isolate(name)}`,
	question: (name) => ({
		title: `¿Anular ${isolate(name)}?`,
		action: 'Anular token',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Todo lo que lo usa deja de funcionar al momento',
				text: 'Los atajos y programas con este token se rechazan. No se puede deshacer, pero puedes crear otro.',
			},
		],
	}),
	ended: (name) => `Se ha anulado ${isolate(name)}.`,

	form: {
		title: 'Nuevo token de API',
		name: 'Nombre',
		nameHint: 'Dónde se usa, por ejemplo «Móvil de Anna».',
		nameNeeded: 'Hace falta un nombre.',
		may: 'Puede',
		kinds: { switch: 'Controlar', read: 'Leer', everything: 'Todo' },
		hints: {
			switch: 'Solo lo que elijas aquí. No puede ver el resto de la casa.',
			read: 'Ve lo que tú ves y no cambia nada.',
			everything: 'Todo lo que tú puedes, salvo personas, bloqueos, copias de seguridad y tu propia cuenta.',
		},
		parts: 'Relés y escenas',
		add: 'Añadir relé o escena…',
		scenes: 'Escenas',
		relaysOf: (device) => `Relés de ${isolate(device)}`,
		relayOf: (relay, device) => `${isolate(relay)}, ${isolate(device)}`,
		remove: (name) => `Quitar ${name}`,
		noneChosen: 'Aún no has elegido nada.',
		partsNeeded: 'Elige al menos un relé o una escena.',
		until: 'Hasta',
		ends: {
			month: '1 mes',
			year: '1 año',
			never: 'Sin fin',
			other: 'Otro…',
		},
		otherLabel: 'Último día',
		endNeeded: 'Introduce un día que no haya pasado.',
		endFar: (years) => `Como máximo dentro de ${counted(years, { one: 'año', other: 'años' })}.`,
		current: 'Tu contraseña',
		make: 'Crear token',
	},

	once: {
		title: (name) => `Token ${isolate(name)}`,
		lead: 'Cópialo ahora. Solo se muestra esta vez, y el hub guarda únicamente su huella.',
		local:
			'Esta dirección solo funciona en este ordenador. Para tu móvil, abre el panel de control con la dirección de red del hub.',
		plain: 'Sin HTTPS, otros en tu red podrían leerlo. Úsalo solo en casa.',
		token: 'El token',
		copy: 'Copiar token',
		copied: 'Copiado.',
		use: 'Úsalo para',
		to: 'Acción',
		on: 'Encender',
		off: 'Apagar',
		whole: 'Leer todos los dispositivos',
		curl: 'curl',
		ios: 'iPhone: Atajos',
		android: 'Android: HTTP Shortcuts',
		copyText: (what) => `Copiar: ${what}`,
		done: 'Listo',
	},

	steps: {
		ios: (method, url, authorization, field) =>
			[
				'1. En Atajos, toca + y añade la acción «Obtener contenido de URL».',
				`2. URL: ${url}`,
				`3. Mostrar más. Método: ${method}`,
				`4. Cabeceras, añadir: Authorization = ${authorization}`,
				...(field ? [`5. Cuerpo de la solicitud: JSON, añadir Booleano: ${field[0]} = ${field[1]}`] : []),
				`${field ? 6 : 5}. Compartir, Añadir a pantalla de inicio.`,
			].join('\n'),
		android: (method, url, authorization, body) =>
			[
				'1. En HTTP Shortcuts, toca + y elige un atajo normal (Regular Shortcut).',
				`2. Método: ${method}. URL: ${url}`,
				`3. Cabeceras de la solicitud, añadir: Authorization = ${authorization}`,
				...(body ? [`4. Cuerpo de la solicitud: texto propio, tipo application/json: ${body}`] : []),
				`${body ? 5 : 4}. Guárdalo y ponlo en la pantalla de inicio.`,
			].join('\n'),
	},
};
