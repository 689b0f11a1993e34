export const devicesSchema: readonly string[] = [
	`CREATE TABLE device (
		id TEXT PRIMARY KEY, name TEXT NOT NULL, mac TEXT NOT NULL, board TEXT NOT NULL, owner_id TEXT NOT NULL,
		plan TEXT NOT NULL, claimed_at INTEGER NOT NULL
	) STRICT`,
	`CREATE TABLE device_key (
		key_id TEXT PRIMARY KEY, device_id TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE, sealed BLOB NOT NULL,
		created_at INTEGER NOT NULL, proven_at INTEGER
	) STRICT`,
	`CREATE TABLE device_live (
		device_id TEXT PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE, last_seen_at INTEGER, vitals TEXT NOT NULL,
		relays TEXT NOT NULL
	) STRICT`,
	`CREATE TABLE sensor_sample (
		id INTEGER PRIMARY KEY, device_id TEXT NOT NULL, sensor INTEGER NOT NULL, unit TEXT NOT NULL, at INTEGER NOT NULL,
		value REAL NOT NULL
	) STRICT`,
];
