/** What boards with polling firmware are told: one row a board, gone with its device. */
export const legacySchema: readonly string[] = [
	`CREATE TABLE legacy_board (
		device_id TEXT PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE, relays TEXT NOT NULL
	) STRICT`,
];
