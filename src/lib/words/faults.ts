import type { ApiError } from '$protocol/dashboard/errors.ts';
import { FAULT_WORDS, type FaultKind, type FaultWords } from '$protocol/dashboard/faults.ts';
import { translatable } from '$lib/words/language.ts';
import { isolate } from '$lib/words/format/isolate.ts';

type Refusal = Pick<ApiError, 'fault' | 'params'> & { message: string | null };

/** The sentences for all faults in the dashboard's language; for English they are the hub's own. */
export const faultWords: FaultWords = translatable('faultWords', FAULT_WORDS);

/** Parameters that are names of people's choice, possibly written from right to left. */
const NAMES = new Set(['device', 'relay', 'scene', 'input', 'by', 'network']);

/** The error with the dashboard's sentence. The hub's message stays if its fault is unknown here, as that of a newer hub. */
export function withFaultWords<Error extends Refusal>(error: Error): Error {
	const { fault } = error;
	if (fault === undefined || !Object.hasOwn(faultWords, fault)) return error;
	const params = Object.entries(error.params ?? {}).map(([name, value]) => [
		name,
		NAMES.has(name) && typeof value === 'string' ? isolate(value) : value,
	]);
	const words = faultWords[fault as FaultKind] as (params: unknown) => string;
	return { ...error, message: words(Object.fromEntries(params)) };
}
