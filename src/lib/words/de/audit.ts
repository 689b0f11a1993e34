import type { AuditEntry } from '$protocol/dashboard/history.ts';
import { PAUSE_FOREVER_AT } from '$protocol/dashboard/limits.ts';
import type { Cause } from '$protocol/dashboard/shapes.ts';
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
	return ` von ${isolate(entry.person)}${token && ` (API-Token ${token})`}`;
};
const who = ({ person }: AuditEntry) => (person ? isolate(person) : 'Jemand');
const device = ({ deviceName }: AuditEntry) => (deviceName ? isolate(deviceName) : 'Ein Gerät');
/** the name of a pending device, after these words */
const pending = ({ deviceName }: AuditEntry) =>
	deviceName ? `Ausstehendes Gerät ${isolate(deviceName)}` : 'Ausstehendes Gerät';
const relay = ({ relayName, relay }: AuditEntry) =>
	relayName ? isolate(relayName) : relay === null ? 'Ein Relais' : `Relais ${relay}`;
/** which schedules of a device or of the house */
const schedulesIn = (entry: AuditEntry) => {
	const schedule = number(entry, 'schedule');
	if (schedule > 0) return `Zeitplan ${schedule} von ${relay(entry)}`;
	return entry.device === null && entry.deviceName === null ? 'Alle Zeitpläne des Hauses' : 'Alle Zeitpläne';
};
const until = (entry: AuditEntry) =>
	number(entry, 'until') >= PAUSE_FOREVER_AT ? '' : ` bis ${dayAndTime(number(entry, 'until'))}`;
/** ": reason", if a reason is known */
const because = (entry: AuditEntry, ...keys: string[]) => {
	const why = keys.map((key) => text(entry, key)).find(Boolean);
	return why ? `: ${why}` : '';
};
/** ", Adresse 192.168.1.20", if it is known */
const fromAddress = (entry: AuditEntry) => (text(entry, 'address') ? `, Adresse ${text(entry, 'address')}` : '');
const input = (entry: AuditEntry, unnamed: string) => text(entry, 'input') || unnamed;
const scene = (entry: AuditEntry) => `Szene ${text(entry, 'scene')}`.trim();
const pack = (entry: AuditEntry) => `Firmware-Paket ${text(entry, 'version')}`.trim();
const wifi = (entry: AuditEntry) => `WLAN ${text(entry, 'ssid')}`.trim();
const firmware = (entry: AuditEntry) =>
	text(entry, 'version') ? `Firmware ${text(entry, 'version')}` : 'neue Firmware';
/** changes that were too frequent to be logged one by one */
const untold = (entry: AuditEntry) => {
	const count = number(entry, 'untold');
	if (count === 0) return '';
	return count === 1 ? '; davor 1 weiterer Wechsel' : `; davor ${count} weitere Wechsel`;
};
const at = (entry: AuditEntry) => (macAndAddress(entry) ? ` (${macAndAddress(entry)})` : '');
const change = (entry: AuditEntry) =>
	text(entry, 'before') && text(entry, 'after') ? `: aus ${text(entry, 'before')} wurde ${text(entry, 'after')}` : '';

const causes: Record<Exclude<Cause, 'command'>, (on: boolean) => string> = {
	schedule: () => 'Zeitplan',
	countdown: (on) => (on ? 'Timer' : 'Timer abgelaufen'),
	'auto-off': () => 'maximale Einschaltdauer erreicht',
	pulse: (on) => (on ? 'Impuls' : 'Impuls beendet'),
	interlock: () => 'Verriegelung',
	input: () => 'Wandschalter',
	boot: () => 'Start des Boards',
};

function switched(entry: AuditEntry, on: boolean): string {
	const { cause, person, details } = entry;
	const state = on ? 'an' : 'aus';
	const forMs = on && number(entry, 'forMs') > 0 ? ` für ${exactDuration(number(entry, 'forMs'))}` : '';
	if (cause && cause !== 'command') {
		const kept = details.stays === true ? 'bleibt an, Timer abgebrochen' : `${state}${forMs}`;
		return `${relay(entry)} ${kept} · ${causes[cause](on)}`;
	}
	const within = text(entry, 'scene') ? ` mit ${text(entry, 'scene')}` : '';
	if (details.stays === true) return `${relay(entry)} angelassen${by(entry)}${within}, Timer abgebrochen`;
	return person || within
		? `${relay(entry)} ${on ? 'ein' : 'aus'}geschaltet${forMs}${by(entry)}${within}`
		: `${relay(entry)} ${state}${forMs}`;
}

const failures: Record<string, string> = {
	'no-answer': 'das Board hat nicht geantwortet',
	'link-lost': 'die Verbindung ging verloren',
	refused: 'das Board hat es abgelehnt',
	'board-not-connected': 'das Board war nicht verbunden',
};

function failed(entry: AuditEntry): string {
	const on = entry.details.on;
	const wanted = typeof on === 'boolean' ? (on ? 'eingeschaltet' : 'ausgeschaltet') : 'geschaltet';
	const why = text(entry, 'outcome') || text(entry, 'reason');
	return `${relay(entry)} nicht ${wanted}${by(entry)}${why ? `: ${failures[why] ?? why}` : ''}`;
}

const conflicts: Record<string, string> = {
	expired: 'der Registrierungsschlüssel ist abgelaufen',
	'used-by-another-board': 'ein anderes Board hat diesen Schlüssel schon benutzt',
	'known-board': 'dieses Board wurde schon einmal übernommen',
	'owner-gone': 'wer es eingerichtet hat, hat kein Konto mehr',
	'owner-may-not': 'wer es eingerichtet hat, darf keine Geräte mehr hinzufügen',
};

const boots: Record<string, string> = {
	power_on: 'Strom eingeschaltet',
	reset_button: 'seine Reset-Taste',
	brown_out: 'seine Stromversorgung war zu schwach',
	watchdog: 'es hing',
	crash: 'es ist abgestürzt',
	reboot: 'auf Anforderung',
};

const clones: Record<string, string> = {
	'other-mac': 'Ein anderes Board kam mit dem Token dieses Geräts und wurde abgelehnt',
	'second-link': 'Ein zweites Board kam mit dem Token dieses Geräts, während es verbunden war',
};

export const auditSentences: Words['auditSentences'] = {
	'relay-on': (entry) => switched(entry, true),
	'relay-off': (entry) => switched(entry, false),
	'command-failed': failed,
	opened: (entry) => `${input(entry, 'Ein Kontakt')}: geöffnet${untold(entry)}`,
	closed: (entry) => `${input(entry, 'Ein Kontakt')}: geschlossen${untold(entry)}`,
	motion: (entry) => `${input(entry, 'Ein Bewegungsmelder')}: Bewegung${untold(entry)}`,
	'motion-ended': (entry) => `${input(entry, 'Ein Bewegungsmelder')}: keine Bewegung mehr${untold(entry)}`,
	online: (entry) => {
		const gone = number(entry, 'forMs');
		return `${gone > 0 ? `Wieder ONLINE nach ${duration(gone)}` : 'ONLINE'}${untold(entry)}`;
	},
	away: (entry) => `WEG: Verbindung verloren${untold(entry)}`,
	offline: (entry) => `OFFLINE${untold(entry)}`,
	booted: (entry) => {
		const reason = text(entry, 'reason');
		return `Das Board ist neu gestartet${boots[reason] ? `: ${boots[reason]}` : ''}${untold(entry)}`;
	},
	'pending-made': (entry) =>
		text(entry, 'firmwareFor')
			? `Firmware für Secure v2 erstellt${by(entry)}`
			: `${pending(entry)} angelegt${by(entry)}`,
	'pending-renewed': (entry) => `${pending(entry)}: neuer Schlüssel erstellt${by(entry)}`,
	'pending-deleted': (entry) => `${pending(entry)} gelöscht${by(entry)}`,
	'pending-expired': (entry) => `${pending(entry)} abgelaufen`,
	conflict: (entry) => {
		const reason = text(entry, 'reason');
		const as = entry.deviceName ? ` als ${isolate(entry.deviceName)}` : '';
		return `Ein Board${at(entry)} wartet auf die Übernahme${as}${reason ? `: ${conflicts[reason] ?? reason}` : ''}`;
	},
	rejected: (entry) => `Ein Board${at(entry)} abgelehnt${by(entry)}`,
	claimed: (entry) => {
		if (text(entry, 'how') === 'regenerated') return 'Zurück mit neuer Firmware und neuem Token';
		return entry.person ? `Übernommen${by(entry)}` : 'Von selbst übernommen';
	},
	replaced: (entry) => {
		const before = text(entry, 'macBefore');
		return `Durch ein anderes Board${at(entry)} ersetzt${by(entry)}${before ? `, vorher ${macText(before)}` : ''}`;
	},
	rotating: (entry) => `Ein neues Token ist zum Board unterwegs${by(entry) && `, angefordert${by(entry)}`}`,
	rotated: () => 'Das Board hat sein neues Token; das alte gilt nicht mehr',
	regenerated: (entry) => `Token erneuert${by(entry)}: neue Firmware erstellt, das alte Token gilt nicht mehr`,
	revoked: (entry) => `Token widerrufen${by(entry)}`,
	upgraded: (entry) => `Auf Secure v2 umgestellt${by(entry)}`,
	'config-changed': (entry) =>
		changes(entry) ? `${changes(entry)}${by(entry) && `, geändert${by(entry)}`}` : `Einstellungen geändert${by(entry)}`,
	'config-applied': () => 'Einstellungen auf dem Board übernommen, ohne neues Flashen',
	'schedules-paused': (entry) => `${schedulesIn(entry)} pausiert${until(entry)}${by(entry)}`,
	'schedules-resumed': (entry) => `${schedulesIn(entry)} wieder eingeschaltet${by(entry)}`,
	'vacation-set': (entry) => `Urlaub ab ${dayAndTime(number(entry, 'from'))}${until(entry)} eingetragen${by(entry)}`,
	'vacation-ended': (entry) => `Urlaub beendet${by(entry)}`,
	'config-refused': (entry) => `Das Board hat seine Einstellungen abgelehnt${because(entry, 'error', 'reason')}`,
	'wifi-changed': (entry) => {
		const [before, ssid] = [text(entry, 'before'), text(entry, 'ssid')];
		if (!ssid) return `Zweites WLAN ${before && `${before} `}entfernt${by(entry)}`;
		return before
			? `Zweites WLAN von ${before} in ${ssid} geändert${by(entry)}`
			: `Zweites WLAN ${ssid} festgelegt${by(entry)}`;
	},
	added: (entry) => `${device(entry)} hinzugefügt${by(entry)}`,
	'update-started': (entry) => {
		const before = text(entry, 'before');
		return `Update ${before ? `von ${before} ` : ''}auf ${firmware(entry)} gestartet${by(entry)}`;
	},
	updated: (entry) => `Hat jetzt ${firmware(entry)}`,
	'update-failed': (entry) => `Update auf ${firmware(entry)} fehlgeschlagen${because(entry, 'reason')}`,
	renamed: (entry) => `Umbenannt${by(entry)}${change(entry)}`,
	moved: (entry) => {
		const [before, after] = [text(entry, 'before'), text(entry, 'after') || text(entry, 'room')];
		if (!after) return `Aus ${before ? `dem Raum ${before}` : 'seinem Raum'} genommen${by(entry)}`;
		return `${before ? `Aus dem Raum ${before} in` : 'In'} den Raum ${after} verschoben${by(entry)}`;
	},
	deleted: (entry) => `${device(entry)} gelöscht${by(entry)}`,
	'scene-made': (entry) => `${scene(entry)} erstellt${by(entry)}`,
	'scene-changed': (entry) => `${scene(entry)} geändert${by(entry)}${changes(entry) ? `: ${changes(entry)}` : ''}`,
	'scene-deleted': (entry) => `${scene(entry)} gelöscht${by(entry)}`,
	'scene-run': (entry) => {
		const failed = number(entry, 'failed');
		return `${scene(entry)} ausgeführt${by(entry)}${failed > 0 ? `, ${failed} von ${failed + number(entry, 'done')} nicht geschaltet` : ''}`;
	},
	'clone-tried': (entry) =>
		`${clones[text(entry, 'how')] ?? 'Jemand hat eine Kopie vom Token dieses Geräts benutzt und wurde abgelehnt'}${at(entry)}`,
	'board-flooded': (entry) =>
		entry.details['closed'] === true
			? 'Das Board hat immer weiter viel zu viel gesendet. Seine Verbindung wurde geschlossen'
			: 'Das Board sendet zu viel; der Rest wird nicht beachtet',
	'signed-in': (entry) => `${who(entry)} hat sich angemeldet${fromAddress(entry)}`,
	'signed-out': (entry) => `${who(entry)} hat sich abgemeldet`,
	'second-factor-failed': (entry) => {
		const name = text(entry, 'name');
		const more = number(entry, 'untold');
		return `Jemand kannte das Passwort${name && ` von ${name}`}, aber keinen richtigen Code${fromAddress(entry)}${more > 0 ? `; davor ${more}-mal` : ''}`;
	},
	'locked-out': (entry) => lockOutWords.audit.began(entry.details, number(entry, 'untold')),
	'lock-out-lifted': (entry) => lockOutWords.audit.lifted(entry.details, who(entry)),
	...peopleSentences,
	'hub-started': (entry) => `Der Hub ist gestartet${text(entry, 'version') && `, Version ${text(entry, 'version')}`}`,
	'hub-stopped': () => 'Der Hub wurde angehalten',
	'backup-made': (entry) => {
		if (!entry.person) return 'Das nächtliche Backup wurde erstellt';
		return `${who(entry)} hat ein Backup ${entry.details['made'] === 'nightly' ? 'erstellt' : 'heruntergeladen'}`;
	},
	'backup-failed': (entry) =>
		entry.person
			? `Ein Backup ist fehlgeschlagen, angefordert${by(entry)}${because(entry, 'reason')}`
			: `Das nächtliche Backup ist fehlgeschlagen${because(entry, 'reason')}`,
	'backup-changed': (entry) => {
		const passphrase = entry.details['newPassphrase'] === true ? ', mit anderer Passphrase' : '';
		if (entry.details['on'] === false) return `Nächtliche Backups ausgeschaltet${by(entry)}${passphrase}`;
		return `Nächtliche Backups eingestellt${by(entry)}${passphrase}`;
	},
	restored: (entry) => `Der Hub wurde aus einem Backup vom ${dateOf(number(entry, 'madeAt'))} wiederhergestellt`,
	'https-changed': (entry) =>
		`HTTPS ${entry.details['on'] === true ? 'eingeschaltet' : 'ausgeschaltet'}${by(entry)}; alle Sitzungen beendet`,
	'network-kept': (entry) => `${wifi(entry)} für das nächste Board gespeichert${by(entry)}`,
	'network-changed': (entry) => `${wifi(entry)} mit einem anderen Passwort gespeichert${by(entry)}`,
	'network-removed': (entry) => `${wifi(entry)} aus den gespeicherten Netzwerken entfernt${by(entry)}`,
	'firmware-installed': (entry) => {
		const boards = counted(number(entry, 'boards'), { one: 'Board', other: 'Boards' });
		return `${pack(entry)} installiert${by(entry)}: ${boards}`;
	},
	'firmware-removed': (entry) =>
		entry.person ? `${pack(entry)} entfernt${by(entry)}` : `${pack(entry)} entfernt: kein Board braucht es mehr`,
	'settings-changed': (entry) =>
		`Einstellungen des Hubs geändert${by(entry)}${changes(entry) && ` (${changes(entry)})`}`,
};
