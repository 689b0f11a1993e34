import { parseArgs } from 'node:util';
import { randomInt } from 'node:crypto';

export interface Options {
	seed: number;
	/** for all kinds together */
	minutes: number;
	/** names of kinds; empty: all */
	only: readonly string[];
	/** kinds that run side by side */
	atOnce: number;
	help: boolean;
}

const SEEDS = 2 ** 31;
const MINUTES = { byDefault: 5, most: 24 * 60 };
const AT_ONCE = { byDefault: 2, most: 8 };

/** Reads the command line; a sentence where it cannot be used. */
export function readOptions(args: readonly string[], kinds: readonly string[]): Options | string {
	let values: Partial<Record<'seed' | 'minutes' | 'only' | 'at-once', string>> & { help?: boolean };
	try {
		({ values } = parseArgs({
			args: [...args],
			options: {
				seed: { type: 'string' },
				minutes: { type: 'string' },
				only: { type: 'string' },
				'at-once': { type: 'string' },
				help: { type: 'boolean' },
			},
		}));
	} catch (error) {
		return (error as Error).message;
	}
	const seed = values.seed === undefined ? randomInt(SEEDS) : Number(values.seed);
	const minutes = Number(values.minutes ?? MINUTES.byDefault);
	const atOnce = Number(values['at-once'] ?? AT_ONCE.byDefault);
	const only = values.only?.split(',').map((name) => name.trim()) ?? [];
	const unknown = only.find((name) => !kinds.includes(name));
	if (!Number.isInteger(seed) || seed < 0 || seed >= SEEDS)
		return `--seed must be a whole number from 0 to ${SEEDS - 1}.`;
	if (!(minutes > 0 && minutes <= MINUTES.most)) return `--minutes must be a number up to ${MINUTES.most}.`;
	if (!Number.isInteger(atOnce) || atOnce < 1 || atOnce > AT_ONCE.most)
		return `--at-once must be a whole number from 1 to ${AT_ONCE.most}.`;
	if (unknown !== undefined) return `There is no kind of fault "${unknown}": ${kinds.join(', ')}.`;
	return { seed, minutes, only, atOnce, help: values.help ?? false };
}
