import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Poll } from '../../devices/legacy/poll-board.ts';

/** What such a sensor can measure; this firmware sends a value outside of it if the sensor does not answer. */
const PLAUSIBLE = { temperature: { least: -100, most: 200 }, humidity: { least: 0, most: 100 } };

/** The ways in which older firmware wrote the state of a relay. */
const WORDS = new Map([
	['1', true],
	['true', true],
	['on', true],
	['0', false],
	['false', false],
	['off', false],
]);

export interface PollFault {
	field: string;
	message: string;
}

/**
 * Reads what a poll reports, from its query and its body: `relayN`, `temperature`, `humidity`. The body takes
 * precedence.
 */
export function parsePoll(
	query: string,
	contentType: string,
	body: string,
): Result<Pick<Poll, 'relays' | 'temperature' | 'humidity'>, PollFault> {
	const fields = new Map<string, unknown>(new URLSearchParams(query));
	const inBody = fieldsOf(contentType, body);
	if (!inBody) return err({ field: '', message: 'The body is not valid JSON.' });
	for (const [key, value] of inBody) fields.set(key, value);

	const relays = new Map<number, boolean>();
	for (let id = 1; id <= LIMITS.relays; id++) {
		const value = fields.get(`relay${id}`);
		if (value === undefined) continue;
		const on = WORDS.get(textOf(value) ?? '');
		if (on === undefined)
			return err({ field: `relay${id}`, message: `relay${id} must be 0, 1, true, false, on or off.` });
		relays.set(id, on);
	}
	const poll: Pick<Poll, 'relays' | 'temperature' | 'humidity'> = { relays };
	for (const key of ['temperature', 'humidity'] as const) {
		const value = fields.get(key);
		if (value === undefined) continue;
		const measured = numberOf(value, PLAUSIBLE[key]);
		if (measured === undefined) return err({ field: key, message: `${key} must be a number.` });
		poll[key] = measured;
	}
	return ok(poll);
}

/** Reads JSON if the content type says so, otherwise a form. Undefined: it is not a JSON object. */
function fieldsOf(contentType: string, body: string): Iterable<[string, unknown]> | undefined {
	if (!/^application\/json\s*(;|$)/i.test(contentType)) return new URLSearchParams(body);
	if (body.trim() === '') return [];
	try {
		const json: unknown = JSON.parse(body);
		const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
		return isObject ? Object.entries(json) : undefined;
	} catch {
		return undefined;
	}
}

/** Null: the sensor does not answer, which firmware writes as "nan", null or nothing. Undefined: not a number. */
function numberOf(value: unknown, { least, most }: { least: number; most: number }): number | null | undefined {
	const text = textOf(value);
	if (text === undefined) return undefined;
	if (['', 'nan', 'null'].includes(text)) return null;
	const number = Number(text);
	if (Number.isNaN(number)) return undefined;
	return number >= least && number <= most ? number : null;
}

/** Undefined for a list or object in JSON, which is not text. */
function textOf(value: unknown): string | undefined {
	return typeof value === 'object' && value !== null ? undefined : String(value).trim().toLowerCase();
}
