import type { AuditEntry } from '../../../protocol/dashboard/history.ts';
import type { Audit } from '../audit.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import { type AuditFilter, findEntries, prepare } from '../find-entries.ts';
import { detailsCell } from './details-cell.ts';

/** Entries read at a time, some 60 kB: this much is held for a slow reader, and other queries can run in between. */
const AT_ONCE = 200;

/** The entries as a CSV file in pieces, newest first; times are UTC, as spreadsheets read them. */
export async function* exportCsv(audit: Audit, filter: AuditFilter): AsyncGenerator<string> {
	await audit.flush();
	const head = ['Time (UTC)', 'Kind', 'What', 'Device', 'Relay', 'Person', 'Cause', 'Details', 'Device id', 'Entry'];
	yield BYTE_ORDER_MARK + csvLine(head);
	const prepared = await prepare(audit, filter);
	let before: number | undefined;
	for (;;) {
		const entries = await findEntries(audit, prepared, before, AT_ONCE);
		if (entries.length > 0) yield entries.map(line).join('');
		if (entries.length < AT_ONCE) return;
		before = entries.at(-1)!.id;
	}
}

/** "mooring-activity-2026-11-24.csv" */
export function csvFileName(now: number): string {
	return `mooring-activity-${new Date(now).toISOString().slice(0, 10)}.csv`;
}

function line({ id, at, kind, what, device, deviceName, relayName, person, cause, details }: AuditEntry): string {
	const time = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
	return csvLine([time, kind, what, deviceName, relayName, person, cause, detailsCell({ details }), device, id]);
}
