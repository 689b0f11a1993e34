import type { Migration } from '../migrate.ts';

export const historyScenesAndUpdates: Migration = [
	// Tokens that are revoked, configurations that change, rooms and their order.
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
	// What boards with polling firmware are told: one row per board, deleted with its device.
	`CREATE TABLE legacy_board (
		device_id TEXT PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE, relays TEXT NOT NULL
	) STRICT`,
	// Sensor readings in three resolutions. Rows of all series are ordered by time, so that a write changes only the end of the
	// table: a page or two instead of one per series, which spares the SD card. Values are hundredths of the unit; `at` is in
	// Unix seconds, `step` is that divided by the length of the step.
	`CREATE TABLE sensor_series (
		id INTEGER PRIMARY KEY, device_id TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE, sensor INTEGER NOT NULL,
		unit TEXT NOT NULL, UNIQUE (device_id, sensor, unit)
	) STRICT`,
	`CREATE TABLE sensor_raw (
		at INTEGER NOT NULL, series INTEGER NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (at, series)
	) STRICT, WITHOUT ROWID`,
	`CREATE TABLE sensor_five_minutes (
		step INTEGER NOT NULL, series INTEGER NOT NULL, mean INTEGER NOT NULL, least INTEGER NOT NULL, most INTEGER NOT NULL,
		PRIMARY KEY (step, series)
	) STRICT, WITHOUT ROWID`,
	`CREATE TABLE sensor_hour (
		step INTEGER NOT NULL, series INTEGER NOT NULL, mean INTEGER NOT NULL, least INTEGER NOT NULL, most INTEGER NOT NULL,
		PRIMARY KEY (step, series)
	) STRICT, WITHOUT ROWID`,
	// Hours (Unix seconds / 3,600) that got samples since their means were computed, however late those came.
	`CREATE TABLE sensor_stale (hour INTEGER PRIMARY KEY) STRICT`,
	// The samples of the first release.
	`INSERT INTO sensor_series (device_id, sensor, unit)
		SELECT DISTINCT device_id, sensor, unit FROM sensor_sample WHERE device_id IN (SELECT id FROM device)`,
	`INSERT OR REPLACE INTO sensor_raw (at, series, value)
		SELECT sample.at / 1000, series.id, CAST(round(sample.value * 100) AS INTEGER) FROM sensor_sample AS sample
		JOIN sensor_series AS series USING (device_id, sensor, unit)`,
	`INSERT INTO sensor_stale SELECT DISTINCT at / 3600 FROM sensor_raw`,
	`DROP TABLE sensor_sample`,
	// Times are Unix ms.
	`CREATE TABLE presence_spell (
		device_id TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE, from_at INTEGER NOT NULL, state TEXT NOT NULL,
		PRIMARY KEY (device_id, from_at)
	) STRICT, WITHOUT ROWID`,
	// When the hub ran: at other times the presence of boards is unknown.
	`CREATE TABLE hub_run (started_at INTEGER PRIMARY KEY, alive_at INTEGER NOT NULL) STRICT`,
	// Registrations that carry new firmware for an existing device.
	`ALTER TABLE registration ADD COLUMN for_device_id TEXT`,
	// Ids rise with time, so the newest entries are found without an index. SQLite appends the id to each index, so entries of
	// one device, person or kind are in order. Entries without a person are left out of that index.
	`CREATE TABLE audit_entry (
		id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL, device_id TEXT,
		device_name TEXT, relay INTEGER, relay_name TEXT, person TEXT, cause TEXT, details TEXT
	) STRICT`,
	`CREATE INDEX audit_entry_at ON audit_entry (at)`,
	`CREATE INDEX audit_entry_kind ON audit_entry (kind)`,
	`CREATE INDEX audit_entry_device ON audit_entry (device_id) WHERE device_id IS NOT NULL`,
	`CREATE INDEX audit_entry_person ON audit_entry (person) WHERE person IS NOT NULL`,
	`CREATE TABLE scene (
		id TEXT PRIMARY KEY, name TEXT NOT NULL, icon TEXT NOT NULL, kind TEXT NOT NULL, members TEXT NOT NULL,
		created_at INTEGER NOT NULL
	) STRICT`,
	`CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
	// Updates that have not ended, which go on after a restart of the hub.
	`CREATE TABLE update_job (
		device_id TEXT PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE, place INTEGER NOT NULL, by TEXT NOT NULL,
		even_if_on INTEGER NOT NULL
	) STRICT`,
];
