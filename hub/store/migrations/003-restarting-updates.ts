import type { Migration } from '../migrate.ts';

/** What a board that starts its new firmware still owes is known after a restart of the hub. */
export const restartingUpdates: Migration = ['ALTER TABLE update_job ADD COLUMN restarting INTEGER NOT NULL DEFAULT 0'];
