/** Times are Unix ms. */
export const presenceHistorySchema: readonly string[] = [
	`CREATE TABLE presence_spell (
		device_id TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE, from_at INTEGER NOT NULL, state TEXT NOT NULL,
		PRIMARY KEY (device_id, from_at)
	) STRICT, WITHOUT ROWID`,
	// When the hub ran: what it cannot have seen is nobody's presence.
	`CREATE TABLE hub_run (started_at INTEGER PRIMARY KEY, alive_at INTEGER NOT NULL) STRICT`,
];
