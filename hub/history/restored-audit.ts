import { faultOf } from '../../protocol/dashboard/faults.ts';
import { forgetRestored, restoredFrom } from '../backup/restore/restored-mark.ts';
import type { Audit } from './audit.ts';

/** Says once, in the log and the history, that the data folder was restored from a backup. */
export async function tellRestored(audit: Audit, data: string): Promise<void> {
	const from = restoredFrom(data);
	if (!from) return;
	const made = new Date(from.madeAt).toISOString();
	audit.options.log.warn({ made, by: from.version }, faultOf('restored-keep-old-off', { made }).message);
	audit.record({ what: 'restored', details: { madeAt: from.madeAt, version: from.version } });
	await audit.flush();
	forgetRestored(data);
}
