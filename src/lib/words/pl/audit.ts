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

/**
 * The sentence for every audit entry. The name of the device is shown beside it, so sentences rarely contain it. Whoever
 * did it stands at the end after a dot, because Polish would inflect a name within the sentence.
 */

const by = (entry: AuditEntry) => {
	if (!entry.person) return '';
	const token = text(entry, 'byToken');
	return ` · ${isolate(entry.person)}${token && ` (token API ${token})`}`;
};
const who = ({ person }: AuditEntry) => (person ? isolate(person) : 'ktoś');
const device = ({ deviceName }: AuditEntry) => (deviceName ? `urządzenie ${isolate(deviceName)}` : 'urządzenie');
const pending = (entry: AuditEntry) => `oczekujące ${device(entry)}`;
const relay = ({ relayName, relay }: AuditEntry) =>
	relayName ? isolate(relayName) : relay === null ? 'Przekaźnik' : `Przekaźnik ${relay}`;
/** which schedules of a device or of the house */
const schedulesIn = (entry: AuditEntry) => {
	const schedule = number(entry, 'schedule');
	if (schedule > 0) return `Harmonogram ${schedule}, ${relay(entry)}`;
	return entry.device === null && entry.deviceName === null ? 'Wszystkie harmonogramy domu' : 'Wszystkie harmonogramy';
};
const until = (entry: AuditEntry) =>
	number(entry, 'until') >= PAUSE_FOREVER_AT ? '' : ` do ${dayAndTime(number(entry, 'until'))}`;
/** ": reason", if a reason is known */
const because = (entry: AuditEntry, ...keys: string[]) => {
	const why = keys.map((key) => text(entry, key)).find(Boolean);
	return why ? `: ${why}` : '';
};
/** ", adres 192.168.1.20", if it is known */
const fromAddress = (entry: AuditEntry) => (text(entry, 'address') ? `, adres ${text(entry, 'address')}` : '');
const input = (entry: AuditEntry, unnamed: string) => text(entry, 'input') || unnamed;
const scene = (entry: AuditEntry) => `scenę ${text(entry, 'scene')}`.trim();
const pack = (entry: AuditEntry) => `pakiet firmware’u ${text(entry, 'version')}`.trim();
const wifi = (entry: AuditEntry) => `sieć Wi-Fi ${text(entry, 'ssid')}`.trim();
/** after "do" */
const toFirmware = (entry: AuditEntry) =>
	text(entry, 'version') ? `wersji ${text(entry, 'version')}` : 'nowego firmware’u';
/** changes that were too frequent to be logged one by one */
const untold = (entry: AuditEntry) =>
	number(entry, 'untold') > 0 ? `; wcześniejsze zmiany: ${number(entry, 'untold')}` : '';
const at = (entry: AuditEntry) => (macAndAddress(entry) ? ` (${macAndAddress(entry)})` : '');
const change = (entry: AuditEntry) =>
	text(entry, 'before') && text(entry, 'after') ? `: ${text(entry, 'before')} → ${text(entry, 'after')}` : '';

const causes: Record<Exclude<Cause, 'command'>, (on: boolean) => string> = {
	schedule: () => 'harmonogram',
	countdown: (on) => (on ? 'odliczanie' : 'koniec odliczania'),
	'auto-off': () => 'osiągnięto najdłuższy czas włączenia',
	pulse: (on) => (on ? 'impuls' : 'koniec impulsu'),
	interlock: () => 'blokada wzajemna',
	input: () => 'przełącznik ścienny',
	boot: () => 'włączenie zasilania',
};

function switched(entry: AuditEntry, on: boolean): string {
	const { cause, details } = entry;
	const forMs = on && number(entry, 'forMs') > 0 ? ` na ${exactDuration(number(entry, 'forMs'))}` : '';
	const done = details.stays === true ? 'nadal wł., odliczanie anulowane' : `${on ? 'wł.' : 'wył.'}${forMs}`;
	if (cause && cause !== 'command') return `${relay(entry)} ${done} · ${causes[cause](on)}`;
	const within = text(entry, 'scene') ? ` · scena ${text(entry, 'scene')}` : '';
	return `${relay(entry)} ${done}${within}${by(entry)}`;
}

const failures: Record<string, string> = {
	'no-answer': 'płytka nie odpowiedziała',
	'link-lost': 'łącze zostało zerwane',
	refused: 'płytka odmówiła',
	'board-not-connected': 'płytka nie była połączona',
};

function failed(entry: AuditEntry): string {
	const on = entry.details.on;
	const wanted = typeof on === 'boolean' ? (on ? 'nie włączono' : 'nie wyłączono') : 'nie przełączono';
	const why = text(entry, 'outcome') || text(entry, 'reason');
	return `${relay(entry)}: ${wanted}${why ? `, ${failures[why] ?? why}` : ''}${by(entry)}`;
}

const conflicts: Record<string, string> = {
	expired: 'klucz rejestracyjny stracił ważność',
	'used-by-another-board': 'tego klucza użyła już inna płytka',
	'known-board': 'ta płytka była już kiedyś przyjęta',
	'owner-gone': 'osoba, która ją skonfigurowała, nie ma już konta',
	'owner-may-not': 'osoba, która ją skonfigurowała, nie może już dodawać urządzeń',
};

const boots: Record<string, string> = {
	power_on: 'włączenie zasilania',
	reset_button: 'przycisk reset',
	brown_out: 'za słabe zasilanie',
	watchdog: 'płytka się zawiesiła',
	crash: 'awaria',
	reboot: 'na polecenie',
};

const clones: Record<string, string> = {
	'other-mac': 'Inna płytka użyła tokena tego urządzenia i dostała odmowę',
	'second-link': 'Druga płytka użyła tokena tego urządzenia, gdy było połączone',
};

export const auditSentences: Words['auditSentences'] = {
	'relay-on': (entry) => switched(entry, true),
	'relay-off': (entry) => switched(entry, false),
	'command-failed': failed,
	opened: (entry) => `${input(entry, 'Kontakt')}: otwarte${untold(entry)}`,
	closed: (entry) => `${input(entry, 'Kontakt')}: zamknięte${untold(entry)}`,
	motion: (entry) => `${input(entry, 'Czujnik ruchu')}: ruch${untold(entry)}`,
	'motion-ended': (entry) => `${input(entry, 'Czujnik ruchu')}: brak dalszego ruchu${untold(entry)}`,
	online: (entry) => {
		const gone = number(entry, 'forMs');
		return `${gone > 0 ? `Znów ONLINE po ${duration(gone)}` : 'ONLINE'}${untold(entry)}`;
	},
	away: (entry) => `BEZ ŁĄCZA: łącze zostało zerwane${untold(entry)}`,
	offline: (entry) => `OFFLINE${untold(entry)}`,
	booted: (entry) => {
		const reason = text(entry, 'reason');
		return `Płytka uruchomiła się ponownie${boots[reason] ? `: ${boots[reason]}` : ''}${untold(entry)}`;
	},
	'pending-made': (entry) =>
		text(entry, 'firmwareFor')
			? `Utworzono firmware dla Secure v2${by(entry)}`
			: `Utworzono ${pending(entry)}${by(entry)}`,
	'pending-renewed': (entry) => `Nowy klucz: ${pending(entry)}${by(entry)}`,
	'pending-deleted': (entry) => `Usunięto ${pending(entry)}${by(entry)}`,
	'pending-expired': (entry) => `Wygasło ${pending(entry)}`,
	conflict: (entry) => {
		const reason = text(entry, 'reason');
		const as = entry.deviceName ? ` jako ${isolate(entry.deviceName)}` : '';
		return `Płytka${at(entry)} czeka na przyjęcie${as}${reason ? `: ${conflicts[reason] ?? reason}` : ''}`;
	},
	rejected: (entry) => `Odrzucono płytkę${at(entry)}${by(entry)}`,
	claimed: (entry) => {
		if (text(entry, 'how') === 'regenerated') return 'Powrót z nowym firmware’em i tokenem';
		return entry.person ? `Przyjęto${by(entry)}` : 'Przyjęto automatycznie';
	},
	replaced: (entry) => {
		const before = text(entry, 'macBefore');
		return `Zastąpiono inną płytką${at(entry)}${before ? `, wcześniej ${macText(before)}` : ''}${by(entry)}`;
	},
	rotating: (entry) => `Nowy token jest w drodze do płytki${by(entry)}`,
	rotated: () => 'Płytka ma nowy token; stary już nie działa',
	regenerated: (entry) => `Odnowiono token: utworzono nowy firmware, stary token już nie działa${by(entry)}`,
	revoked: (entry) => `Unieważniono token${by(entry)}`,
	upgraded: (entry) => `Przejście na Secure v2${by(entry)}`,
	'config-changed': (entry) => `${changes(entry) || 'Zmieniono ustawienia'}${by(entry)}`,
	'config-applied': () => 'Ustawienia zastosowane na płytce, bez wgrywania',
	'schedules-paused': (entry) => `${schedulesIn(entry)}: wstrzymano${until(entry)}${by(entry)}`,
	'schedules-resumed': (entry) => `${schedulesIn(entry)}: wznowiono${by(entry)}`,
	'vacation-set': (entry) => `Ustawiono urlop od ${dayAndTime(number(entry, 'from'))}${until(entry)}${by(entry)}`,
	'vacation-ended': (entry) => `Zakończono urlop${by(entry)}`,
	'config-refused': (entry) => `Płytka odrzuciła ustawienia${because(entry, 'error', 'reason')}`,
	'wifi-changed': (entry) => {
		const [before, ssid] = [text(entry, 'before'), text(entry, 'ssid')];
		if (!ssid) return `Usunięto drugą sieć Wi-Fi${before && ` ${before}`}${by(entry)}`;
		return `${before ? `Zmieniono drugą sieć Wi-Fi: ${before} → ${ssid}` : `Ustawiono drugą sieć Wi-Fi ${ssid}`}${by(entry)}`;
	},
	added: (entry) => `Dodano ${device(entry)}${by(entry)}`,
	'update-started': (entry) => {
		const before = text(entry, 'before');
		return `Rozpoczęto aktualizację ${before ? `z wersji ${before} ` : ''}do ${toFirmware(entry)}${by(entry)}`;
	},
	updated: (entry) => `Zaktualizowano do ${toFirmware(entry)}`,
	'update-failed': (entry) => `Aktualizacja do ${toFirmware(entry)} nie udała się${because(entry, 'reason')}`,
	renamed: (entry) => `Zmieniono nazwę${change(entry)}${by(entry)}`,
	moved: (entry) => {
		const [before, after] = [text(entry, 'before'), text(entry, 'after') || text(entry, 'room')];
		if (!after) return `Usunięto z pokoju${before && ` ${before}`}${by(entry)}`;
		return `Przeniesiono ${before && `z pokoju ${before} `}do pokoju ${after}${by(entry)}`;
	},
	deleted: (entry) => `Usunięto ${device(entry)}${by(entry)}`,
	'scene-made': (entry) => `Utworzono ${scene(entry)}${by(entry)}`,
	'scene-changed': (entry) => `Zmieniono ${scene(entry)}${changes(entry) ? `: ${changes(entry)}` : ''}${by(entry)}`,
	'scene-deleted': (entry) => `Usunięto ${scene(entry)}${by(entry)}`,
	'scene-run': (entry) => {
		const failed = number(entry, 'failed');
		const part = failed > 0 ? `, nie wykonano ${failed} z ${failed + number(entry, 'done')}` : '';
		return `Uruchomiono ${scene(entry)}${part}${by(entry)}`;
	},
	'clone-tried': (entry) =>
		`${clones[text(entry, 'how')] ?? 'Ktoś użył kopii tokena tego urządzenia i dostał odmowę'}${at(entry)}`,
	'board-flooded': (entry) =>
		entry.details['closed'] === true
			? 'Płytka ciągle wysyłała o wiele za dużo, więc jej łącze zostało zamknięte'
			: 'Płytka wysyła za dużo; nadmiar jest pomijany',
	'signed-in': (entry) => `Logowanie: ${who(entry)}${fromAddress(entry)}`,
	'signed-out': (entry) => `Wylogowanie: ${who(entry)}`,
	'second-factor-failed': (entry) => {
		const name = text(entry, 'name');
		const more = number(entry, 'untold');
		return `Ktoś znał hasło${name && ` użytkownika ${name}`}, ale nie podał poprawnego kodu${fromAddress(entry)}${more > 0 ? `; wcześniejsze próby: ${more}` : ''}`;
	},
	'locked-out': (entry) => lockOutWords.audit.began(entry.details, number(entry, 'untold')),
	'lock-out-lifted': (entry) => lockOutWords.audit.lifted(entry.details, who(entry)),
	...peopleSentences,
	'hub-started': (entry) => `Hub się uruchomił${text(entry, 'version') && `, wersja ${text(entry, 'version')}`}`,
	'hub-stopped': () => 'Hub się zatrzymał',
	'backup-made': (entry) => {
		if (!entry.person) return 'Utworzono nocną kopię zapasową';
		return `${entry.details['made'] === 'nightly' ? 'Utworzono' : 'Pobrano'} kopię zapasową${by(entry)}`;
	},
	'backup-failed': (entry) =>
		`${entry.person ? 'Kopia zapasowa na żądanie' : 'Nocna kopia zapasowa'} nie udała się${because(entry, 'reason')}${by(entry)}`,
	'backup-changed': (entry) => {
		const passphrase = entry.details['newPassphrase'] === true ? ', z innym hasłem' : '';
		const what = entry.details['on'] === false ? 'Wyłączono' : 'Ustawiono';
		return `${what} nocne kopie zapasowe${passphrase}${by(entry)}`;
	},
	restored: (entry) => `Przywrócono hub z kopii zapasowej z ${dateOf(number(entry, 'madeAt'))}`,
	'https-changed': (entry) =>
		`${entry.details['on'] === true ? 'Włączono' : 'Wyłączono'} HTTPS; wszystkie sesje zakończone${by(entry)}`,
	'network-kept': (entry) => `Zapamiętano ${wifi(entry)} dla następnej płytki${by(entry)}`,
	'network-changed': (entry) => `Zapamiętano ${wifi(entry)} z innym hasłem${by(entry)}`,
	'network-removed': (entry) => `Hub nie pamięta już: ${wifi(entry)}${by(entry)}`,
	'firmware-installed': (entry) => {
		const boards = counted(number(entry, 'boards'), { one: 'płytka', few: 'płytki', many: 'płytek', other: 'płytki' });
		return `Zainstalowano ${pack(entry)}: ${boards}${by(entry)}`;
	},
	'firmware-removed': (entry) =>
		entry.person
			? `Usunięto ${pack(entry)}${by(entry)}`
			: `Usunięto ${pack(entry)}: żadna płytka go już nie potrzebuje`,
	'settings-changed': (entry) => `Zmieniono ustawienia huba${changes(entry) && ` (${changes(entry)})`}${by(entry)}`,
};
