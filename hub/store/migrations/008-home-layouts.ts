import type { Migration } from '../migrate.ts';

/** How each person has arranged their Home, which goes with them. */
export const homeLayouts: Migration = [
	`CREATE TABLE home_layout (
		user_id TEXT PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE, layout TEXT NOT NULL
	) STRICT`,
];
