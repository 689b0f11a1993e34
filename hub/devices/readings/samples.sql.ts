/**
 * What sensors told, in three grains. Rows of all series lie together in the order of time, so that writing touches the
 * table's end alone: a page or two instead of one a series, which is what an SD card wears by. Values are hundredths of
 * the unit; `at` is Unix seconds, `step` that divided by the step's length.
 */
export const samplesSchema: readonly string[] = [
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
	// Hours (Unix seconds / 3,600) that got samples since their means were made, however late those came.
	`CREATE TABLE sensor_stale (hour INTEGER PRIMARY KEY) STRICT`,
	// What the first release kept.
	`INSERT INTO sensor_series (device_id, sensor, unit)
		SELECT DISTINCT device_id, sensor, unit FROM sensor_sample WHERE device_id IN (SELECT id FROM device)`,
	`INSERT OR REPLACE INTO sensor_raw (at, series, value)
		SELECT sample.at / 1000, series.id, CAST(round(sample.value * 100) AS INTEGER) FROM sensor_sample AS sample
		JOIN sensor_series AS series USING (device_id, sensor, unit)`,
	`INSERT INTO sensor_stale SELECT DISTINCT at / 3600 FROM sensor_raw`,
	`DROP TABLE sensor_sample`,
];
