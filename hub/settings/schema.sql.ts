export const settingsSchema: readonly string[] = [
	`CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
];
