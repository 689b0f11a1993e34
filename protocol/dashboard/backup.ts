/** Backups of the hub: by hand, and every night. */
import { z } from 'zod';
import { FaultView } from './errors.ts';
import { saying } from './faults.ts';
import { LIMITS } from './limits.ts';
import { OwnProof } from './people/second-factor.ts';
import { at } from './shapes.ts';

const passphrase = z
	.string()
	.min(LIMITS.passphraseMin, saying('too-short', { least: LIMITS.passphraseMin }))
	.max(LIMITS.passphraseMax, saying('too-long', { most: LIMITS.passphraseMax }));

/** POST /backup → the encrypted file. A stolen session alone must not be enough to take the hub away. */
export const BackupWish = OwnProof.extend({
	passphrase,
	/** with the firmware that was put into the data folder */
	images: z.boolean().default(false),
});
export type BackupWish = z.input<typeof BackupWish>;

/** PUT /backup/settings → BackupView. What is left out stays as it is. */
export const NightlyWish = z.object({
	/** every night */
	nightly: z.boolean().optional(),
	/** needed where the hub has none */
	passphrase: passphrase.optional(),
	/** needed with a new passphrase, and to keep fewer files than before */
	current: OwnProof.shape.current.optional(),
	/** needed with `current` if the owner's second factor is on */
	code: OwnProof.shape.code,
	keepDaily: z.number().int().min(1).max(LIMITS.backupsDaily).optional(),
	keepWeekly: z.number().int().min(0).max(LIMITS.backupsWeekly).optional(),
});
export type NightlyWish = z.infer<typeof NightlyWish>;

/** GET /backup, and POST /backup/now, which makes one like that of the night */
export const BackupView = z.object({
	/** the last one that succeeded, of the night or by hand */
	last: z.object({ at, bytes: z.number().int(), kind: z.enum(['nightly', 'by-hand']) }).nullable(),
	/** why the last one of the night failed; null when one succeeded after that */
	failure: FaultView.extend({ at }).nullable(),
	nightly: z.object({
		on: z.boolean(),
		/** the hub keeps a passphrase, which whoever has its machine can read */
		hasPassphrase: z.boolean(),
		keepDaily: z.number().int(),
		keepWeekly: z.number().int(),
		/** where the files are */
		folder: z.string(),
		/** backups of this hub in it */
		files: z.number().int(),
		/** when the next one is made, null while they are off */
		nextAt: at.nullable(),
	}),
});
export type BackupView = z.infer<typeof BackupView>;
