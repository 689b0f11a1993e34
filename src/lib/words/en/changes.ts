import { CHANGE_WORDS } from '$protocol/dashboard/change-words.ts';
import type { ChangedSchedule } from '$protocol/dashboard/changes.ts';
import type { Unit } from '$protocol/dashboard/shapes.ts';
import { offsetText } from '$lib/words/format/readings.ts';
import { translatable } from '$lib/words/language.ts';
import { scheduleWords } from './schedules.ts';

/** What was changed of a device, a scene or the settings, in the audit log: as the CSV says it, in this person's formats. */
export const changeWords = translatable('changeWords', {
	...CHANGE_WORDS,
	offset: (unit: Unit, by: number) => offsetText(by, unit),
	schedule({ relay, on, forMs, when = 'always', varyMinutes = 0, ...rest }: ChangedSchedule): string {
		const days = scheduleWords.when({ ...rest, when, varyMinutes }).replace(/^Every/, 'every');
		return `${scheduleWords.sentence(relay ?? CHANGE_WORDS.values.none!, on, forMs)}, ${days}`;
	},
});
