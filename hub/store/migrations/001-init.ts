import type { Migration } from '../migrate.ts';

export const init: Migration = [
	`CREATE TABLE user (
		id TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, password_hash TEXT NOT NULL, role TEXT NOT NULL,
		created_at INTEGER NOT NULL
	) STRICT`,
	`CREATE TABLE session (
		id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE, created_at INTEGER NOT NULL,
		last_used_at INTEGER NOT NULL, address TEXT NOT NULL, user_agent TEXT NOT NULL
	) STRICT`,
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
	`CREATE TABLE registration (
		id TEXT PRIMARY KEY, key_id TEXT NOT NULL UNIQUE, sealed_key BLOB, sealed_wifi BLOB, owner_id TEXT NOT NULL,
		name TEXT NOT NULL, board TEXT NOT NULL, plan TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
		used_by_mac TEXT, device_id TEXT
	) STRICT`,
];
