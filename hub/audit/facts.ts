import type { AuditEntry } from '../../protocol/dashboard.ts';

export interface AuditFacts {
	/** Told at once, written a few seconds later. */
	EntryMade: { entry: AuditEntry };
}
