export const claimsSchema: readonly string[] = [
	`CREATE TABLE registration (
		id TEXT PRIMARY KEY, key_id TEXT NOT NULL UNIQUE, sealed_key BLOB, sealed_wifi BLOB, owner_id TEXT NOT NULL,
		name TEXT NOT NULL, board TEXT NOT NULL, plan TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
		used_by_mac TEXT, device_id TEXT
	) STRICT`,
];

/** The second step: registrations that carry new firmware for a device that is there already. */
export const claimsFirmwareSchema: readonly string[] = [`ALTER TABLE registration ADD COLUMN for_device_id TEXT`];
