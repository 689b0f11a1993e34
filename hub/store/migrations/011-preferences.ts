import type { Migration } from '../migrate.ts';

/** How the dashboard speaks to each person, which goes with them. */
export const preferences: Migration = [
	`CREATE TABLE preferences (
		user_id TEXT PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE, chosen TEXT NOT NULL
	) STRICT`,
];
