import { isDeepStrictEqual } from 'node:util';
import type { NightlyWish } from '../../../protocol/dashboard/backup.ts';
import { type Fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import { checkNewPassphrase } from '../passphrase/check-new-passphrase.ts';
import type { Backups } from './backups.ts';
import { PASSPHRASE_PURPOSE } from './make-nightly.ts';

const LOCK = 'nightly';

/**
 * Changes the nightly backups. The hub keeps their passphrase, sealed under a key that lies beside the database:
 * who has the machine can read it. It protects the files elsewhere, for the day when the machine is gone.
 * `proved`: whoever asks has proved again who they are. Without it another passphrase, and keeping fewer files, which deletes
 * some, are refused with `password-needed`.
 */
export async function changeNightly(
	backups: Backups,
	wish: NightlyWish,
	by: Actor,
	proved = false,
): Promise<Result<void, Fault>> {
	const { passphrase } = wish;
	if (passphrase !== undefined) {
		if (!proved) return fieldFault('current', 'password-needed');
		const checked = await checkNewPassphrase(passphrase);
		if (!checked.ok) return checked;
	}
	return backups.locks.run(LOCK, async () => {
		const before = backups.nightly;
		const { nightly: on = before.on, keepDaily = before.keepDaily, keepWeekly = before.keepWeekly } = wish;
		const keepsFewer = keepDaily < before.keepDaily || keepWeekly < before.keepWeekly;
		if (keepsFewer && !proved) return fieldFault('current', 'password-needed');
		const sealed =
			passphrase === undefined
				? before.sealed
				: backups.options.vault.seal(Buffer.from(passphrase), PASSPHRASE_PURPOSE).toString('base64');
		if (on && sealed === null) return fieldFault('passphrase', 'passphrase-needed');
		const nightly = { on, keepDaily, keepWeekly, sealed };
		if (isDeepStrictEqual(nightly, before)) return ok();
		await backups.saveNightly(nightly);
		backups.events.emit('NightlyChanged', { on, newPassphrase: passphrase !== undefined, by });
		return ok();
	});
}
