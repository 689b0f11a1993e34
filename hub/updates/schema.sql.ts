/** Updates that are not over: they go on after a restart of the hub. */
export const updatesSchema: readonly string[] = [
	`CREATE TABLE update_job (
		device_id TEXT PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE, place INTEGER NOT NULL, by TEXT NOT NULL,
		even_if_on INTEGER NOT NULL
	) STRICT`,
];

/** The third step: what a board that starts its new firmware still owes is known after a restart of the hub. */
export const updatesRestartSchema: readonly string[] = [
	'ALTER TABLE update_job ADD COLUMN restarting INTEGER NOT NULL DEFAULT 0',
];
