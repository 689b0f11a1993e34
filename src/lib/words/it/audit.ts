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
import { since, until } from './when.ts';

/** The sentence for every audit entry. The name of the device is shown beside it, so sentences rarely contain it. */

const by = (entry: AuditEntry) => {
	if (!entry.person) return '';
	const token = text(entry, 'byToken');
	return ` da ${isolate(entry.person)}${token && ` (token API ${token})`}`;
};
const who = ({ person }: AuditEntry) => (person ? isolate(person) : 'Qualcuno');
const device = ({ deviceName }: AuditEntry) => (deviceName ? isolate(deviceName) : 'Dispositivo');
/** the name of a pending device, after these words */
const pending = ({ deviceName }: AuditEntry) =>
	deviceName ? `Dispositivo in attesa ${isolate(deviceName)}` : 'Dispositivo in attesa';
const relay = ({ relayName, relay }: AuditEntry) =>
	relayName ? isolate(relayName) : relay === null ? 'Un relè' : `Relè ${relay}`;
/** ": reason", if a reason is known */
const because = (entry: AuditEntry, ...keys: string[]) => {
	const why = keys.map((key) => text(entry, key)).find(Boolean);
	return why ? `: ${why}` : '';
};
const fromAddress = (entry: AuditEntry) => (text(entry, 'address') ? `, indirizzo ${text(entry, 'address')}` : '');
const input = (entry: AuditEntry, unnamed: string) => text(entry, 'input') || unnamed;
const scene = (entry: AuditEntry) => `Scena ${text(entry, 'scene')}`.trim();
const pack = (entry: AuditEntry) => `Pacchetto firmware ${text(entry, 'version')}`.trim();
const wifi = (entry: AuditEntry) => `Rete Wi-Fi ${text(entry, 'ssid')}`.trim();
const firmware = (entry: AuditEntry) =>
	text(entry, 'version') ? `firmware ${text(entry, 'version')}` : 'nuovo firmware';
/** changes that were too frequent to be logged one by one */
const untold = (entry: AuditEntry) => {
	const count = number(entry, 'untold');
	if (count === 0) return '';
	return count === 1 ? '; prima 1 altro cambiamento' : `; prima altri ${count} cambiamenti`;
};
const at = (entry: AuditEntry) => (macAndAddress(entry) ? ` (${macAndAddress(entry)})` : '');
const change = (entry: AuditEntry) =>
	text(entry, 'before') && text(entry, 'after') ? ` da ${text(entry, 'before')} a ${text(entry, 'after')}` : '';
/** until when a pause or a vacation lasts, if it ends by itself */
const end = (entry: AuditEntry) =>
	number(entry, 'until') >= PAUSE_FOREVER_AT ? '' : ` ${until(dayAndTime(number(entry, 'until')))}`;

/** which schedules of a device or of the house, and what was done with them */
const schedulesIn = (entry: AuditEntry, one: string, many: string) => {
	const schedule = number(entry, 'schedule');
	if (schedule > 0) return `Programma ${schedule} di ${relay(entry)} ${one}`;
	const all = entry.device === null && entry.deviceName === null ? 'Tutti i programmi della casa' : 'Tutti i programmi';
	return `${all} ${many}`;
};

const causes: Record<Exclude<Cause, 'command'>, (on: boolean) => string> = {
	schedule: () => 'programma',
	countdown: (on) => (on ? 'timer' : 'timer scaduto'),
	'auto-off': () => 'tempo massimo raggiunto',
	pulse: (on) => (on ? 'impulso' : 'impulso finito'),
	interlock: () => 'blocco reciproco',
	input: () => 'interruttore a muro',
	boot: () => 'accensione della scheda',
};

function switched(entry: AuditEntry, on: boolean): string {
	const { cause, details } = entry;
	const forMs = on && number(entry, 'forMs') > 0 ? ` per ${exactDuration(number(entry, 'forMs'))}` : '';
	const stays = details.stays === true;
	const state = stays ? 'resta acceso' : `${on ? 'acceso' : 'spento'}${forMs}`;
	if (cause && cause !== 'command')
		return `${relay(entry)}: ${state}${stays ? ', timer annullato' : ''} · ${causes[cause](on)}`;
	const within = text(entry, 'scene') ? ` con ${text(entry, 'scene')}` : '';
	if (stays) return `${relay(entry)}: ${state}, timer annullato${by(entry)}${within}`;
	return `${relay(entry)}: ${state}${by(entry)}${within}`;
}

const failures: Record<string, string> = {
	'no-answer': 'la scheda non ha risposto',
	'link-lost': 'la connessione è caduta',
	refused: 'la scheda ha rifiutato il comando',
	'board-not-connected': 'la scheda non era connessa',
};

function failed(entry: AuditEntry): string {
	const on = entry.details.on;
	const wanted = typeof on === 'boolean' ? (on ? 'acceso' : 'spento') : 'comandato';
	const why = text(entry, 'outcome') || text(entry, 'reason');
	return `${relay(entry)}: non ${wanted}${by(entry)}${why ? `: ${failures[why] ?? why}` : ''}`;
}

const conflicts: Record<string, string> = {
	expired: 'la sua chiave di registrazione è scaduta',
	'used-by-another-board': 'un’altra scheda ha già usato questa chiave',
	'known-board': 'questa scheda era già stata associata',
	'owner-gone': 'chi l’ha configurata non ha più un account',
	'owner-may-not': 'chi l’ha configurata non può più aggiungere dispositivi',
};

const boots: Record<string, string> = {
	power_on: 'accensione',
	reset_button: 'il suo pulsante di reset',
	brown_out: 'alimentazione troppo debole',
	watchdog: 'era bloccata',
	crash: 'errore del firmware',
	reboot: 'su richiesta',
};

const clones: Record<string, string> = {
	'other-mac': 'Un’altra scheda è arrivata con il token di questo dispositivo ed è stata rifiutata',
	'second-link': 'Una seconda scheda è arrivata con il token di questo dispositivo mentre era connesso',
};

export const auditSentences: Words['auditSentences'] = {
	'relay-on': (entry) => switched(entry, true),
	'relay-off': (entry) => switched(entry, false),
	'command-failed': failed,
	opened: (entry) => `${input(entry, 'Un contatto')}: aperto${untold(entry)}`,
	closed: (entry) => `${input(entry, 'Un contatto')}: chiuso${untold(entry)}`,
	motion: (entry) => `${input(entry, 'Un rilevatore di movimento')}: movimento${untold(entry)}`,
	'motion-ended': (entry) => `${input(entry, 'Un rilevatore di movimento')}: nessun movimento${untold(entry)}`,
	online: (entry) => {
		const gone = number(entry, 'forMs');
		return `${gone > 0 ? `Di nuovo ONLINE, dopo ${duration(gone)}` : 'ONLINE'}${untold(entry)}`;
	},
	away: (entry) => `ASSENTE: la connessione è caduta${untold(entry)}`,
	offline: (entry) => `OFFLINE${untold(entry)}`,
	booted: (entry) => {
		const reason = text(entry, 'reason');
		return `La scheda si è riavviata${boots[reason] ? `: ${boots[reason]}` : ''}${untold(entry)}`;
	},
	'pending-made': (entry) =>
		text(entry, 'firmwareFor') ? `Firmware per Secure v2 creato${by(entry)}` : `${pending(entry)} creato${by(entry)}`,
	'pending-renewed': (entry) => `${pending(entry)}: nuova chiave creata${by(entry)}`,
	'pending-deleted': (entry) => `${pending(entry)} eliminato${by(entry)}`,
	'pending-expired': (entry) => `${pending(entry)} scaduto`,
	conflict: (entry) => {
		const reason = text(entry, 'reason');
		return `Una scheda${at(entry)} attende di essere associata come ${device(entry)}${reason ? `: ${conflicts[reason] ?? reason}` : ''}`;
	},
	rejected: (entry) => `Una scheda${at(entry)} rifiutata${by(entry)}`,
	claimed: (entry) => {
		if (text(entry, 'how') === 'regenerated') return 'Tornato con il nuovo firmware e il nuovo token';
		return entry.person ? `Associato${by(entry)}` : 'Associato da sé';
	},
	replaced: (entry) => {
		const before = text(entry, 'macBefore');
		return `Sostituito${by(entry)} con un’altra scheda${at(entry)}${before ? `, prima era ${macText(before)}` : ''}`;
	},
	rotating: (entry) => `Nuovo token in arrivo alla scheda${by(entry) && `, richiesto${by(entry)}`}`,
	rotated: () => 'La scheda ha il suo nuovo token; quello vecchio non vale più',
	regenerated: (entry) => `Token rigenerato${by(entry)}: nuovo firmware creato, il vecchio token non vale più`,
	revoked: (entry) => `Token revocato${by(entry)}`,
	upgraded: (entry) => `Passato a Secure v2${by(entry)}`,
	'config-changed': (entry) =>
		changes(entry)
			? `${changes(entry)}${by(entry) && ` · modificato${by(entry)}`}`
			: `Impostazioni modificate${by(entry)}`,
	'config-applied': () => 'Impostazioni applicate sulla scheda, senza riscrivere il firmware',
	'config-refused': (entry) => `La scheda ha rifiutato le impostazioni${because(entry, 'error', 'reason')}`,
	'wifi-changed': (entry) => {
		const [before, ssid] = [text(entry, 'before'), text(entry, 'ssid')];
		if (!ssid) return `Seconda rete Wi-Fi ${before && `${before} `}rimossa${by(entry)}`;
		return `Seconda rete Wi-Fi ${before ? `cambiata da ${before} a ${ssid}` : `${ssid} impostata`}${by(entry)}`;
	},
	'schedules-paused': (entry) => `${schedulesIn(entry, 'messo in pausa', 'messi in pausa')}${end(entry)}${by(entry)}`,
	'schedules-resumed': (entry) => `${schedulesIn(entry, 'riattivato', 'riattivati')}${by(entry)}`,
	'vacation-set': (entry) => `Vacanza ${since(dayAndTime(number(entry, 'from')))}${end(entry)} impostata${by(entry)}`,
	'vacation-ended': (entry) => `Vacanza terminata${by(entry)}`,
	added: (entry) => `${device(entry)} aggiunto${by(entry)}`,
	'update-started': (entry) => {
		const before = text(entry, 'before');
		return `Aggiornamento ${before ? `da ${before} ` : ''}a ${firmware(entry)} avviato${by(entry)}`;
	},
	updated: (entry) => `Ora ha ${text(entry, 'version') ? 'il' : 'un'} ${firmware(entry)}`,
	'update-failed': (entry) => `Aggiornamento a ${firmware(entry)} non riuscito${because(entry, 'reason')}`,
	renamed: (entry) => `Rinominato${change(entry)}${by(entry)}`,
	moved: (entry) => {
		const [before, after] = [text(entry, 'before'), text(entry, 'after') || text(entry, 'room')];
		if (!after) return `${before ? `Tolto da ${before}` : 'Tolto dalla sua stanza'}${by(entry)}`;
		return `Spostato ${before && `da ${before} `}a ${after}${by(entry)}`;
	},
	deleted: (entry) => `${device(entry)} eliminato${by(entry)}`,
	'scene-made': (entry) => `${scene(entry)} creata${by(entry)}`,
	'scene-changed': (entry) => `${scene(entry)} modificata${by(entry)}${changes(entry) ? `: ${changes(entry)}` : ''}`,
	'scene-deleted': (entry) => `${scene(entry)} eliminata${by(entry)}`,
	'scene-run': (entry) => {
		const failed = number(entry, 'failed');
		return `${scene(entry)} eseguita${by(entry)}${failed > 0 ? `, ${failed} di ${failed + number(entry, 'done')} non riusciti` : ''}`;
	},
	'clone-tried': (entry) =>
		`${clones[text(entry, 'how')] ?? 'Una copia del token di questo dispositivo è stata provata e rifiutata'}${at(entry)}`,
	'board-flooded': (entry) =>
		entry.details['closed'] === true
			? 'La scheda continuava a inviare troppo: la sua connessione è stata chiusa'
			: 'La scheda invia troppo; l’eccesso viene ignorato',
	'signed-in': (entry) => `${who(entry)} ha fatto l’accesso${fromAddress(entry)}`,
	'signed-out': (entry) => `${who(entry)} ha chiuso la sessione`,
	'second-factor-failed': (entry) => {
		const times = number(entry, 'untold');
		const more = times === 0 ? '' : times === 1 ? '; prima 1 altra volta' : `; prima altre ${times} volte`;
		return `Qualcuno conosceva la password di ${text(entry, 'name') || 'una persona'} ma non ha dato un codice giusto${fromAddress(entry)}${more}`;
	},
	'locked-out': (entry) => lockOutWords.audit.began(entry.details, number(entry, 'untold')),
	'lock-out-lifted': (entry) => lockOutWords.audit.lifted(entry.details, who(entry)),
	...peopleSentences,
	'hub-started': (entry) => `L’hub si è avviato${text(entry, 'version') && `, versione ${text(entry, 'version')}`}`,
	'hub-stopped': () => 'L’hub si è fermato',
	'backup-made': (entry) => {
		if (!entry.person) return 'Il backup notturno è stato creato';
		return `${who(entry)} ha ${entry.details['made'] === 'nightly' ? 'creato' : 'scaricato'} un backup`;
	},
	'backup-failed': (entry) =>
		entry.person
			? `Un backup chiesto da ${who(entry)} non è riuscito${because(entry, 'reason')}`
			: `Il backup notturno non è riuscito${because(entry, 'reason')}`,
	'backup-changed': (entry) => {
		const passphrase = entry.details['newPassphrase'] === true ? ', con un’altra frase segreta' : '';
		const what = entry.details['on'] === false ? 'disattivati' : 'impostati';
		return `Backup notturni ${what}${by(entry)}${passphrase}`;
	},
	restored: (entry) => `L’hub è stato ripristinato da un backup (${dateOf(number(entry, 'madeAt'))})`,
	'https-changed': (entry) =>
		`HTTPS ${entry.details['on'] === true ? 'attivato' : 'disattivato'}${by(entry)}; tutte le sessioni terminate`,
	'network-kept': (entry) => `${wifi(entry)} conservata per la prossima scheda${by(entry)}`,
	'network-changed': (entry) => `${wifi(entry)} conservata con un’altra password${by(entry)}`,
	'network-removed': (entry) => `${wifi(entry)} non più conservata${by(entry) && `, rimossa${by(entry)}`}`,
	'firmware-installed': (entry) => {
		const boards = counted(number(entry, 'boards'), { one: 'scheda', other: 'schede' });
		return `${pack(entry)} installato${by(entry)}: ${boards}`;
	},
	'firmware-removed': (entry) =>
		entry.person ? `${pack(entry)} rimosso${by(entry)}` : `${pack(entry)} rimosso: nessuna scheda ne ha più bisogno`,
	'settings-changed': (entry) =>
		`Impostazioni dell’hub modificate${by(entry)}${changes(entry) && ` (${changes(entry)})`}`,
};
