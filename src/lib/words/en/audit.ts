import type { AuditEntry, AuditWhat } from '$protocol/dashboard/history.ts';
import type { Cause } from '$protocol/dashboard/shapes.ts';
import { changes, macAndAddress, macText, number, text } from '$lib/words/format/audit-entry.ts';
import { PAUSE_FOREVER_AT } from '$protocol/dashboard/limits.ts';
import { dateOf, dayAndTime } from '$lib/words/format/dates.ts';
import { duration, exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { translatable } from '$lib/words/language.ts';
import { lockOutWords } from './people/lock-outs.ts';
import { peopleSentences } from './people/people-audit.ts';

/** The sentence for every audit entry. The name of the device is shown beside it, so sentences rarely contain it. */

const by = (entry: AuditEntry) => {
	if (!entry.person) return '';
	const token = text(entry, 'byToken');
	return ` by ${isolate(entry.person)}${token && ` (API token ${token})`}`;
};
const who = ({ person }: AuditEntry) => (person ? isolate(person) : 'Somebody');
const device = ({ deviceName }: AuditEntry) => (deviceName ? isolate(deviceName) : 'A device');
const relay = ({ relayName, relay }: AuditEntry) =>
	relayName ? isolate(relayName) : relay === null ? 'A relay' : `Relay ${relay}`;
/** ": reason", if a reason is known */
const because = (entry: AuditEntry, ...keys: string[]) => {
	const why = keys.map((key) => text(entry, key)).find(Boolean);
	return why ? `: ${why}` : '';
};
const input = (entry: AuditEntry, unnamed: string) => text(entry, 'input') || unnamed;
const scene = (entry: AuditEntry) => `Scene ${text(entry, 'scene')}`.trim();
const pack = (entry: AuditEntry) => `Firmware pack ${text(entry, 'version')}`.trim();
const wifi = (entry: AuditEntry) => `Wi-Fi ${text(entry, 'ssid')}`.trim();
const firmware = (entry: AuditEntry) =>
	text(entry, 'version') ? `firmware ${text(entry, 'version')}` : 'new firmware';
/** changes that were too frequent to be logged one by one */
const untold = (entry: AuditEntry) =>
	number(entry, 'untold') > 0 ? `; ${number(entry, 'untold')} more changes before it` : '';
const at = (entry: AuditEntry) => (macAndAddress(entry) ? ` (${macAndAddress(entry)})` : '');
const change = (entry: AuditEntry) =>
	text(entry, 'before') && text(entry, 'after') ? ` from ${text(entry, 'before')} to ${text(entry, 'after')}` : '';

/** "Schedule 2 of Pump", "All schedules" of a device or of the house */
const schedulesIn = (entry: AuditEntry) => {
	const schedule = number(entry, 'schedule');
	if (schedule > 0) return `Schedule ${schedule} of ${relay(entry)}`;
	return entry.device === null && entry.deviceName === null ? 'All schedules of the house' : 'All schedules';
};

const causes: Record<Exclude<Cause, 'command'>, (on: boolean) => string> = {
	schedule: () => 'schedule',
	countdown: (on) => (on ? 'countdown' : 'countdown ended'),
	'auto-off': () => 'longest on-time reached',
	pulse: (on) => (on ? 'pulse' : 'pulse ended'),
	interlock: () => 'interlock',
	input: () => 'wall switch',
	boot: () => 'power-on',
};

function switched(entry: AuditEntry, on: boolean): string {
	const { cause, person, details } = entry;
	const state = on ? 'on' : 'off';
	const forMs = on && number(entry, 'forMs') > 0 ? ` for ${exactDuration(number(entry, 'forMs'))}` : '';
	if (cause && cause !== 'command') {
		const kept = details.stays === true ? 'kept on, countdown cancelled' : `${state}${forMs}`;
		return `${relay(entry)} ${kept} · ${causes[cause](on)}`;
	}
	const within = text(entry, 'scene') ? ` with ${text(entry, 'scene')}` : '';
	if (details.stays === true) return `${relay(entry)} kept on${by(entry)}${within}, countdown cancelled`;
	return person || within
		? `${relay(entry)} switched ${state}${forMs}${by(entry)}${within}`
		: `${relay(entry)} ${state}${forMs}`;
}

const failures: Record<string, string> = {
	'no-answer': 'the board did not answer',
	'link-lost': 'the link was lost',
	refused: 'the board refused it',
	'board-not-connected': 'the board was not connected',
};

function failed(entry: AuditEntry): string {
	const on = entry.details.on;
	const wanted = typeof on === 'boolean' ? `switched ${on ? 'on' : 'off'}` : 'switched';
	const why = text(entry, 'outcome') || text(entry, 'reason');
	return `${relay(entry)} not ${wanted}${by(entry)}${why ? `: ${failures[why] ?? why}` : ''}`;
}

const conflicts: Record<string, string> = {
	expired: 'its registration key has expired',
	'used-by-another-board': 'another board used this key before',
	'known-board': 'this board was claimed before',
	'owner-gone': 'whoever set it up has no account any more',
	'owner-may-not': 'whoever set it up may not add devices any more',
};

const boots: Record<string, string> = {
	power_on: 'power-on',
	reset_button: 'its reset button',
	brown_out: 'its supply was too weak',
	watchdog: 'it hung',
	crash: 'it crashed',
	reboot: 'it was asked to',
};

const clones: Record<string, string> = {
	'other-mac': 'Another board came with this device’s token and was refused',
	'second-link': 'A second board came with this device’s token while it was connected',
};

export const auditSentences = translatable('auditSentences', {
	'relay-on': (entry) => switched(entry, true),
	'relay-off': (entry) => switched(entry, false),
	'command-failed': failed,
	opened: (entry) => `${input(entry, 'A contact')}: opened${untold(entry)}`,
	closed: (entry) => `${input(entry, 'A contact')}: closed${untold(entry)}`,
	motion: (entry) => `${input(entry, 'A motion detector')}: motion${untold(entry)}`,
	'motion-ended': (entry) => `${input(entry, 'A motion detector')}: no motion any more${untold(entry)}`,
	online: (entry) => {
		const gone = number(entry, 'forMs');
		return `${gone > 0 ? `ONLINE again, after ${duration(gone)}` : 'ONLINE'}${untold(entry)}`;
	},
	away: (entry) => `AWAY: the link was lost${untold(entry)}`,
	offline: (entry) => `OFFLINE${untold(entry)}`,
	booted: (entry) => {
		const reason = text(entry, 'reason');
		return `The board restarted${boots[reason] ? `: ${boots[reason]}` : ''}${untold(entry)}`;
	},
	'pending-made': (entry) =>
		text(entry, 'firmwareFor')
			? `Firmware for Secure v2 made${by(entry)}`
			: `Pending device ${device(entry)} made${by(entry)}`,
	'pending-renewed': (entry) => `Pending device ${device(entry)} got a new key${by(entry)}`,
	'pending-deleted': (entry) => `Pending device ${device(entry)} deleted${by(entry)}`,
	'pending-expired': (entry) => `Pending device ${device(entry)} expired`,
	conflict: (entry) => {
		const reason = text(entry, 'reason');
		return `A board${at(entry)} waits to be claimed as ${device(entry)}${reason ? `: ${conflicts[reason] ?? reason}` : ''}`;
	},
	rejected: (entry) => `A board${at(entry)} rejected${by(entry)}`,
	claimed: (entry) => {
		if (text(entry, 'how') === 'regenerated') return 'Back with its new firmware and token';
		return entry.person ? `Claimed${by(entry)}` : 'Claimed by itself';
	},
	replaced: (entry) => {
		const before = text(entry, 'macBefore');
		return `Another board${at(entry)} put in its place${before ? `, which was ${macText(before)}` : ''}${by(entry)}`;
	},
	rotating: (entry) => `A new token is on its way to the board${by(entry)}`,
	rotated: () => 'The board has its new token; the old one no longer works',
	regenerated: (entry) => `Token regenerated${by(entry)}: new firmware made, the old token no longer works`,
	revoked: (entry) => `Token revoked${by(entry)}`,
	upgraded: (entry) => `Upgraded to Secure v2${by(entry)}`,
	'config-changed': (entry) => (changes(entry) ? `${changes(entry)}${by(entry)}` : `Settings changed${by(entry)}`),
	'config-applied': () => 'Settings applied on the board, no re-flash',
	'config-refused': (entry) => `The board refused its settings${because(entry, 'error', 'reason')}`,
	'wifi-changed': (entry) => {
		const [before, ssid] = [text(entry, 'before'), text(entry, 'ssid')];
		if (!ssid) return `Second Wi-Fi ${before && `${before} `}removed${by(entry)}`;
		return `Second Wi-Fi ${before ? `changed from ${before} to ${ssid}` : `${ssid} set`}${by(entry)}`;
	},
	'schedules-paused': (entry) => {
		const until = number(entry, 'until');
		const end = until >= PAUSE_FOREVER_AT ? '' : ` until ${dayAndTime(until)}`;
		return `${schedulesIn(entry)} paused${end}${by(entry)}`;
	},
	'schedules-resumed': (entry) => `${schedulesIn(entry)} turned on again${by(entry)}`,
	'vacation-set': (entry) => {
		const until = number(entry, 'until');
		const end = until >= PAUSE_FOREVER_AT ? '' : ` until ${dayAndTime(until)}`;
		return `Vacation from ${dayAndTime(number(entry, 'from'))}${end} set${by(entry)}`;
	},
	'vacation-ended': (entry) => `Vacation ended${by(entry)}`,
	added: (entry) => `${device(entry)} added${by(entry)}`,
	'update-started': (entry) => {
		const before = text(entry, 'before');
		return `Update ${before ? `from ${before} ` : ''}to ${firmware(entry)} started${by(entry)}`;
	},
	updated: (entry) => `Runs ${firmware(entry)} now`,
	'update-failed': (entry) => `Update to ${firmware(entry)} failed${because(entry, 'reason')}`,
	renamed: (entry) => `Renamed${change(entry)}${by(entry)}`,
	moved: (entry) => {
		const [before, after] = [text(entry, 'before'), text(entry, 'after') || text(entry, 'room')];
		if (!after) return `Taken out of ${before || 'its room'}${by(entry)}`;
		return `Moved ${before && `from ${before} `}to ${after}${by(entry)}`;
	},
	deleted: (entry) => `${device(entry)} deleted${by(entry)}`,
	'scene-made': (entry) => `${scene(entry)} made${by(entry)}`,
	'scene-changed': (entry) => `${scene(entry)} changed${by(entry)}${changes(entry) ? `: ${changes(entry)}` : ''}`,
	'scene-deleted': (entry) => `${scene(entry)} deleted${by(entry)}`,
	'scene-run': (entry) => {
		const failed = number(entry, 'failed');
		return `${scene(entry)} run${by(entry)}${failed > 0 ? `, ${failed} of ${failed + number(entry, 'done')} not done` : ''}`;
	},
	'clone-tried': (entry) =>
		`${clones[text(entry, 'how')] ?? 'A copy of this device’s token was tried and refused'}${at(entry)}`,
	'board-flooded': (entry) =>
		entry.details['closed'] === true
			? 'The board kept sending far too much, so its link was closed'
			: 'The board sends too much; the excess is ignored',
	'signed-in': (entry) => `${who(entry)} signed in${because(entry, 'address').replace(': ', ' from ')}`,
	'signed-out': (entry) => `${who(entry)} signed out`,
	'second-factor-failed': (entry) =>
		`Somebody knew the password of ${text(entry, 'name') || 'a person'} and gave no right code${because(entry, 'address').replace(': ', ', from ')}${number(entry, 'untold') > 0 ? `; ${number(entry, 'untold')} more times before it` : ''}`,
	'locked-out': (entry) => lockOutWords.audit.began(entry.details, number(entry, 'untold')),
	'lock-out-lifted': (entry) => lockOutWords.audit.lifted(entry.details, who(entry)),
	...peopleSentences,
	'hub-started': (entry) => `The hub started${because(entry, 'version').replace(': ', ', version ')}`,
	'hub-stopped': () => 'The hub stopped',
	'backup-made': (entry) => {
		if (!entry.person) return 'The nightly backup was made';
		return `${who(entry)} ${entry.details['made'] === 'nightly' ? 'made' : 'downloaded'} a backup`;
	},
	'backup-failed': (entry) =>
		entry.person
			? `A backup that ${who(entry)} asked for failed${because(entry, 'reason')}`
			: `The nightly backup failed${because(entry, 'reason')}`,
	'backup-changed': (entry) => {
		const passphrase = entry.details['newPassphrase'] === true ? ', with another passphrase' : '';
		if (entry.details['on'] === false) return `Nightly backups switched off${by(entry)}${passphrase}`;
		return `Nightly backups set${by(entry)}${passphrase}`;
	},
	restored: (entry) => `The hub was restored from a backup of ${dateOf(number(entry, 'madeAt'))}`,
	'https-changed': (entry) =>
		`HTTPS turned ${entry.details['on'] === true ? 'on' : 'off'}${by(entry)}; all sessions ended`,
	'network-kept': (entry) => `${wifi(entry)} kept for the next board${by(entry)}`,
	'network-changed': (entry) => `${wifi(entry)} kept with another password${by(entry)}`,
	'network-removed': (entry) => `${wifi(entry)} kept no longer${by(entry)}`,
	'firmware-installed': (entry) => {
		const boards = counted(number(entry, 'boards'), { one: 'board', other: 'boards' });
		return `${pack(entry)} installed${by(entry)}: ${boards}`;
	},
	'firmware-removed': (entry) =>
		entry.person ? `${pack(entry)} removed${by(entry)}` : `${pack(entry)} removed: no board needs it any more`,
	'settings-changed': (entry) => {
		return `Settings of the hub changed${by(entry)}${changes(entry) && ` (${changes(entry)})`}`;
	},
} satisfies Record<AuditWhat, (entry: AuditEntry) => string>);
