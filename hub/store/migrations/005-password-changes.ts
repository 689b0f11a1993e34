import type { Migration } from '../migrate.ts';

/** Counts a person's passwords, so that browsers known by an earlier one are strangers. */
export const passwordChanges: Migration = ['ALTER TABLE user ADD COLUMN password_changes INTEGER NOT NULL DEFAULT 0'];
