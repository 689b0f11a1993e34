/** How far a board has come, by its own words or by the hub's: each step implies those before it. */
export const STAGES = ['flashed', 'wifi', 'hub', 'authenticated', 'claimed'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Lines of the firmware's log that tell a step: the platforms say that they are on Wi-Fi and where they found the hub, the
 * core that it has spoken with it (firmware/core/board.cpp). What follows is told by the hub itself.
 */
const TELLS: readonly [RegExp, Stage][] = [
	[/^on wi-?fi\b|^wi-?fi\b.*\b(connected|joined|up)\b/i, 'wifi'],
	[/^found the hub\b|^the hub is at\b|^connected to the hub\b/i, 'hub'],
	[/^(authenticated$|got a new key$|refused \(\d+\))/, 'hub'],
];

/** Lines that mean trouble, and the trouble. */
const TROUBLES: readonly [RegExp, Trouble][] = [
	[/^wi-?fi\b.*\b(wrong password|auth\w* failed|handshake)/i, 'wifi-password'],
	[/^wi-?fi\b.*\b(not found|no such|no ap)\b/i, 'wifi-missing'],
	[/^This board was never provisioned/, 'no-config'],
	[/^The config file is damaged|^What lies in the place of the config file/, 'no-config'],
];
export type Trouble = 'wifi-password' | 'wifi-missing' | 'no-config';

export function stageOf(line: string): Stage | undefined {
	return TELLS.find(([words]) => words.test(line))?.[1];
}

export function troubleOf(line: string): Trouble | undefined {
	return TROUBLES.find(([words]) => words.test(line))?.[1];
}

/** Characters that a terminal shows as they are; tabs count, control characters and what is no UTF-8 do not. */
const READABLE = /[\t\x20-\x7e\u00a0-\ufffc]/g;
/** Of a line: chips greet with another speed than their firmware speaks, which looks like this. */
const LEAST_READABLE = 0.8;

/** A line as people may read it; undefined where it is noise. */
export function readable(line: string): string | undefined {
	const plain = line.replace(/\x1b\[[0-9;]*m/g, '').trim();
	const shown = plain.match(READABLE)?.join('') ?? '';
	return shown !== '' && shown.length >= plain.length * LEAST_READABLE ? shown : undefined;
}
