import type { FaultView } from './errors.ts';
import { ACCOUNT_FAULT_WORDS } from './fault-words/account-faults.ts';
import { IMAGE_FAULT_WORDS } from './fault-words/image-faults.ts';
import { PACK_FAULT_WORDS } from './fault-words/pack-faults.ts';
import { pinWords } from './fault-words/pin-words.ts';

/** The state that a relay still has when a command did not take effect. */
type Still = { still: 'on' | 'off' | 'unknown' };
type OfDevice = { device: string };
type PlanPart = 'relays' | 'inputs' | 'sensors' | 'schedules';

const UNCHANGED = 'Relays still work; nothing was changed.';
const UNTOUCHED = 'Nothing was changed.';
const stillWords = ({ still }: Still) => (still === 'unknown' ? 'Its state is not known.' : `It is still ${still}.`);

/**
 * Everything the hub refuses or cannot do, by its code, in English. Codes and parameters go to the browser beside the
 * sentence, so that a dashboard can say it in its own language, with another object of this shape.
 */
export const FAULT_WORDS = {
	...ACCOUNT_FAULT_WORDS,
	...IMAGE_FAULT_WORDS,
	...PACK_FAULT_WORDS,

	// devices and their boards
	'no-such-device': () => 'This device is not on the hub any more.',
	'no-such-relay': ({ device, relay }: OfDevice & { relay: number }) => `${device} has no relay ${relay}.`,
	'not-connected': ({ device }: OfDevice) => `${device} is not connected. Nothing was changed.`,
	'not-connected-not-switched': ({ device }: OfDevice) => `${device} is not connected, so it was not switched.`,
	'not-polling-not-switched': ({ device }: OfDevice) =>
		`${device} has not asked the hub lately, so it was not switched.`,
	reconnecting: ({ device }: OfDevice) => `${device} is just reconnecting. Try again in a moment.`,
	'token-not-used-yet': ({ device }: OfDevice) => `${device} has not used its first token yet. Try again in a moment.`,
	'commands-not-answered': ({ device, commands }: OfDevice & { commands: number }) =>
		`${device} has not answered the last ${commands} commands yet, so it was not switched. Try again in a moment.`,
	'commands-not-written': ({ device }: OfDevice) =>
		`Too many commands for ${device} are waiting, so it was not switched. Try again in a moment.`,
	'no-answer': ({ seconds, still }: Still & { seconds: number }) =>
		`No answer from the board in ${seconds} s. ${stillWords({ still })}`,
	'link-lost': (relay: Still) => `The board's link was lost before it answered. ${stillWords(relay)}`,
	refused: (relay: Still) => `The board did not do it, or a newer command took its place. ${stillWords(relay)}`,
	'changed-meanwhile': ({ device }: OfDevice) =>
		`${device} was changed meanwhile. Look at what it is now, then try again.`,
	legacy: ({ device }: OfDevice) => `${device} has older firmware that cannot do this. Upgrade it to Secure v2 first.`,
	'legacy-names-only': ({ device }: OfDevice) =>
		`${device} has older firmware: only names can be changed. Upgrade it to Secure v2 first.`,
	'revoked-already': ({ device }: OfDevice) => `The token of ${device} is already revoked.`,
	revoked: ({ device }: OfDevice) => `The token of ${device} was revoked. Give the board new firmware.`,
	'unknown-token': () =>
		'No device of this hub has this token: it was deleted, or upgraded to Secure v2, or the token is mistyped.',
	'too-many-legacy': ({ most }: { most: number }) => `There are ${most} devices with older firmware already.`,
	'not-a-played-switch': () => 'Here you can work only the wall switches of virtual boards that this hub simulates.',

	// pending devices and claiming
	'no-such-pending': () => 'This pending device is not there any more.',
	'already-claimed': ({ device }: OfDevice) => `${device} has been claimed already.`,
	'no-such-conflict': () => 'This board is no longer waiting to be claimed.',
	'board-left': () => 'The board lost its connection. It reconnects by itself; then try again.',
	'being-claimed': () => 'Somebody is already claiming this board.',
	'claimed-meanwhile': () => 'The board could not be claimed: its key was claimed or deleted meanwhile.',
	'claim-not-answered': () => 'The board did not answer. It comes back by itself; try again then.',
	'too-many-pending': ({ most }: { most: number }) => `There are ${most} pending devices already. Delete some first.`,
	'too-many-played': ({ most }: { most: number }) =>
		`This hub simulates ${most} virtual boards already. Remove one of them, or run this one yourself.`,
	'not-virtual': () => 'The hub can simulate only virtual boards.',
	'key-expired': ({ device }: OfDevice) => `The key of ${device} has expired. Make a new key; the plan is kept.`,
	'wifi-impossible': ({ device }: OfDevice) =>
		`No board can use the Wi-Fi that ${device} was given. Delete the pending device and add it again with another Wi-Fi.`,
	'other-kind-of-board': () =>
		'This device has another kind of board. Add the new board as a new device, and replace this one when you claim it.',

	// what a board is to do
	'no-such-board': ({ board }: { board: string }) => `There is no board "${board}" in the catalogue.`,
	'needs-wifi': ({ board }: { board: string }) => `${board} needs the name of your Wi-Fi network.`,
	'needs-a-part': () => 'A device needs at least one relay, sensor, contact or motion detector.',
	'needs-wiring': () => 'Say where the relays are wired.',
	'no-such-pin': ({ board, gpio }: { board: string; gpio: number }) => `${board} has no pin with GPIO ${gpio}.`,
	/** `reason`: a code of fault-words/pin-words.ts */
	'pin-refused': ({ pin, reason }: { pin: string; reason: string }) => `${pin} cannot be used: ${pinWords(reason)}`,
	'pin-not-for-sensors': ({ pin }: { pin: string }) =>
		`${pin} cannot be used for a sensor: the chip cannot pull it up.`,
	'pin-has-no-pull-up': ({ pin }: { pin: string }) =>
		`The chip cannot pull ${pin} up. Without a resistor of its own (10 kΩ to 3.3 V) the switch would go on and off by itself; with one, turn the chip’s pull-up off.`,
	/** `by` is the name of what has it, null = another sensor */
	'pin-in-use': ({ pin, by }: { pin: string; by: string | null }) =>
		`${pin} is already used by ${by ?? 'the other sensor'}.`,
	'choose-relay': ({ input }: { input: string }) => `Choose the relay that ${input} works on.`,
	'choose-scheduled-relay': () => 'Choose the relay that this schedule switches.',
	'choose-sensor-pin': () => 'Choose the pin of the sensor.',
	'sensors-not-told-apart': ({ pin }: { pin: string }) =>
		`Several sensors are on ${pin}: choose for each which one it is.`,
	'sensor-not-read': ({ board }: { board: string }) => `${board} cannot read this sensor.`,
	'too-many-for-board': ({ device, part, most }: OfDevice & { part: PlanPart; most: number }) =>
		`${device} has room for ${most} ${part}. ${UNTOUCHED}`,
	'sensor-needs-newer-firmware': ({ device }: OfDevice) =>
		`The firmware on ${device} cannot read this sensor. Update the device first.`,
	'too-much-for-board': ({ device }: OfDevice) =>
		`This is more than ${device} has room for. Take out a schedule, or the pause of one. ${UNTOUCHED}`,
	'no-such-schedule': ({ device }: OfDevice) => `${device} does not have this schedule any more.`,
	'sun-needs-place': () => 'Sunrise and sunset need your place: set it in Settings first.',
	'id-twice': ({ part, id }: { part: 'Relay' | 'Input' | 'Sensor' | 'Schedule'; id: number }) =>
		`${part} ${id} is listed twice.`,

	// Wi-Fi networks that the hub keeps
	'no-such-network': () => 'The hub does not keep this Wi-Fi network any more.',
	'network-kept-already': ({ network }: { network: string }) =>
		`The hub keeps ${network} already, with another password. An owner changes it in Settings.`,
	'too-many-networks': ({ most }: { most: number }) =>
		`The hub keeps ${most} Wi-Fi networks already. Remove one in Settings first.`,
	'network-unreadable': ({ network }: { network: string }) =>
		`The password of ${network} cannot be read any more. Change it in Settings.`,

	// scenes, updates, settings
	'no-such-scene': () => 'This scene is not there any more.',
	'too-many-scenes': ({ most }: { most: number }) => `There are ${most} scenes already. Delete some first.`,
	'say-on-or-off': ({ scene }: { scene: string }) => `Say whether ${scene} goes on or off.`,
	'scene-decides': ({ scene }: { scene: string }) => `${scene} is a scene: every relay goes to its own state.`,
	'relay-twice': ({ relay }: { relay: string }) => `${relay} is in the scene twice.`,
	'no-image-any-more': () => 'This hub has no firmware for it any more.',
	'image-unreadable': () => 'Its firmware image could not be read. The log of the hub says why.',
	'newer-already': () => 'It runs newer firmware already.',
	'relay-is-on': () => 'One of its relays is on.',
	'other-update-failed': ({ device }: OfDevice) => `Not started, because the update of ${device} failed.`,
	'update-stopped': () => 'It was stopped.',
	/** `words` are the board's own */
	'board-says': ({ words }: { words: string }) => words,
	'update-not-taken': () => 'The board did not accept the update.',
	'update-not-taken-on': () => 'The board stopped accepting the update.',
	'update-begun-in-vain': ({ times }: { times: number }) =>
		`The board came back ${times} times and accepted no more of the update.`,
	'update-asked-again': () => 'The board keeps asking for parts of the update that it already has.',
	'update-too-slow': ({ minutes }: { minutes: number }) =>
		`The board did not receive the whole update in ${minutes} minutes.`,
	'update-checked-too-early': () => 'The board reported the update as checked before it had all of it.',
	'update-too-much-taken': () => 'The board reported more data than the update has.',
	'update-board-not-back': () => 'The board did not come back after it started its new firmware.',
	'update-fell-back': ({ firmware }: { firmware: string | null }) =>
		`The board came back with its older firmware, ${firmware}.`,
	'nothing-to-update': () => 'There is no newer firmware for this.',
	'no-such-time-zone': ({ timeZone }: { timeZone: string }) =>
		`There is no time zone "${timeZone}". Use a name such as Europe/Berlin.`,

	// forms
	'name-needed': () => 'A name is needed.',
	'user-name-needed': () => 'A user name is needed.',
	'password-needed': () => 'A password is needed.',
	'too-short': ({ least }: { least: number }) => `At least ${least} characters.`,
	'too-long': ({ most }: { most: number }) => `At most ${most} characters.`,
	'needs-relay': () => 'A device needs at least one relay.',
	'choose-scene-relays': () => 'Choose at least one relay.',
	'choose-days': () => 'Choose at least one day.',
	'no-moment': () => 'This is no date and time.',
	'moment-out-of-range': ({ years }: { years: number }) => `Choose a moment from now on, within ${years} years.`,
	'ends-before-it-begins': () => 'The end must be after the beginning.',
	'no-time-of-day': () => 'This is no time of a day.',
	'no-mac': () => 'A MAC is 12 upper-case hex digits.',
	'wifi-name-needed': () => 'The network needs a name.',
	'wifi-name-too-long': ({ most }: { most: number }) =>
		`At most ${most} bytes: accents and emoji count for more than one.`,
	'wifi-name-has-zero': () => 'No network has a zero byte in its name.',
	'wifi-password-too-short': ({ least }: { least: number }) =>
		`At least ${least} characters, or none for an open network.`,
	'wifi-password-too-long': ({ most, digits }: { most: number; digits: number }) =>
		`At most ${most} bytes, or a key of ${digits} hex digits.`,
	'wifi-password-has-zero': () => 'No password has a zero byte in it.',

	// notices
	'copy-refused': ({ device, mac, address }: OfDevice & { mac: string; address: string }) =>
		`A copy of ${device} tried to connect (${mac}, ${address}). It was refused.`,
	'not-set-up-in-time': ({ device }: OfDevice) => `${device} was not set up in time: its key has expired.`,

	// backup and restore
	'backup-running': () => 'A backup is being made already. Try again when it is done.',
	'passphrase-needed': () => 'A passphrase is needed.',
	'no-backup-folder': ({ folder }: { folder: string }) => `There is no folder ${folder} to write the backup into.`,
	'backup-exists': ({ file }: { file: string }) => `${file} is there already. Choose another name.`,
	'no-backup-file': ({ file }: { file: string }) => `The file ${file} cannot be read.`,
	'backup-too-large': ({ most }: { most: number }) => `A backup has at most ${most} MB. ${UNTOUCHED}`,
	'not-a-backup': () => `This file is not a backup of a Mooring hub. ${UNTOUCHED}`,
	'not-by-passphrase': () => `This file is encrypted, but not with a passphrase as a hub's backup is. ${UNTOUCHED}`,
	'wrong-passphrase': () => `The passphrase does not open this backup. ${UNTOUCHED}`,
	'backup-damaged': () => `The backup is cut off or damaged. ${UNTOUCHED}`,
	'no-memory': ({ megabytes }: { megabytes: number }) =>
		`The passphrase of the backup needs ${megabytes} MB of memory for a moment, which this machine has not got. Try again later, or on a larger machine. ${UNTOUCHED}`,
	'backup-of-another-program': () => `The passphrase is right, but the file was made by another program. ${UNTOUCHED}`,
	'backup-newer': ({ version, own }: { version: string; own: string }) =>
		`The backup was made by Mooring ${version}, which is newer than this hub's ${own}. Update this hub first. ${UNTOUCHED}`,
	'backup-has-more': ({ entry }: { entry: string }) =>
		`The backup contains "${entry}", which does not belong in it. ${UNTOUCHED}`,
	'backup-database-damaged': () => `The database in the backup is damaged. ${UNTOUCHED}`,
	'backup-database-changed': ({ what }: { what: string }) =>
		`The database in the backup is not one that Mooring makes: ${what}. ${UNTOUCHED}`,
	'upload-cut': () => `The file did not arrive as a whole. Try again. ${UNTOUCHED}`,
	'restore-over': () => `The hub does not know of this restore any more. Choose the file again. ${UNTOUCHED}`,
	'restore-running': () => 'A backup is being restored on this hub already. Wait until it is done.',
	'backup-key-damaged': () => `The hub's key or id in the backup is damaged. ${UNTOUCHED}`,
	'hub-is-running': ({ folder }: { folder: string }) =>
		`A hub is running on ${folder}, or another program has locked its database. Stop it first. ${UNTOUCHED}`,
	'folder-has-owner': ({ folder }: { folder: string }) =>
		`The hub in ${folder} has an owner already. To replace it with the backup, add --replace; the old hub is kept in a folder before-restore-…. ${UNTOUCHED}`,

	// HTTPS
	'https-only': ({ address }: { address: string }) => `This hub is opened over HTTPS only: ${address}.`,
	'https-by-configuration': () =>
		'HTTPS uses your own certificate, named in the hub’s configuration, so it cannot be changed here.',
	'https-port-taken': ({ port }: { port: number }) =>
		`Port ${port} for HTTPS is in use or may not be opened. Set MOORING_HTTPS_PORT to another and restart the hub. ${UNTOUCHED}`,

	// requests and commands
	'no-json': () => 'The body is not valid JSON.',
	'send-json': () => 'Send the body as application/json.',
	'broken-text': () => 'Text must not hold the character U+0000, or half of a character.',
	'body-too-large': ({ most }: { most: number }) => `The body may have at most ${most} KiB.`,
	'from-another-page': () => 'This request came from another web page.',
	'needs-origin': () => 'A change with a session cookie needs an Origin header that names this hub.',
	'no-such-command': ({ commands }: { commands: string }) => `There is no such command. There are: ${commands}.`,
	'one-body': () => 'A command takes one body, then the acknowledgement function.',
	'asks-too-often': () => 'This dashboard asks too often. Try again in a few seconds.',
	'polls-too-often': () => 'This board asks too often. Once in a few seconds is enough.',
	'needs-token': () => 'Send the token of the device: ?token=… or the header X-Device-Token.',
	busy: () => 'The hub is busy with other requests. Try again.',
	'busy-exporting': () => 'The hub is writing other exports. Try again in a moment.',
	'board-not-in-catalogue': () => 'This board is not in the catalogue any more.',
	internal: () => 'The hub could not do this. Its log says why.',
	'disk-full': () => `The hub's disk is full. ${UNCHANGED}`,
	'database-locked': () =>
		`The hub's database is busy, or another program has locked it. Try again in a moment. ${UNCHANGED}`,
	/** SQLite cannot tell whether the change under way when a disk failed is in its log. */
	'disk-unwritable': () =>
		"The hub's disk cannot be written. Relays still work. See later whether this change was made.",
	'database-damaged': () =>
		`The hub's database is damaged. ${UNCHANGED} Stop the hub, then restore a backup: npm run hub -- restore --replace FILE`,
} as const;

export type FaultKind = keyof typeof FAULT_WORDS;
/** The values in its sentence: none, or one object. */
export type FaultParams<Kind extends FaultKind> = Parameters<(typeof FAULT_WORDS)[Kind]>;
/** The words of another language have this shape. */
export type FaultWords = { [Kind in FaultKind]: (...params: FaultParams<Kind>) => string };

/** Why something was not done: a stable kind, the values in its sentence, and the sentence in English. */
export interface Fault<Kind extends FaultKind = FaultKind> {
	kind: Kind;
	params?: Record<string, string | number | null>;
	message: string;
	/** which field of the body is wrong, as a path: "relays.0.gpio" */
	field?: string;
}

export function faultOf<Kind extends FaultKind>(kind: Kind, ...params: FaultParams<Kind>): Fault<Kind> {
	const message = (FAULT_WORDS[kind] as (...params: FaultParams<Kind>) => string)(...params);
	return { kind, ...(params[0] && { params: { ...params[0] } }), message };
}

/** A fault in a view or an answer. */
export function faultView({ kind, params, message }: Fault): FaultView {
	return { message, fault: kind, ...(params && { params }) };
}

const saidBySchemas = new Map<string, Fault>();

/** The sentence of a fault for a schema of zod, whose issues carry nothing else. */
export function saying<Kind extends FaultKind>(kind: Kind, ...params: FaultParams<Kind>): string {
	return sentenceOf(faultOf(kind, ...params));
}

export function sentenceOf(fault: Fault): string {
	saidBySchemas.set(fault.message, fault);
	return fault.message;
}

/** The fault whose sentence a schema gave; undefined for a sentence of zod's own. */
export function faultSaid(sentence: string): Fault | undefined {
	return saidBySchemas.get(sentence);
}

/** A fault as the result of an operation. */
export function fault<Kind extends FaultKind>(
	kind: Kind,
	...params: FaultParams<Kind>
): { ok: false; error: Fault<Kind> } {
	return { ok: false, error: faultOf(kind, ...params) };
}

/** The same, for one field of the body. */
export function fieldFault<Kind extends FaultKind>(
	field: string,
	kind: Kind,
	...params: FaultParams<Kind>
): { ok: false; error: Fault<Kind> } {
	return { ok: false, error: { ...faultOf(kind, ...params), field } };
}
