import type { Migration } from '../migrate.ts';

/** The hash of the PIN by which a session is locked to its wall panel. */
export const wallLock: Migration = ['ALTER TABLE session ADD COLUMN wall_pin TEXT'];
