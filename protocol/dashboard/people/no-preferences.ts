import type { Preferences } from './preferences.ts';

/** Of everybody who has chosen nothing. Not beside its schema, so that the dashboard's bundle does not contain zod. */
export const NO_PREFERENCES: Preferences = {
	language: 'auto',
	hours: 'auto',
	weekStart: 'auto',
	temperature: 'auto',
};
