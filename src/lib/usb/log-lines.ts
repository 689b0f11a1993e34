/** The progress of a board, known from its log or from the hub. Every stage implies those before it. */
export const STAGES = ['flashed', 'wifi', 'hub', 'authenticated', 'claimed'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Lines of the firmware's log that show a stage. The platforms log that they are on Wi-Fi and where they found the hub;
 * the core (firmware/core/board.cpp) logs that it has talked to it. Later stages are known from the hub.
 */
const STAGE_LINES: readonly [RegExp, Stage][] = [
	[/^on wi-?fi\b|^wi-?fi\b.*\b(connected|joined|up)\b/i, 'wifi'],
	[/^found the hub\b|^the hub is at\b|^connected to the hub\b/i, 'hub'],
	[/^(authenticated$|got a new key$|refused \(\d+\))/, 'hub'],
];

/** Lines that report trouble. */
const TROUBLE_LINES: readonly [RegExp, Trouble][] = [
	[/^wi-?fi\b.*\b(wrong password|auth\w* failed|handshake)/i, 'wifi-password'],
	[/^wi-?fi\b.*\b(not found|no such|no ap)\b/i, 'wifi-missing'],
	[/^This board was never provisioned/, 'no-config'],
	[/^The config file is damaged|^What lies in the place of the config file/, 'no-config'],
];
export type Trouble = 'wifi-password' | 'wifi-missing' | 'no-config';

export function stageOf(line: string): Stage | undefined {
	return STAGE_LINES.find(([words]) => words.test(line))?.[1];
}

export function troubleOf(line: string): Trouble | undefined {
	return TROUBLE_LINES.find(([words]) => words.test(line))?.[1];
}

/** Printable characters and tabs; no control characters and no bytes that are not UTF-8. */
const READABLE = /[\t\x20-\x7e\u00a0-\ufffc]/g;
/** The share of readable characters below which a line is noise. Boot loaders use another baud rate than the firmware. */
const LEAST_READABLE = 0.8;

/** The readable text of a line; undefined if it is noise. */
export function readable(line: string): string | undefined {
	const plain = line.replace(/\x1b\[[0-9;]*m/g, '').trim();
	const shown = plain.match(READABLE)?.join('') ?? '';
	return shown !== '' && shown.length >= plain.length * LEAST_READABLE ? shown : undefined;
}
