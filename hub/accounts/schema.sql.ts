export const accountsSchema: readonly string[] = [
	`CREATE TABLE user (
		id TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, password_hash TEXT NOT NULL, role TEXT NOT NULL,
		created_at INTEGER NOT NULL
	) STRICT`,
	`CREATE TABLE session (
		id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE, created_at INTEGER NOT NULL,
		last_used_at INTEGER NOT NULL, address TEXT NOT NULL, user_agent TEXT NOT NULL
	) STRICT`,
];
