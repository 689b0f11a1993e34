import type { AuditEntry } from '$protocol/dashboard/history.ts';
import type { Cause } from '$protocol/dashboard/shapes.ts';
import { PAUSE_FOREVER_AT } from '$protocol/dashboard/limits.ts';
import type { Words } from '$lib/words/all-words.ts';
import { changes, macAndAddress, macText, number, text } from '$lib/words/format/audit-entry.ts';
import { dateOf, dayAndTime } from '$lib/words/format/dates.ts';
import { duration, exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { lockOutWords } from './people/lock-outs.ts';
import { peopleSentences } from './people/people-audit.ts';

/** The sentence for every audit entry. The name of the device is shown beside it, so sentences rarely contain it. */

const by = (entry: AuditEntry) => {
	if (!entry.person) return '';
	const token = text(entry, 'byToken');
	return ` por ${isolate(entry.person)}${token && ` (token de API ${token})`}`;
};
const who = ({ person }: AuditEntry) => (person ? isolate(person) : 'Alguien');
const pending = ({ deviceName }: AuditEntry) =>
	deviceName ? `Dispositivo pendiente ${isolate(deviceName)}` : 'Dispositivo pendiente';
const relay = ({ relayName, relay }: AuditEntry) =>
	relayName ? isolate(relayName) : relay === null ? 'Un relé' : `Relé ${relay}`;
/** ": reason", if a reason is known */
const because = (entry: AuditEntry, ...keys: string[]) => {
	const why = keys.map((key) => text(entry, key)).find(Boolean);
	return why ? `: ${why}` : '';
};
const fromAddress = (entry: AuditEntry) => (text(entry, 'address') ? ` desde ${text(entry, 'address')}` : '');
const input = (entry: AuditEntry, unnamed: string) => text(entry, 'input') || unnamed;
const scene = (entry: AuditEntry) => `Escena ${text(entry, 'scene')}`.trim();
const pack = (entry: AuditEntry) => `Paquete de firmware ${text(entry, 'version')}`.trim();
const wifi = (entry: AuditEntry) => `Wi-Fi ${text(entry, 'ssid')}`.trim();
const firmware = (entry: AuditEntry) =>
	text(entry, 'version') ? `firmware ${text(entry, 'version')}` : 'firmware nuevo';
/** changes that were too frequent to be logged one by one */
const untold = (entry: AuditEntry) => {
	const count = number(entry, 'untold');
	return count > 0 ? `; antes, ${counted(count, { one: 'cambio más', other: 'cambios más' })}` : '';
};
const at = (entry: AuditEntry) => (macAndAddress(entry) ? ` (${macAndAddress(entry)})` : '');
const change = (entry: AuditEntry) =>
	text(entry, 'before') && text(entry, 'after') ? `, de ${text(entry, 'before')} a ${text(entry, 'after')}` : '';

/** "Programación 2 de Bomba", "Todas las programaciones" of a device or of the house */
const schedulesIn = (entry: AuditEntry) => {
	const schedule = number(entry, 'schedule');
	if (schedule > 0) return `Programación ${schedule} de ${relay(entry)}`;
	return entry.device === null && entry.deviceName === null
		? 'Todas las programaciones de la casa'
		: 'Todas las programaciones';
};
/** ", hasta: 29 nov, 18:00"; nothing where it has no end */
const until = (entry: AuditEntry) =>
	number(entry, 'until') >= PAUSE_FOREVER_AT ? '' : `, hasta: ${dayAndTime(number(entry, 'until'))}`;

const causes: Record<Exclude<Cause, 'command'>, (on: boolean) => string> = {
	schedule: () => 'programación',
	countdown: (on) => (on ? 'temporizador' : 'fin del temporizador'),
	'auto-off': () => 'tiempo máximo alcanzado',
	pulse: (on) => (on ? 'pulso' : 'fin del pulso'),
	interlock: () => 'enclavamiento',
	input: () => 'interruptor de pared',
	boot: () => 'arranque',
};

function switched(entry: AuditEntry, on: boolean): string {
	const { cause, details } = entry;
	const state = on ? 'encendido' : 'apagado';
	const forMs = on && number(entry, 'forMs') > 0 ? ` durante ${exactDuration(number(entry, 'forMs'))}` : '';
	if (cause && cause !== 'command') {
		const kept = details.stays === true ? 'sigue encendido, temporizador cancelado' : `${state}${forMs}`;
		return `${relay(entry)}: ${kept} · ${causes[cause](on)}`;
	}
	const within = text(entry, 'scene') ? ` con la escena ${text(entry, 'scene')}` : '';
	if (details.stays === true) return `${relay(entry)}: se dejó encendido${by(entry)}${within}, temporizador cancelado`;
	return `${relay(entry)}: ${state}${forMs}${by(entry)}${within}`;
}

const failures: Record<string, string> = {
	'no-answer': 'la placa no respondió',
	'link-lost': 'se perdió la conexión',
	refused: 'la placa lo rechazó',
	'board-not-connected': 'la placa no estaba conectada',
};

function failed(entry: AuditEntry): string {
	const on = entry.details.on;
	const wanted = typeof on === 'boolean' ? (on ? 'no encendido' : 'no apagado') : 'no accionado';
	const why = text(entry, 'outcome') || text(entry, 'reason');
	return `${relay(entry)}: ${wanted}${by(entry)}${why ? `; ${failures[why] ?? why}` : ''}`;
}

const conflicts: Record<string, string> = {
	expired: 'su clave de registro ha caducado',
	'used-by-another-board': 'otra placa ya usó esta clave',
	'known-board': 'esta placa ya se vinculó antes',
	'owner-gone': 'quien la configuró ya no tiene cuenta',
	'owner-may-not': 'quien la configuró ya no puede añadir dispositivos',
};

const boots: Record<string, string> = {
	power_on: 'volvió la corriente',
	reset_button: 'botón de reinicio',
	brown_out: 'su alimentación era demasiado débil',
	watchdog: 'se quedó colgada',
	crash: 'se bloqueó por un error',
	reboot: 'se le pidió',
};

const clones: Record<string, string> = {
	'other-mac': 'Otra placa llegó con el token de este dispositivo y fue rechazada',
	'second-link': 'Una segunda placa llegó con el token de este dispositivo mientras estaba conectado',
};

export const auditSentences: Words['auditSentences'] = {
	'relay-on': (entry) => switched(entry, true),
	'relay-off': (entry) => switched(entry, false),
	'command-failed': failed,
	opened: (entry) => `${input(entry, 'Un contacto')}: abierto${untold(entry)}`,
	closed: (entry) => `${input(entry, 'Un contacto')}: cerrado${untold(entry)}`,
	motion: (entry) => `${input(entry, 'Un detector de movimiento')}: movimiento${untold(entry)}`,
	'motion-ended': (entry) => `${input(entry, 'Un detector de movimiento')}: ya sin movimiento${untold(entry)}`,
	online: (entry) => {
		const gone = number(entry, 'forMs');
		return `${gone > 0 ? `EN LÍNEA otra vez, tras ${duration(gone)}` : 'EN LÍNEA'}${untold(entry)}`;
	},
	away: (entry) => `AUSENTE: se perdió la conexión${untold(entry)}`,
	offline: (entry) => `SIN CONEXIÓN${untold(entry)}`,
	booted: (entry) => {
		const reason = text(entry, 'reason');
		return `La placa se reinició${boots[reason] ? `: ${boots[reason]}` : ''}${untold(entry)}`;
	},
	'pending-made': (entry) =>
		text(entry, 'firmwareFor') ? `Firmware para Secure v2 creado${by(entry)}` : `${pending(entry)} creado${by(entry)}`,
	'pending-renewed': (entry) => `${pending(entry)}: clave nueva creada${by(entry)}`,
	'pending-deleted': (entry) => `${pending(entry)} eliminado${by(entry)}`,
	'pending-expired': (entry) => `${pending(entry)} caducado`,
	conflict: (entry) => {
		const reason = text(entry, 'reason');
		const as = entry.deviceName ? ` como ${isolate(entry.deviceName)}` : '';
		return `Una placa${at(entry)} espera a que se vincule${as}${reason ? `: ${conflicts[reason] ?? reason}` : ''}`;
	},
	rejected: (entry) => `Placa${at(entry)} rechazada${by(entry)}`,
	claimed: (entry) => {
		if (text(entry, 'how') === 'regenerated') return 'Ha vuelto con su firmware y su token nuevos';
		return entry.person ? `Vinculado${by(entry)}` : 'Vinculado automáticamente';
	},
	replaced: (entry) => {
		const before = text(entry, 'macBefore');
		return `Placa sustituida por otra${at(entry)}${before ? `, antes ${macText(before)}` : ''}${by(entry) && `; cambiada${by(entry)}`}`;
	},
	rotating: (entry) => `Un token nuevo va de camino a la placa${by(entry) && `; pedido${by(entry)}`}`,
	rotated: () => 'La placa tiene su token nuevo; el antiguo ya no funciona',
	regenerated: (entry) => `Token regenerado${by(entry)}: firmware nuevo creado, el token antiguo ya no funciona`,
	revoked: (entry) => `Token revocado${by(entry)}`,
	upgraded: (entry) => `Pasado a Secure v2${by(entry)}`,
	'config-changed': (entry) =>
		changes(entry) ? `${changes(entry)}${by(entry) && `; cambiado${by(entry)}`}` : `Ajustes cambiados${by(entry)}`,
	'config-applied': () => 'Ajustes aplicados en la placa, sin volver a grabarla',
	'config-refused': (entry) => `La placa rechazó sus ajustes${because(entry, 'error', 'reason')}`,
	'wifi-changed': (entry) => {
		const [before, ssid] = [text(entry, 'before'), text(entry, 'ssid')];
		if (!ssid) return `Segunda red Wi-Fi ${before && `${before} `}quitada${by(entry)}`;
		return before
			? `Segunda red Wi-Fi cambiada de ${before} a ${ssid}${by(entry)}`
			: `Segunda red Wi-Fi ${ssid} definida${by(entry)}`;
	},
	'schedules-paused': (entry) => `${schedulesIn(entry)}: pausa puesta${by(entry)}${until(entry)}`,
	'schedules-resumed': (entry) => `${schedulesIn(entry)}: pausa quitada${by(entry)}`,
	'vacation-set': (entry) =>
		`Vacaciones puestas${by(entry)}, desde: ${dayAndTime(number(entry, 'from'))}${until(entry)}`,
	'vacation-ended': (entry) => `Vacaciones terminadas${by(entry)}`,
	added: (entry) => `Dispositivo ${entry.deviceName ? `${isolate(entry.deviceName)} ` : ''}añadido${by(entry)}`,
	'update-started': (entry) => {
		const before = text(entry, 'before');
		return `Actualización ${before ? `de ${before} ` : ''}a ${firmware(entry)} iniciada${by(entry)}`;
	},
	updated: (entry) => `Ahora usa ${firmware(entry)}`,
	'update-failed': (entry) => `La actualización a ${firmware(entry)} falló${because(entry, 'reason')}`,
	renamed: (entry) => `Nombre cambiado${by(entry)}${change(entry)}`,
	moved: (entry) => {
		const [before, after] = [text(entry, 'before'), text(entry, 'after') || text(entry, 'room')];
		if (!after) return `Sacado de ${before || 'su habitación'}${by(entry)}`;
		return `Movido ${before && `de ${before} `}a ${after}${by(entry)}`;
	},
	deleted: (entry) => `Dispositivo ${entry.deviceName ? `${isolate(entry.deviceName)} ` : ''}eliminado${by(entry)}`,
	'scene-made': (entry) => `${scene(entry)} creada${by(entry)}`,
	'scene-changed': (entry) => `${scene(entry)} cambiada${by(entry)}${changes(entry) ? `: ${changes(entry)}` : ''}`,
	'scene-deleted': (entry) => `${scene(entry)} eliminada${by(entry)}`,
	'scene-run': (entry) => {
		const failed = number(entry, 'failed');
		return `${scene(entry)} ejecutada${by(entry)}${failed > 0 ? `, ${failed} de ${failed + number(entry, 'done')} sin hacer` : ''}`;
	},
	'clone-tried': (entry) =>
		`${clones[text(entry, 'how')] ?? 'Se probó una copia del token de este dispositivo y se rechazó'}${at(entry)}`,
	'board-flooded': (entry) =>
		entry.details['closed'] === true
			? 'La placa no dejaba de enviar demasiado, así que se cerró su conexión'
			: 'La placa envía demasiado; lo que sobra se ignora',
	'signed-in': (entry) => `${who(entry)} inició sesión${fromAddress(entry)}`,
	'signed-out': (entry) => `${who(entry)} cerró sesión`,
	'second-factor-failed': (entry) => {
		const times = number(entry, 'untold');
		return `Alguien sabía la contraseña de ${text(entry, 'name') || 'una persona'} y no dio un código correcto${fromAddress(entry) && `,${fromAddress(entry)}`}${times > 0 ? `; antes, ${counted(times, { one: 'vez más', other: 'veces más' })}` : ''}`;
	},
	'locked-out': (entry) => lockOutWords.audit.began(entry.details, number(entry, 'untold')),
	'lock-out-lifted': (entry) => lockOutWords.audit.lifted(entry.details, who(entry)),
	...peopleSentences,
	'hub-started': (entry) => `El hub arrancó${because(entry, 'version').replace(': ', ', versión ')}`,
	'hub-stopped': () => 'El hub se detuvo',
	'backup-made': (entry) => {
		if (!entry.person) return 'Se hizo la copia de seguridad nocturna';
		return `${who(entry)} ${entry.details['made'] === 'nightly' ? 'hizo' : 'descargó'} una copia de seguridad`;
	},
	'backup-failed': (entry) =>
		entry.person
			? `Falló una copia de seguridad que pidió ${who(entry)}${because(entry, 'reason')}`
			: `Falló la copia de seguridad nocturna${because(entry, 'reason')}`,
	'backup-changed': (entry) => {
		const passphrase = entry.details['newPassphrase'] === true ? ', con otra frase de contraseña' : '';
		if (entry.details['on'] === false) return `Copias nocturnas desactivadas${by(entry)}${passphrase}`;
		return `Copias nocturnas configuradas${by(entry)}${passphrase}`;
	},
	restored: (entry) => `El hub se restauró desde una copia de seguridad del ${dateOf(number(entry, 'madeAt'))}`,
	'https-changed': (entry) =>
		`HTTPS ${entry.details['on'] === true ? 'activado' : 'desactivado'}${by(entry)}; se cerraron todas las sesiones`,
	'network-kept': (entry) => `${wifi(entry)}: guardado${by(entry)} para la próxima placa`,
	'network-changed': (entry) => `${wifi(entry)}: guardado${by(entry)} con otra contraseña`,
	'network-removed': (entry) => `${wifi(entry)}: quitado${by(entry)} de este hub`,
	'firmware-installed': (entry) => {
		const boards = counted(number(entry, 'boards'), { one: 'placa', other: 'placas' });
		return `${pack(entry)} instalado${by(entry)}: ${boards}`;
	},
	'firmware-removed': (entry) =>
		entry.person ? `${pack(entry)} quitado${by(entry)}` : `${pack(entry)} quitado: ninguna placa lo necesita ya`,
	'settings-changed': (entry) => `Ajustes del hub cambiados${by(entry)}${changes(entry) && ` (${changes(entry)})`}`,
};
