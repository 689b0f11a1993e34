import type { Migration } from '../migrate.ts';

/** Wi-Fi networks of the household, kept for the next board. Only an open one has no sealed password. */
export const wifiNetworks: Migration = [
	`CREATE TABLE wifi_network (
		id TEXT PRIMARY KEY, ssid TEXT NOT NULL UNIQUE, sealed BLOB, created_at INTEGER NOT NULL
	) STRICT`,
];
