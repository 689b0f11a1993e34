import type { SettingsBody } from '../../protocol/dashboard.ts';

/** What the settings tell, after it is so. `by` is the name of the person who did it. */
export interface SettingsFacts {
	SettingsChanged: { before: SettingsBody; after: SettingsBody; by: string };
}

export interface SettingsFault {
	kind: 'bad-settings';
	field: string;
	message: string;
}
