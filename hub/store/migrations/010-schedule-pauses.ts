import type { Migration } from '../migrate.ts';

/** Until when the schedules of a device are paused, all of them or single ones. */
export const schedulePauses: Migration = [`ALTER TABLE device ADD COLUMN pauses TEXT NOT NULL DEFAULT '{}'`];
