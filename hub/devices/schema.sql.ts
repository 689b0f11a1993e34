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

/** The second step: tokens that are revoked, configurations that change, rooms and order, boards with polling firmware. */
export const devicesLifeSchema: readonly string[] = [
	`ALTER TABLE device ADD COLUMN room TEXT`,
	`ALTER TABLE device ADD COLUMN position INTEGER NOT NULL DEFAULT 0`,
	`ALTER TABLE device ADD COLUMN plan_version INTEGER NOT NULL DEFAULT 1`,
	`ALTER TABLE device ADD COLUMN revision INTEGER NOT NULL DEFAULT 0`,
	`ALTER TABLE device ADD COLUMN applied_revision INTEGER NOT NULL DEFAULT 0`,
	`ALTER TABLE device ADD COLUMN running_plan TEXT`,
	`ALTER TABLE device ADD COLUMN config_error TEXT`,
	`ALTER TABLE device ADD COLUMN config_changed_at INTEGER`,
	`ALTER TABLE device ADD COLUMN config_applied_at INTEGER`,
	`ALTER TABLE device ADD COLUMN wifi_name TEXT`,
	`ALTER TABLE device ADD COLUMN sealed_wifi BLOB`,
	`ALTER TABLE device ADD COLUMN revoked_at INTEGER`,
	`ALTER TABLE device ADD COLUMN legacy_token_hash TEXT`,
	`ALTER TABLE device_key ADD COLUMN revoked_at INTEGER`,
];
