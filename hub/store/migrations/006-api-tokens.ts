import type { Migration } from '../migrate.ts';

/** API tokens; only the digest of each secret. */
export const apiTokens: Migration = [
	`CREATE TABLE api_token (
		id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL, name TEXT NOT NULL, scope TEXT NOT NULL,
		created_at INTEGER NOT NULL, expires_at INTEGER, last_used_at INTEGER
	) STRICT`,
];
