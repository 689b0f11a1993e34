import { CHANGE_WORDS, tellChanges } from '../../../protocol/dashboard/change-words.ts';
import type { AuditEntry } from '../../../protocol/dashboard/history.ts';

/** "before: Pump; after: Well pump": what else an entry knows, for one cell of a table. */
export function detailsCell({ details }: Pick<AuditEntry, 'details'>): string {
	return Object.entries(details)
		.map(([name, value]) => `${name}: ${Array.isArray(value) ? tellChanges(value, CHANGE_WORDS) : (value ?? '–')}`)
		.join('; ');
}
