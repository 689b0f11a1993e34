import type { Words } from '$lib/words/all-words.ts';
import { bytesWord } from '$lib/words/format/bytes.ts';
import { weekdayTime } from '$lib/words/format/dates.ts';
import { timeOf } from '$lib/words/format/days.ts';
import { whole } from '$lib/words/format/numbers.ts';
import { counted } from '$lib/words/format/plural.ts';
import { ago, clockTime } from '$lib/words/format/times.ts';
import { at } from '../moment.ts';

/** The page of the hub's settings. */
export const settingsWords: Words['settingsWords'] = {
	title: 'Ajustes',
	ownerOnly: 'Solo el propietario de este hub puede cambiarlos.',
	time: 'Hora y ubicación',
	timeLead: 'Las programaciones usan esta zona horaria, y el amanecer y el atardecer de esta ubicación.',
	zone: 'Zona horaria',
	zoneFind: 'Busca una ciudad o una región',
	zoneNone: 'Ninguna zona horaria coincide.',
	zoneProposed: (zone) => `El hub sigue en UTC. Este dispositivo está en ${zone}: guarda para usarla.`,
	matches: (count) => counted(count, { one: 'resultado', other: 'resultados' }),
	place: 'Ubicación',
	town: 'Población',
	townFind: 'Busca una población',
	townHint: 'La tuya, o la más grande que esté cerca. Rellena los dos números.',
	townName: (town, country) => `${town}, ${country}`,
	townNone: 'No existe esa población. Prueba con una más grande cercana.',
	townsLoading: 'Cargando las poblaciones…',
	townsFailed: 'No se pudo cargar la lista de poblaciones.',
	townZone: (zone) => `Allí los relojes siguen ${zone}.`,
	takeZone: 'Usar esta zona horaria',
	townsFrom: 'Poblaciones',
	geonames: 'GeoNames (geonames.org), CC BY 4.0',
	latitude: 'Latitud',
	longitude: 'Longitud',
	latitudeHint: 'En grados, norte positivo: 52.52',
	longitudeHint: 'En grados, este positivo: 13.405',
	useHere: 'Usar la de este dispositivo',
	locating: 'Buscando la ubicación…',
	placeHow: 'Cualquier mapa muestra los dos números: mantén un dedo sobre tu casa, o haz clic derecho en ella.',
	placeRefused: 'Este dispositivo no compartió su ubicación.',
	noPlace: 'Sin ubicación: no se puede programar según el sol.',
	clearPlace: 'Quitar ubicación',
	sun: (sunrise, sunset) => `El sol hoy: amanecer ${sunrise ?? 'ninguno'}, atardecer ${sunset ?? 'ninguno'}`,
	sunHint: 'Si estas horas no encajan, la zona horaria o la ubicación no es correcta.',
	history: 'Historial',
	historyLead: 'Lo que pasa en la casa se guarda solo en este hub.',
	days: 'Se guarda (días)',
	daysHint: (least, most) => `De ${least} a ${whole(most)} días.`,
	daysOf: (days) => (days === 1 ? '1 día' : `${whole(days)} días`),
	save: 'Guardar',
	saved: 'Guardado.',
	about: 'Acerca de este hub',
	name: 'Nombre',
	version: 'Versión',
	leave: {
		title: '¿Salir de los ajustes sin guardar?',
		action: 'Salir sin guardar',
		what: [{ icon: 'trash', bad: true, title: 'Se pierden tus cambios', text: 'Lo que escribiste aquí no se guarda.' }],
	},
	problems: {
		zone: 'Elige una zona horaria de la lista.',
		town: 'Elige una población de la lista, o vacía el campo.',
		latitude: 'Un número de −90 a 90.',
		longitude: 'Un número de −180 a 180.',
		fewerDays: 'Entretanto, alguien ha elegido más días. Con menos días se borran entradas: hace falta una contraseña.',
		both: 'Una ubicación necesita los dos números.',
		days: (least, most) => `Un número entero de ${least} a ${whole(most)}.`,
	},
};

const DAY_MS = 86_400_000;
/** Minutes after midnight. */
const NIGHTLY_AT = 3 * 60;

/** Backups of the hub, on the page of its settings. */
export const backupWords: Words['backupWords'] = {
	title: 'Copia de seguridad',
	lead: 'Un archivo cifrado con todo: cuentas, dispositivos, las claves de las placas y el historial.',
	none: 'Aún no se ha hecho ninguna copia.',
	last: (when, bytes, now) => `Última copia: ${ago(when, now)} (${bytesWord(bytes)}).`,
	failed: (when, now) => `La copia nocturna falló ${ago(when, now)}`,
	looking: 'Buscando la última copia…',
	byHand: 'Descargar una copia',
	passphrase: 'Frase de contraseña del archivo',
	remember: 'Anótala en un lugar que no sea este hub: sin ella nadie puede abrir el archivo.',
	download: 'Descargar',
	making: 'Haciendo la copia…',
	come: (bytes) => `${bytes} hasta ahora`,
	downloaded: 'La copia se ha descargado.',
	images: 'Con imágenes de firmware',
	nightly: 'Cada noche',
	nightlyHint: (folder) => `En ${folder}, en el equipo del hub, ${at(timeOf(NIGHTLY_AT))}.`,
	nightlyPassphrase: 'Frase de contraseña de estos archivos',
	newPassphrase: 'Frase de contraseña nueva (vacía: se mantiene la actual)',
	readable:
		'El hub guarda esta frase, y quien tenga su equipo puede leerla. Protege los archivos para el día en que el equipo ya no esté.',
	keepDaily: 'Días que se guardan',
	keepWeekly: 'Semanas que se guardan',
	fewerFiles:
		'Entretanto, alguien ha elegido guardar más archivos. Con menos se borran algunos: hace falta una contraseña.',
	wholeNumber: (least, most) => `Un número entero de ${least} a ${most}.`,
	files: (count, next, now) =>
		[
			`Hay ${counted(count, { one: 'archivo', other: 'archivos' })}.`,
			...(next === null ? [] : [next <= now ? 'Ahora toca el siguiente.' : `Siguiente: ${momentOf(next, now)}.`]),
		].join(' '),
	save: 'Aplicar',
	saved: 'Guardado.',
	now: 'Hacer una ahora',
	made: 'La copia está hecha.',
	restore:
		'Para restaurar en un hub nuevo, inícialo y elige «Restaurar una copia de seguridad» en su página de configuración. Para sustituir este hub, detenlo y ejecuta:',
	restoreCommand: 'npm run hub -- restore --replace ARCHIVO',
	restoreDocker: 'Con Docker, ejecuta en su lugar:',
	restoreDockerCommands:
		'docker compose stop\ndocker compose run --rm mooring node dist/cli.js restore --replace ARCHIVO',
	restoreFile: 'ARCHIVO debe estar en una carpeta que el contenedor vea.',
};

function momentOf(when: number, now: number): string {
	return when - now < DAY_MS ? clockTime(when) : weekdayTime(when);
}
