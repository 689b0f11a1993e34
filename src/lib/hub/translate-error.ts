import type { ApiError } from '$protocol/dashboard/errors.ts';

/**
 * What the hub refused, in words of this dashboard. They are loaded when the first of them is needed, which most visits never
 * do; where they cannot be had, the hub's own sentence is as good.
 */
export async function translateError<Told extends Pick<ApiError, 'fault' | 'params'> & { message: string | null }>(
	told: Told,
): Promise<Told> {
	if (told.fault === undefined) return told;
	try {
		return (await import('$lib/words/faults.ts')).withFaultWords(told);
	} catch {
		return told;
	}
}
