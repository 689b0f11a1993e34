import type { ApiError } from '$protocol/dashboard/errors.ts';

/**
 * An error of the hub in the dashboard's words. The words are loaded on demand, because most visits never need them; if
 * they cannot be loaded, the hub's own sentence is used.
 */
export async function translateError<Refusal extends Pick<ApiError, 'fault' | 'params'> & { message: string | null }>(
	refusal: Refusal,
): Promise<Refusal> {
	if (refusal.fault === undefined) return refusal;
	try {
		return (await import('$lib/words/faults.ts')).withFaultWords(refusal);
	} catch {
		return refusal;
	}
}
