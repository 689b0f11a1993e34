export const scenesSchema: readonly string[] = [
	`CREATE TABLE scene (
		id TEXT PRIMARY KEY, name TEXT NOT NULL, icon TEXT NOT NULL, kind TEXT NOT NULL, members TEXT NOT NULL,
		created_at INTEGER NOT NULL
	) STRICT`,
];
