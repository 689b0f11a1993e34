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
	return ` door ${isolate(entry.person)}${token && ` (API-token ${token})`}`;
};
const who = ({ person }: AuditEntry) => (person ? isolate(person) : 'Iemand');
const device = ({ deviceName }: AuditEntry, otherwise = 'een apparaat') =>
	deviceName ? isolate(deviceName) : otherwise;
const pending = (entry: AuditEntry) => `Wachtend apparaat ${device(entry, '')}`.trim();
const relay = ({ relayName, relay }: AuditEntry) =>
	relayName ? isolate(relayName) : relay === null ? 'Een relais' : `Relais ${relay}`;
/** ": reason", if a reason is known */
const because = (entry: AuditEntry, ...keys: string[]) => {
	const why = keys.map((key) => text(entry, key)).find(Boolean);
	return why ? `: ${why}` : '';
};
const input = (entry: AuditEntry, unnamed: string) => text(entry, 'input') || unnamed;
const scene = (entry: AuditEntry) => `Scène ${text(entry, 'scene')}`.trim();
const pack = (entry: AuditEntry) => `Firmwarepakket ${text(entry, 'version')}`.trim();
const wifi = (entry: AuditEntry) => `Wifi ${text(entry, 'ssid')}`.trim();
const firmware = (entry: AuditEntry) =>
	text(entry, 'version') ? `firmware ${text(entry, 'version')}` : 'nieuwe firmware';
/** changes that were too frequent to be logged one by one */
const untold = (entry: AuditEntry) =>
	number(entry, 'untold') > 0 ? `; daarvoor nog ${number(entry, 'untold')} wijzigingen` : '';
const at = (entry: AuditEntry) => (macAndAddress(entry) ? ` (${macAndAddress(entry)})` : '');
const change = (entry: AuditEntry) =>
	text(entry, 'before') && text(entry, 'after') ? ` van ${text(entry, 'before')} in ${text(entry, 'after')}` : '';

/** "Schema 2 van Pomp", "Alle schema’s" of a device or of the house */
const schedulesIn = (entry: AuditEntry) => {
	const schedule = number(entry, 'schedule');
	if (schedule > 0) return `Schema ${schedule} van ${relay(entry)}`;
	return entry.device === null && entry.deviceName === null ? 'Alle schema’s van het huis' : 'Alle schema’s';
};
/** " tot 29 nov 18:00"; '' if it has no end */
const until = (entry: AuditEntry) => {
	const end = number(entry, 'until');
	return end >= PAUSE_FOREVER_AT ? '' : ` tot ${dayAndTime(end)}`;
};

const causes: Record<Exclude<Cause, 'command'>, (on: boolean) => string> = {
	schedule: () => 'schema',
	countdown: (on) => (on ? 'timer' : 'timer afgelopen'),
	'auto-off': () => 'maximale tijd aan bereikt',
	pulse: (on) => (on ? 'puls' : 'puls afgelopen'),
	interlock: () => 'vergrendeling',
	input: () => 'wandschakelaar',
	boot: () => 'stroom terug',
};

function switched(entry: AuditEntry, on: boolean): string {
	const { cause, person, details } = entry;
	const state = on ? 'aan' : 'uit';
	const time = on && number(entry, 'forMs') > 0 ? exactDuration(number(entry, 'forMs')) : '';
	const forTime = time && ` ${time}`;
	if (cause && cause !== 'command') {
		const kept = details.stays === true ? ' blijft aan, timer geannuleerd' : `${forTime} ${state}`;
		return `${relay(entry)}${kept} · ${causes[cause](on)}`;
	}
	const within = text(entry, 'scene') ? ` via ${text(entry, 'scene')}` : '';
	if (details.stays === true) return `${relay(entry)} aan gelaten${by(entry)}${within}, timer geannuleerd`;
	return person || within
		? `${relay(entry)}${time && ` voor ${time}`} ${state}gezet${by(entry)}${within}`
		: `${relay(entry)}${forTime} ${state}`;
}

const failures: Record<string, string> = {
	'no-answer': 'het board antwoordde niet',
	'link-lost': 'de verbinding is verbroken',
	refused: 'het board weigerde het',
	'board-not-connected': 'het board was niet verbonden',
};

function failed(entry: AuditEntry): string {
	const on = entry.details.on;
	const wanted = typeof on === 'boolean' ? (on ? 'aangezet' : 'uitgezet') : 'geschakeld';
	const why = text(entry, 'outcome') || text(entry, 'reason');
	return `${relay(entry)} niet ${wanted}${by(entry)}${why ? `: ${failures[why] ?? why}` : ''}`;
}

const conflicts: Record<string, string> = {
	expired: 'de registratiesleutel is verlopen',
	'used-by-another-board': 'een ander board heeft deze sleutel al gebruikt',
	'known-board': 'dit board was al eens gekoppeld',
	'owner-gone': 'wie het heeft ingesteld, heeft geen account meer',
	'owner-may-not': 'wie het heeft ingesteld, mag geen apparaten meer toevoegen',
};

const boots: Record<string, string> = {
	power_on: 'stroom terug',
	reset_button: 'de resetknop',
	brown_out: 'de voeding was te zwak',
	watchdog: 'het hing',
	crash: 'het crashte',
	reboot: 'het kreeg de opdracht',
};

const clones: Record<string, string> = {
	'other-mac': 'Een ander board kwam met het token van dit apparaat en is geweigerd',
	'second-link': 'Een tweede board kwam met het token van dit apparaat terwijl dit verbonden was',
};

export const auditSentences: Words['auditSentences'] = {
	'relay-on': (entry) => switched(entry, true),
	'relay-off': (entry) => switched(entry, false),
	'command-failed': failed,
	opened: (entry) => `${input(entry, 'Een contact')}: geopend${untold(entry)}`,
	closed: (entry) => `${input(entry, 'Een contact')}: gesloten${untold(entry)}`,
	motion: (entry) => `${input(entry, 'Een bewegingsmelder')}: beweging${untold(entry)}`,
	'motion-ended': (entry) => `${input(entry, 'Een bewegingsmelder')}: geen beweging meer${untold(entry)}`,
	online: (entry) => {
		const gone = number(entry, 'forMs');
		return `${gone > 0 ? `Weer ONLINE, na ${duration(gone)}` : 'ONLINE'}${untold(entry)}`;
	},
	away: (entry) => `WEG: de verbinding is verbroken${untold(entry)}`,
	offline: (entry) => `OFFLINE${untold(entry)}`,
	booted: (entry) => {
		const reason = text(entry, 'reason');
		return `Het board is herstart${boots[reason] ? `: ${boots[reason]}` : ''}${untold(entry)}`;
	},
	'pending-made': (entry) =>
		text(entry, 'firmwareFor')
			? `Firmware voor Secure v2 gemaakt${by(entry)}`
			: `${pending(entry)} gemaakt${by(entry)}`,
	'pending-renewed': (entry) => `${pending(entry)}: nieuwe sleutel gemaakt${by(entry)}`,
	'pending-deleted': (entry) => `${pending(entry)} verwijderd${by(entry)}`,
	'pending-expired': (entry) => `${pending(entry)} verlopen`,
	conflict: (entry) => {
		const reason = text(entry, 'reason');
		return `Een board${at(entry)} wacht op koppeling als ${device(entry)}${reason ? `: ${conflicts[reason] ?? reason}` : ''}`;
	},
	rejected: (entry) => `Een board${at(entry)} geweigerd${by(entry)}`,
	claimed: (entry) => {
		if (text(entry, 'how') === 'regenerated') return 'Terug met nieuwe firmware en een nieuw token';
		return entry.person ? `Gekoppeld${by(entry)}` : 'Vanzelf gekoppeld';
	},
	replaced: (entry) => {
		const before = text(entry, 'macBefore');
		return `Ander board${at(entry)} geplaatst${by(entry)}${before ? `; eerder was het ${macText(before)}` : ''}`;
	},
	rotating: (entry) => `Een nieuw token is onderweg naar het board${by(entry) && `, gemaakt${by(entry)}`}`,
	rotated: () => 'Het board heeft een nieuw token; het oude werkt niet meer',
	regenerated: (entry) => `Token vernieuwd${by(entry)}: nieuwe firmware gemaakt, het oude token werkt niet meer`,
	revoked: (entry) => `Token ingetrokken${by(entry)}`,
	upgraded: (entry) => `Geüpgraded naar Secure v2${by(entry)}`,
	'config-changed': (entry) =>
		changes(entry)
			? `${changes(entry)}${by(entry) && `, gewijzigd${by(entry)}`}`
			: `Instellingen gewijzigd${by(entry)}`,
	'config-applied': () => 'Instellingen toegepast op het board, zonder opnieuw te flashen',
	'config-refused': (entry) => `Het board weigerde de instellingen${because(entry, 'error', 'reason')}`,
	'wifi-changed': (entry) => {
		const [before, ssid] = [text(entry, 'before'), text(entry, 'ssid')];
		if (!ssid) return `Tweede wifi-netwerk ${before && `${before} `}verwijderd${by(entry)}`;
		return `Tweede wifi-netwerk ${before ? `gewijzigd van ${before} in ${ssid}` : `${ssid} ingesteld`}${by(entry)}`;
	},
	'schedules-paused': (entry) => `${schedulesIn(entry)} gepauzeerd${until(entry)}${by(entry)}`,
	'schedules-resumed': (entry) => `${schedulesIn(entry)} weer aangezet${by(entry)}`,
	'vacation-set': (entry) => `Vakantie ingesteld vanaf ${dayAndTime(number(entry, 'from'))}${until(entry)}${by(entry)}`,
	'vacation-ended': (entry) => `Vakantie beëindigd${by(entry)}`,
	added: (entry) => `${device(entry, 'Een apparaat')} toegevoegd${by(entry)}`,
	'update-started': (entry) => {
		const before = text(entry, 'before');
		return `Update ${before ? `van ${before} ` : ''}naar ${firmware(entry)} gestart${by(entry)}`;
	},
	updated: (entry) => `Draait nu op ${firmware(entry)}`,
	'update-failed': (entry) => `Update naar ${firmware(entry)} mislukt${because(entry, 'reason')}`,
	renamed: (entry) => `Naam gewijzigd${change(entry)}${by(entry)}`,
	moved: (entry) => {
		const [before, after] = [text(entry, 'before'), text(entry, 'after') || text(entry, 'room')];
		if (!after) return `Uit ${before || 'de kamer'} gehaald${by(entry)}`;
		return `Verplaatst ${before && `van ${before} `}naar ${after}${by(entry)}`;
	},
	deleted: (entry) => `${device(entry, 'Een apparaat')} verwijderd${by(entry)}`,
	'scene-made': (entry) => `${scene(entry)} gemaakt${by(entry)}`,
	'scene-changed': (entry) => `${scene(entry)} gewijzigd${by(entry)}${changes(entry) ? `: ${changes(entry)}` : ''}`,
	'scene-deleted': (entry) => `${scene(entry)} verwijderd${by(entry)}`,
	'scene-run': (entry) => {
		const failed = number(entry, 'failed');
		return `${scene(entry)} uitgevoerd${by(entry)}${failed > 0 ? `, ${failed} van ${failed + number(entry, 'done')} niet gelukt` : ''}`;
	},
	'clone-tried': (entry) =>
		`${clones[text(entry, 'how')] ?? 'Een kopie van het token van dit apparaat is geprobeerd en geweigerd'}${at(entry)}`,
	'board-flooded': (entry) =>
		entry.details['closed'] === true
			? 'Het board bleef veel te veel sturen, daarom is de verbinding verbroken'
			: 'Het board stuurt te veel; wat te veel is, wordt genegeerd',
	'signed-in': (entry) => `${who(entry)} ingelogd${because(entry, 'address').replace(': ', ' vanaf ')}`,
	'signed-out': (entry) => `${who(entry)} uitgelogd`,
	'second-factor-failed': (entry) =>
		`Iemand kende het wachtwoord van ${text(entry, 'name') || 'een persoon'} maar gaf geen juiste code${because(entry, 'address').replace(': ', ', vanaf ')}${number(entry, 'untold') > 0 ? `; daarvoor nog ${number(entry, 'untold')} keer` : ''}`,
	'locked-out': (entry) => lockOutWords.audit.began(entry.details, number(entry, 'untold')),
	'lock-out-lifted': (entry) => lockOutWords.audit.lifted(entry.details, who(entry)),
	...peopleSentences,
	'hub-started': (entry) => `De hub is gestart${because(entry, 'version').replace(': ', ', versie ')}`,
	'hub-stopped': () => 'De hub is gestopt',
	'backup-made': (entry) => {
		if (!entry.person) return 'De nachtelijke back-up is gemaakt';
		return `${who(entry)} heeft een back-up ${entry.details['made'] === 'nightly' ? 'gemaakt' : 'gedownload'}`;
	},
	'backup-failed': (entry) =>
		entry.person
			? `Een back-up voor ${who(entry)} is mislukt${because(entry, 'reason')}`
			: `De nachtelijke back-up is mislukt${because(entry, 'reason')}`,
	'backup-changed': (entry) => {
		const passphrase = entry.details['newPassphrase'] === true ? ', met een andere wachtwoordzin' : '';
		if (entry.details['on'] === false) return `Nachtelijke back-ups uitgezet${by(entry)}${passphrase}`;
		return `Nachtelijke back-ups ingesteld${by(entry)}${passphrase}`;
	},
	restored: (entry) => `De hub is hersteld uit een back-up van ${dateOf(number(entry, 'madeAt'))}`,
	'https-changed': (entry) =>
		`HTTPS ${entry.details['on'] === true ? 'aangezet' : 'uitgezet'}${by(entry)}; alle sessies beëindigd`,
	'network-kept': (entry) => `${wifi(entry)} bewaard voor het volgende board${by(entry)}`,
	'network-changed': (entry) => `${wifi(entry)} bewaard met een ander wachtwoord${by(entry)}`,
	'network-removed': (entry) => `${wifi(entry)} uit de bewaarde netwerken verwijderd${by(entry)}`,
	'firmware-installed': (entry) => {
		const boards = counted(number(entry, 'boards'), { one: 'board', other: 'boards' });
		return `${pack(entry)} geïnstalleerd${by(entry)}: ${boards}`;
	},
	'firmware-removed': (entry) =>
		entry.person
			? `${pack(entry)} verwijderd${by(entry)}`
			: `${pack(entry)} verwijderd: geen board heeft het nog nodig`,
	'settings-changed': (entry) =>
		`Instellingen van de hub gewijzigd${by(entry)}${changes(entry) && ` (${changes(entry)})`}`,
};
