/** The hub's database and its disk. */
import { z } from 'zod';
import { at } from './shapes.ts';

/** GET /storage (owner) */
export const StorageView = z.object({
	/** of the database and its write-ahead log */
	bytes: z.number().int().min(0),
	/** free room of the disk they are on; null if the system does not say */
	freeBytes: z.number().int().min(0).nullable(),
	/** when every page was read last, and whether all were undamaged; null: not yet */
	check: z.object({ at, ok: z.boolean() }).nullable(),
});
export type StorageView = z.infer<typeof StorageView>;
