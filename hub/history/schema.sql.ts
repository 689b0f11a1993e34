/**
 * The ids rise with time, so that the newest are found without an index. Each index ends in the id by itself: entries of
 * one device, person or kind lie in order. Many entries have no person, and those need no place in its index.
 */
export const auditSchema: readonly string[] = [
	`CREATE TABLE audit_entry (
		id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL, device_id TEXT,
		device_name TEXT, relay INTEGER, relay_name TEXT, person TEXT, cause TEXT, details TEXT
	) STRICT`,
	`CREATE INDEX audit_entry_at ON audit_entry (at)`,
	`CREATE INDEX audit_entry_kind ON audit_entry (kind)`,
	`CREATE INDEX audit_entry_device ON audit_entry (device_id) WHERE device_id IS NOT NULL`,
	`CREATE INDEX audit_entry_person ON audit_entry (person) WHERE person IS NOT NULL`,
];
