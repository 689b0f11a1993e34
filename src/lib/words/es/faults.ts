import type { Words } from '$lib/words/all-words.ts';
import { counted } from '$lib/words/format/plural.ts';
import { pinWords } from './device/pins.ts';
import { accountFaults } from './fault-words/account-faults.ts';
import { imageFaults } from './fault-words/image-faults.ts';
import { packFaults } from './fault-words/pack-faults.ts';

/** The state that a relay still has when a command did not take effect. */
type Still = { still: 'on' | 'off' | 'unknown' };

const UNCHANGED = 'Los relés siguen funcionando; no se cambió nada.';
const UNTOUCHED = 'No se cambió nada.';
const SOON = 'Inténtalo de nuevo en un momento.';
const stillWords = ({ still }: Still) =>
	still === 'unknown' ? 'No se sabe su estado.' : `Sigue ${still === 'on' ? 'encendido' : 'apagado'}.`;
const parts = { Relay: 'El relé', Input: 'La entrada', Sensor: 'El sensor', Schedule: 'La programación' };
const kinds = { relays: 'relés', inputs: 'entradas', sensors: 'sensores', schedules: 'programaciones' };

/** Everything the hub refuses or cannot do, by its code. */
export const faultWords: Words['faultWords'] = {
	...accountFaults,
	...imageFaults,
	...packFaults,

	// devices and their boards
	'no-such-device': () => 'Este dispositivo ya no está en el hub.',
	'no-such-relay': ({ device, relay }) => `${device} no tiene el relé ${relay}.`,
	'not-connected': ({ device }) => `${device} no tiene conexión. ${UNTOUCHED}`,
	'not-connected-not-switched': ({ device }) => `${device} no tiene conexión, así que no se accionó.`,
	'not-polling-not-switched': ({ device }) => `${device} no ha preguntado al hub últimamente, así que no se accionó.`,
	reconnecting: ({ device }) => `${device} se está reconectando. ${SOON}`,
	'token-not-used-yet': ({ device }) => `${device} aún no ha usado su primer token. ${SOON}`,
	'commands-not-answered': ({ device, commands }) =>
		`${device} aún no ha respondido a ${commands === 1 ? 'la última orden' : `las últimas ${commands} órdenes`}, así que no se accionó. ${SOON}`,
	'commands-not-written': ({ device }) =>
		`Hay demasiadas órdenes en espera para ${device}, así que no se accionó. ${SOON}`,
	'no-answer': ({ seconds, still }) => `La placa no respondió en ${seconds} s. ${stillWords({ still })}`,
	'link-lost': (relay) => `Se perdió la conexión con la placa antes de que respondiera. ${stillWords(relay)}`,
	refused: (relay) => `La placa no lo hizo, o llegó una orden más reciente. ${stillWords(relay)}`,
	'changed-meanwhile': ({ device }) =>
		`Mientras tanto, alguien cambió ${device}. Mira cómo está ahora e inténtalo de nuevo.`,
	legacy: ({ device }) => `${device} tiene firmware antiguo que no puede hacer esto. Pásalo antes a Secure v2.`,
	'legacy-names-only': ({ device }) =>
		`${device} tiene firmware antiguo: solo se pueden cambiar los nombres. Pásalo antes a Secure v2.`,
	'revoked-already': ({ device }) => `El token de ${device} ya está revocado.`,
	revoked: ({ device }) => `El token de ${device} se revocó. Graba firmware nuevo en la placa.`,
	'unknown-token': () =>
		'Ningún dispositivo de este hub tiene este token: se eliminó, pasó a Secure v2, o el token está mal escrito.',
	'too-many-legacy': ({ most }) => `Ya hay ${most} dispositivos con firmware antiguo.`,
	'not-a-played-switch': () =>
		'Aquí solo puedes usar los interruptores de pared de las placas virtuales que simula este hub.',

	// pending devices and claiming
	'no-such-pending': () => 'Este dispositivo pendiente ya no existe.',
	'already-claimed': ({ device }) => `${device} ya se vinculó.`,
	'no-such-conflict': () => 'Esta placa ya no espera a que la vinculen.',
	'board-left': () => 'La placa perdió la conexión. Se vuelve a conectar sola; inténtalo entonces.',
	'being-claimed': () => 'Alguien ya está vinculando esta placa.',
	'claimed-meanwhile': () => 'No se pudo vincular la placa: mientras tanto, su clave se usó o se eliminó.',
	'claim-not-answered': () => 'La placa no respondió. Vuelve por sí sola; inténtalo entonces.',
	'too-many-pending': ({ most }) => `Ya hay ${most} dispositivos pendientes. Elimina antes alguno.`,
	'too-many-played': ({ most }) =>
		`Este hub ya simula ${most} placas virtuales. Quita una de ellas, o ejecuta esta por tu cuenta.`,
	'not-virtual': () => 'El hub solo puede simular placas virtuales.',
	'key-expired': ({ device }) => `La clave de ${device} ha caducado. Crea una clave nueva; el plan se conserva.`,
	'wifi-impossible': ({ device }) =>
		`Ninguna placa puede usar la red Wi-Fi indicada para ${device}. Elimina el dispositivo pendiente y añádelo otra vez con otra red.`,
	'other-kind-of-board': () =>
		'Este dispositivo tiene otro tipo de placa. Añade la placa nueva como dispositivo nuevo, y sustituye este al vincularla.',

	// what a board is to do
	'no-such-board': ({ board }) => `No hay ninguna placa «${board}» en el catálogo.`,
	'needs-wifi': ({ board }) => `${board} necesita el nombre de tu red Wi-Fi.`,
	'needs-a-part': () => 'Un dispositivo necesita al menos un relé, un sensor, un contacto o un detector de movimiento.',
	'needs-wiring': () => 'Indica dónde están conectados los relés.',
	'no-such-pin': ({ board, gpio }) => `${board} no tiene ningún pin con GPIO ${gpio}.`,
	'pin-refused': ({ pin, reason }) => `${pin} no se puede usar: ${pinWords[reason] ?? reason}`,
	'pin-not-for-sensors': ({ pin }) => `${pin} no se puede usar para un sensor: el chip no tiene pull-up en él.`,
	'pin-has-no-pull-up': ({ pin }) =>
		`El chip no tiene pull-up en ${pin}. Sin una resistencia propia (10 kΩ a 3,3 V), el interruptor se encendería y apagaría solo; con ella, desactiva el pull-up del chip.`,
	'pin-in-use': ({ pin, by }) => `${pin} ya lo usa ${by ?? 'el otro sensor'}.`,
	'choose-relay': ({ input }) => `Elige el relé que acciona ${input}.`,
	'choose-scheduled-relay': () => 'Elige el relé que acciona esta programación.',
	'choose-sensor-pin': () => 'Elige el pin del sensor.',
	'sensors-not-told-apart': ({ pin }) => `Hay varios sensores en ${pin}: elige cuál es cada uno.`,
	'sensor-not-read': ({ board }) => `${board} no puede leer este sensor.`,
	'too-many-for-board': ({ device, part, most }) => `En ${device} solo caben ${most} ${kinds[part]}. ${UNTOUCHED}`,
	'sensor-needs-newer-firmware': ({ device }) =>
		`El firmware de ${device} no puede leer este sensor. Actualiza primero el dispositivo.`,
	'too-much-for-board': ({ device }) =>
		`${device} no tiene sitio para tanto. Quita una programación, o la pausa de una. ${UNTOUCHED}`,
	'no-such-schedule': ({ device }) => `${device} ya no tiene esta programación.`,
	'sun-needs-place': () => 'Para el amanecer y el atardecer hace falta tu ubicación: indícala antes en Ajustes.',
	'id-twice': ({ part, id }) => `${parts[part]} ${id} aparece dos veces.`,

	// Wi-Fi networks that the hub keeps
	'no-such-network': () => 'El hub ya no guarda esta red Wi-Fi.',
	'network-kept-already': ({ network }) =>
		`El hub ya guarda ${network}, con otra contraseña. Un propietario la cambia en Ajustes.`,
	'too-many-networks': ({ most }) => `El hub ya guarda ${most} redes Wi-Fi. Quita antes una en Ajustes.`,
	'network-unreadable': ({ network }) => `La contraseña de ${network} ya no se puede leer. Cámbiala en Ajustes.`,

	// scenes, updates, settings
	'no-such-scene': () => 'Esta escena ya no existe.',
	'too-many-scenes': ({ most }) => `Ya hay ${most} escenas. Elimina antes alguna.`,
	'say-on-or-off': ({ scene }) => `Indica si ${scene} se enciende o se apaga.`,
	'scene-decides': ({ scene }) => `${scene} es una escena: cada relé pasa a su propio estado.`,
	'relay-twice': ({ relay }) => `${relay} está dos veces en la escena.`,
	'no-image-any-more': () => 'Este hub ya no tiene firmware para esta placa.',
	'image-unreadable': () => 'No se pudo leer su imagen de firmware. El registro del hub dice por qué.',
	'newer-already': () => 'Ya usa firmware más nuevo.',
	'relay-is-on': () => 'Uno de sus relés está encendido.',
	'other-update-failed': ({ device }) => `No se inició porque falló la actualización de ${device}.`,
	'update-stopped': () => 'Se detuvo.',
	'board-says': ({ words }) => words,
	'update-not-taken': () => 'La placa no aceptó la actualización.',
	'update-not-taken-on': () => 'La placa dejó de aceptar la actualización.',
	'update-begun-in-vain': ({ times }) =>
		`La placa volvió ${counted(times, { one: 'vez', other: 'veces' })} y no aceptó más de la actualización.`,
	'update-asked-again': () => 'La placa no deja de pedir partes de la actualización que ya tiene.',
	'update-too-slow': ({ minutes }) =>
		`La placa no recibió toda la actualización en ${counted(minutes, { one: 'minuto', other: 'minutos' })}.`,
	'update-checked-too-early': () => 'La placa dio la actualización por comprobada antes de tenerla entera.',
	'update-too-much-taken': () => 'La placa comunicó más datos de los que tiene la actualización.',
	'update-board-not-back': () => 'La placa no volvió después de iniciar su firmware nuevo.',
	'update-fell-back': ({ firmware }) =>
		firmware === null
			? 'La placa volvió con su firmware anterior.'
			: `La placa volvió con su firmware anterior, ${firmware}.`,
	'nothing-to-update': () => 'No hay firmware más nuevo para esto.',
	'no-such-time-zone': ({ timeZone }) => `La zona horaria «${timeZone}» no existe. Usa un nombre como Europe/Madrid.`,

	// forms
	'name-needed': () => 'Hace falta un nombre.',
	'user-name-needed': () => 'Hace falta un nombre de usuario.',
	'password-needed': () => 'Hace falta una contraseña.',
	'too-short': ({ least }) => `Al menos ${counted(least, { one: 'carácter', other: 'caracteres' })}.`,
	'too-long': ({ most }) => `Como máximo ${counted(most, { one: 'carácter', other: 'caracteres' })}.`,
	'needs-relay': () => 'Un dispositivo necesita al menos un relé.',
	'choose-scene-relays': () => 'Elige al menos un relé.',
	'choose-days': () => 'Elige al menos un día.',
	'no-moment': () => 'Esto no es una fecha y hora.',
	'moment-out-of-range': ({ years }) =>
		`Elige un momento a partir de ahora, dentro de ${counted(years, { one: 'año', other: 'años' })} como máximo.`,
	'ends-before-it-begins': () => 'El fin debe ser posterior al comienzo.',
	'no-time-of-day': () => 'Esto no es una hora del día.',
	'no-mac': () => 'Una MAC son 12 cifras hexadecimales en mayúsculas.',
	'wifi-name-needed': () => 'La red necesita un nombre.',
	'wifi-name-too-long': ({ most }) => `Como máximo ${most} bytes: las tildes y los emojis cuentan más de uno.`,
	'wifi-name-has-zero': () => 'Ninguna red tiene un byte cero en su nombre.',
	'wifi-password-too-short': ({ least }) => `Al menos ${least} caracteres, o ninguno si la red es abierta.`,
	'wifi-password-too-long': ({ most, digits }) =>
		`Como máximo ${most} bytes, o una clave de ${digits} cifras hexadecimales.`,
	'wifi-password-has-zero': () => 'Ninguna contraseña contiene un byte cero.',

	// notices
	'copy-refused': ({ device, mac, address }) =>
		`Una copia de ${device} intentó conectarse (${mac}, ${address}). Se rechazó.`,
	'not-set-up-in-time': ({ device }) => `${device} no se configuró a tiempo: su clave ha caducado.`,

	// backup and restore
	'backup-running': () => 'Ya se está haciendo una copia de seguridad. Inténtalo de nuevo cuando termine.',
	'passphrase-needed': () => 'Hace falta una frase de contraseña.',
	'no-backup-folder': ({ folder }) => `No existe la carpeta ${folder} para guardar la copia de seguridad.`,
	'backup-exists': ({ file }) => `${file} ya existe. Elige otro nombre.`,
	'no-backup-file': ({ file }) => `No se puede leer el archivo ${file}.`,
	'backup-too-large': ({ most }) => `Una copia de seguridad tiene como máximo ${most} MB. ${UNTOUCHED}`,
	'not-a-backup': () => `Este archivo no es una copia de seguridad de un hub Mooring. ${UNTOUCHED}`,
	'not-by-passphrase': () =>
		`Este archivo está cifrado, pero no con una frase de contraseña como la copia de un hub. ${UNTOUCHED}`,
	'wrong-passphrase': () => `La frase de contraseña no abre esta copia de seguridad. ${UNTOUCHED}`,
	'backup-damaged': () => `La copia de seguridad está cortada o dañada. ${UNTOUCHED}`,
	'no-memory': ({ megabytes }) =>
		`Para la frase de contraseña de la copia faltan por un momento ${megabytes} MB de memoria. Inténtalo más tarde o en un equipo más grande. ${UNTOUCHED}`,
	'backup-of-another-program': () =>
		`La frase de contraseña es correcta, pero el archivo lo creó otro programa. ${UNTOUCHED}`,
	'backup-newer': ({ version, own }) =>
		`La copia se hizo con Mooring ${version}, más nuevo que la versión ${own} de este hub. Actualiza antes este hub. ${UNTOUCHED}`,
	'backup-has-more': ({ entry }) => `La copia de seguridad contiene «${entry}», que no debería estar. ${UNTOUCHED}`,
	'backup-database-damaged': () => `La base de datos de la copia está dañada. ${UNTOUCHED}`,
	'backup-database-changed': ({ what }) =>
		`La base de datos de la copia no es como las que crea Mooring: ${what}. ${UNTOUCHED}`,
	'upload-cut': () => `El archivo no llegó entero. Inténtalo de nuevo. ${UNTOUCHED}`,
	'restore-over': () => `El hub ya no sabe nada de esta restauración. Elige otra vez el archivo. ${UNTOUCHED}`,
	'restore-running': () => 'Ya se está restaurando una copia en este hub. Espera a que termine.',
	'backup-key-damaged': () => `La clave o el ID del hub en la copia está dañado. ${UNTOUCHED}`,
	'hub-is-running': ({ folder }) =>
		`Hay un hub en marcha en ${folder}, u otro programa ha bloqueado su base de datos. Deténlo antes. ${UNTOUCHED}`,
	'folder-has-owner': ({ folder }) =>
		`El hub de ${folder} ya tiene propietario. Para sustituirlo por la copia, añade --replace; el hub antiguo se guarda en una carpeta before-restore-…. ${UNTOUCHED}`,

	// HTTPS
	'https-only': ({ address }) => `Este hub solo se abre por HTTPS: ${address}.`,
	'https-by-configuration': () =>
		'HTTPS usa tu propio certificado, indicado en la configuración del hub, así que no se puede cambiar aquí.',
	'https-port-taken': ({ port }) =>
		`El puerto ${port} para HTTPS está en uso o no se puede abrir. Pon otro en MOORING_HTTPS_PORT y reinicia el hub. ${UNTOUCHED}`,

	// requests and commands
	'no-json': () => 'El cuerpo no es JSON válido.',
	'send-json': () => 'Envía el cuerpo como application/json.',
	'broken-text': () => 'El texto no debe contener el carácter U+0000 ni la mitad de un carácter.',
	'body-too-large': ({ most }) => `El cuerpo puede tener como máximo ${most} KiB.`,
	'from-another-page': () => 'Esta petición vino de otra página web.',
	'needs-origin': () => 'Un cambio con una cookie de sesión necesita una cabecera Origin con el nombre de este hub.',
	'no-such-command': ({ commands }) => `Este comando no existe. Existen: ${commands}.`,
	'one-body': () => 'Un comando lleva un cuerpo y después la función de confirmación.',
	'asks-too-often': () => 'Este panel de control pregunta demasiado a menudo. Inténtalo de nuevo en unos segundos.',
	'polls-too-often': () => 'Esta placa pregunta demasiado a menudo. Basta con una vez cada pocos segundos.',
	'needs-token': () => 'Envía el token del dispositivo: ?token=… o la cabecera X-Device-Token.',
	busy: () => 'El hub está ocupado con otras peticiones. Inténtalo de nuevo.',
	'busy-exporting': () => `El hub está escribiendo otras exportaciones. ${SOON}`,
	'board-not-in-catalogue': () => 'Esta placa ya no está en el catálogo.',
	internal: () => 'El hub no pudo hacerlo. Su registro dice por qué.',
	'disk-full': () => `El disco del hub está lleno. ${UNCHANGED}`,
	'database-locked': () =>
		`La base de datos del hub está ocupada, u otro programa la ha bloqueado. ${SOON} ${UNCHANGED}`,
	'disk-unwritable': () =>
		'No se puede escribir en el disco del hub. Los relés siguen funcionando. Comprueba más tarde si este cambio se hizo.',
	'database-damaged': () =>
		`La base de datos del hub está dañada. ${UNCHANGED} Detén el hub y restaura una copia de seguridad: npm run hub -- restore --replace ARCHIVO`,
};
