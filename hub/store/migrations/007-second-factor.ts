import type { Migration } from '../migrate.ts';

/** Second factors and their recovery codes, which go with the factor, as it goes with its person. */
export const secondFactor: Migration = [
	`CREATE TABLE second_factor (
		user_id TEXT PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE, sealed BLOB NOT NULL, last_step INTEGER NOT NULL,
		created_at INTEGER NOT NULL
	) STRICT`,
	`CREATE TABLE recovery_code (
		hash TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES second_factor (user_id) ON DELETE CASCADE
	) STRICT`,
];
