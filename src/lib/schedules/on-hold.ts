import type { AuditWhat } from '$protocol/dashboard/history.ts';
import { hub } from '$lib/hub/hub.ts';

const HOLDS: readonly AuditWhat[] = ['schedules-paused', 'schedules-resumed', 'vacation-set', 'vacation-ended'];

/** Calls `listener` after every pause and vacation that somebody sets or ends, until the returned function is called. */
export function onHold(listener: () => void): () => void {
	return hub.onAudit(({ what }) => {
		if (HOLDS.includes(what)) listener();
	});
}
