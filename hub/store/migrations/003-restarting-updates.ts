import type { Migration } from '../migrate.ts';

/** Remembers across a restart of the hub that a board is starting its new firmware. */
export const restartingUpdates: Migration = ['ALTER TABLE update_job ADD COLUMN restarting INTEGER NOT NULL DEFAULT 0'];
