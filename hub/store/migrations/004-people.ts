import type { Migration } from '../migrate.ts';

/** Members and guests, their invitations, and sessions that can be named in a list. */
export const people: Migration = [
	'ALTER TABLE user ADD COLUMN access TEXT',
	'ALTER TABLE user ADD COLUMN may_update_others INTEGER NOT NULL DEFAULT 0',
	`ALTER TABLE session ADD COLUMN shown_id TEXT NOT NULL DEFAULT ''`,
	'UPDATE session SET shown_id = lower(hex(randomblob(16)))',
	`CREATE TABLE invitation (
		id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL UNIQUE, role TEXT NOT NULL, access TEXT, name TEXT NOT NULL,
		created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, made_by TEXT NOT NULL
	) STRICT`,
];
