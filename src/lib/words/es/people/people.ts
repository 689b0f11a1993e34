import type { Words } from '$lib/words/all-words.ts';
import { runTime, zoneName } from '$lib/words/format/dates.ts';
import { daysOf, timeOf } from '$lib/words/format/days.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { at as atMoment } from '../moment.ts';

/** Names shown under a person; the rest is counted. */
const NAMED = 2;

/** The page of the people of a household, for owners. */
export const peopleWords: Words['peopleWords'] = {
	title: 'Personas',
	list: 'Todos los que tienen cuenta',
	back: 'Personas',
	roles: { owner: 'Propietario', member: 'Miembro', guest: 'Invitado' },
	you: 'Tú',
	here: (asOf) => (asOf ? `En línea ${atMoment(asOf)}` : 'Ahora en línea'),
	lastUsed: (at, age) => (at === null ? 'Sin sesión iniciada' : `Último uso: ${age(at)}`),
	reaches: (names) =>
		names.length > NAMED
			? `${names.slice(0, NAMED).join('; ')} y ${names.length - NAMED} más`
			: names.join('; ') || 'Nada',
	until: (at, timeZone, now) => (at <= now ? 'su acceso terminó' : `hasta ${runTime(at, timeZone, now)}`),
	weekly: ({ weekdays, fromMinute, toMinute }) => `${daysOf(weekdays)} ${timeOf(fromMinute)}–${timeOf(toMinute)}`,
	choose: 'Elige una persona para cambiar lo que puede hacer.',
	gone: 'Esta persona ya no está en el hub.',

	person: {
		sessions: (number) =>
			number === 0 ? 'Sin sesión iniciada' : counted(number, { one: 'sesión', other: 'sesiones' }),
		tokens: (number) => counted(number, { one: 'token de API', other: 'tokens de API' }),
		devices: (devices, pending) =>
			[
				devices > 0 && counted(devices, { one: 'dispositivo', other: 'dispositivos' }),
				pending > 0 && counted(pending, { one: 'pendiente', other: 'pendientes' }),
			]
				.filter(Boolean)
				.join(', ') || 'Sin dispositivos propios',
		role: 'Rol',
		roleHints: {
			owner: 'Puede hacerlo todo: personas, ajustes y dispositivos de otros.',
			member: 'Añade, controla y cambia dispositivos. No puede eliminarlos, ni cambiar personas o los ajustes del hub.',
			guest: 'Ve y controla solo lo que se elige aquí.',
		},
		roleEnds: 'Un rol nuevo cierra sus sesiones y sus tokens de API. Tendrá que iniciar sesión otra vez.',
		ownRoleEnds: 'Un rol nuevo cierra tus sesiones y tus tokens de API. Tendrás que iniciar sesión otra vez.',
		lastOwner: 'El único propietario no puede tener otro rol. Nombra antes a otro propietario.',
		updateOthers: 'Puede actualizar el firmware de placas de otras personas',
		save: 'Guardar',
		saved: (name) => `${isolate(name)}: guardado.`,
		discard: 'Descartar',
		elsewhere: 'Otra persona cambió estos datos. Al guardar, se sustituyen sus cambios.',
		theirs: 'Ver los suyos',
		leave: {
			title: '¿Salir sin guardar?',
			action: 'Salir',
			what: [{ icon: 'trash', bad: true, title: 'Se pierden tus cambios', text: 'Esta persona se queda como estaba.' }],
		},
		endSessions: 'Cerrar todas las sesiones',
		ended: (name) => `Se han cerrado todas las sesiones y los tokens de API de ${isolate(name)}.`,
		remove: 'Eliminar',
		notYourself: 'No puedes eliminarte. Otro propietario puede.',
	},

	access: {
		title: 'Puede ver y controlar',
		titleOf: (what) => `${what}: puede`,
		may: { see: 'Ver', switch: 'Controlar' },
		no: 'No',
		add: 'Añadir habitación, dispositivo o relé…',
		rooms: 'Habitaciones',
		devices: 'Dispositivos',
		relays: (device) => `Relés de ${isolate(device)}`,
		relayOf: (device, relay) => `${relay ?? 'Un relé eliminado'}, ${device}`,
		gone: 'Un dispositivo eliminado',
		none: 'Aún no has elegido nada.',
		full: (most) => `No se pueden elegir más de ${most}. Una habitación cuenta una vez.`,
		roomHint: 'Una habitación incluye todos sus dispositivos, también los que se añadan después.',
		until: 'Hasta',
		untils: {
			tonight: 'Esta noche',
			sunday: 'Domingo',
			month: '1 mes',
			never: 'Sin fin',
			other: 'Otro…',
		},
		untilIs: (at, timeZone, now) =>
			`${at <= now ? 'Terminó' : 'Termina'}: ${runTime(at, timeZone, now)}, hora de ${zoneName(timeZone)}.`,
		noEnd: 'Hasta que lo quites.',
		otherLabel: 'Fecha y hora',
		otherHint: (timeZone) => `Según la hora de ${zoneName(timeZone)}.`,
		weekly: 'Solo a ciertas horas de la semana',
		days: 'Días',
		from: 'Desde',
		to: 'Hasta',
		nextDay: 'Termina al día siguiente.',
		problems: {
			grants: 'Elige al menos una habitación, un dispositivo o un relé.',
			until: 'Introduce una fecha y una hora.',
			over: 'Esta hora ya ha pasado.',
			weekdays: 'Elige al menos un día.',
			time: 'Introduce una hora.',
		},
	},

	invite: {
		open: 'Invitar',
		title: 'Invitar a alguien',
		role: 'Rol',
		name: 'Para quién (opcional)',
		nameHint: 'Para que reconozcas la invitación. La persona elige su propio nombre de usuario.',
		presets: 'Empezar con',
		preset: {
			cleaner: 'Limpieza',
			neighbour: 'Vecino',
			babysitter: 'Canguro',
		},
		presetHints: {
			cleaner: 'horas semanales',
			neighbour: 'hasta una fecha',
			babysitter: 'hasta la noche',
		},
		make: 'Crear enlace',
		scan: 'Que lo escanee, o envíale el enlace.',
		once: 'Para una persona, en 24 horas.',
		qr: 'Código QR de la invitación',
		link: 'Enlace de la invitación',
		copy: 'Copiar enlace',
		copied: 'Enlace copiado.',
		share: 'Compartir',
		shareText: (hub) => `Tu invitación a ${isolate(hub)}`,
		local:
			'Este enlace solo funciona en este ordenador. Abre el panel de control con la dirección de red del hub e invita desde allí.',
		done: 'Listo',
	},

	invitations: {
		title: 'Invitaciones abiertas',
		none: 'Ninguna. Una invitación usada, o de hace más de 24 horas, desaparece sola.',
		line: (by, left) => `Creada por ${isolate(by)} · ${left}`,
		left: (minutes) =>
			minutes >= 60 ? `válida ${Math.round(minutes / 60)} h más` : `válida ${Math.max(1, minutes)} min más`,
		expires: (time) => `dejó de ser válida: ${time}`,
		withdraw: 'Retirar',
		withdrawOf: (whom) => `Retirar la invitación para ${isolate(whom)}`,
		withdrawn: 'Se ha retirado la invitación.',
	},

	remove: {
		pending: 'Sus dispositivos pendientes',
		keep: 'Pasan a ser tuyos; necesitan claves nuevas',
		delete: 'Eliminar',
		question: (name, devices, guest) => ({
			title: `¿Eliminar a ${isolate(name)}?`,
			action: 'Eliminar',
			what: [
				{
					icon: 'exit',
					bad: true,
					title: 'Sus sesiones se cierran al momento, en todas partes',
					text: guest
						? 'Si tiene abierto el panel de control, se vacía. Para volver necesita una invitación nueva.'
						: 'Para volver necesita una invitación nueva.',
				},
				...(devices > 0
					? [
							{
								icon: 'devices',
								bad: false,
								title: counted(devices, {
									one: 'dispositivo pasa a ser tuyo',
									other: 'dispositivos pasan a ser tuyos',
								}),
								text: 'Las placas, los nombres, los ajustes y el historial se quedan como están.',
							},
						]
					: []),
				{
					icon: 'activity',
					bad: false,
					title: 'Lo que hizo sigue en Actividad',
					text: 'Con el nombre que tenía.',
				},
			],
		}),
		done: (name) => `Se ha eliminado a ${isolate(name)}.`,
	},
};
