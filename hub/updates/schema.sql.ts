/** Updates that are not over: they go on after a restart of the hub. */
export const updatesSchema: readonly string[] = [
	`CREATE TABLE update_job (
		device_id TEXT PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE, place INTEGER NOT NULL, by TEXT NOT NULL,
		even_if_on INTEGER NOT NULL
	) STRICT`,
];
