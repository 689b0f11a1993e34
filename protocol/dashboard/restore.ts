/** Restoring a backup on a hub that has no owner yet, from its set-up page. */
import { z } from 'zod';
import { saying } from './faults.ts';
import { LIMITS } from './limits.ts';
import { at } from './shapes.ts';

const handle = z.string().min(1).max(LIMITS.handleLength);

/** POST /restore → RestoreBegun. The set-up code proves the right to it, as for the set-up itself. */
export const RestoreBegin = z.object({
	code: z.string().min(1).max(20),
	/** size of the file that is sent next, by PUT /restore/file with `Authorization: Bearer <handle>` */
	bytes: z.number().int().min(0),
});
export type RestoreBegin = z.infer<typeof RestoreBegin>;

export const RestoreBegun = z.object({ handle: z.string() });
export type RestoreBegun = z.infer<typeof RestoreBegun>;

/** POST /restore/apply → Restored, once everything in the file was checked. The hub then starts anew by itself. */
export const RestoreApply = z.object({
	handle,
	/** one that Debian's `age` was given may be shorter or longer than those of a hub */
	passphrase: z.string().min(1, saying('passphrase-needed')).max(LIMITS.restoredPassphraseMax),
});
export type RestoreApply = z.infer<typeof RestoreApply>;

export const Restored = z.object({
	/** when the backup was made */
	madeAt: at,
	/** of the hub that made it */
	version: z.string(),
});
export type Restored = z.infer<typeof Restored>;

/** POST /restore/progress {handle} → how far it is */
export const RestoreAsk = z.object({ handle });
export const RestoreProgress = z.object({
	/** `reading` also decrypts and compares; `checking` is of the database, whose end cannot be foretold */
	stage: z.enum(['waiting', 'uploading', 'uploaded', 'reading', 'checking', 'placing']),
	/** bytes of the stages `uploading` and `reading` */
	done: z.number().int(),
	of: z.number().int(),
});
export type RestoreProgress = z.infer<typeof RestoreProgress>;
