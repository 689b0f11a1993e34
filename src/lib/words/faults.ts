import type { ApiError } from '$protocol/dashboard/errors.ts';
import { FAULT_WORDS, type FaultKind, type FaultWords } from '$protocol/dashboard/faults.ts';
import { isolate } from '$lib/words/format/isolate.ts';

type Told = Pick<ApiError, 'fault' | 'params'> & { message: string | null };

/** What the hub refuses, in this dashboard's language; its own is English, too. */
const faults: FaultWords = FAULT_WORDS;

/** Parameters that are names, which people may write from the right. */
const NAMES = new Set(['device', 'relay', 'scene', 'input', 'by']);

/** The error in words of this dashboard; those of the hub where it is of a newer version, or said nothing more exact. */
export function withFaultWords<Error extends Told>(error: Error): Error {
	const { fault } = error;
	if (fault === undefined || !Object.hasOwn(faults, fault)) return error;
	const params = Object.entries(error.params ?? {}).map(([name, value]) => [
		name,
		NAMES.has(name) && typeof value === 'string' ? isolate(value) : value,
	]);
	const words = faults[fault as FaultKind] as (params: unknown) => string;
	return { ...error, message: words(Object.fromEntries(params)) };
}
