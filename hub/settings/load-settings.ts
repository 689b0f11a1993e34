import { SettingsBody } from '../../protocol/dashboard.ts';
import { Setting } from './entities.ts';
import { ianaName } from './iana-name.ts';
import type { Settings } from './settings.ts';

/** Takes up what the household has set; what it has not, or what this version does not understand, stays as by default. */
export async function loadSettings(settings: Settings): Promise<void> {
	const { orm, log } = settings.options;
	for (const { key, value } of await orm.em.fork().find(Setting, {})) {
		const parsed = SettingsBody.safeParse({ ...settings.value, [key]: JSON.parse(value) as unknown });
		if (parsed.success && ianaName(parsed.data.timeZone)) settings.value = parsed.data;
		else log.warn({ setting: key }, 'a setting is not understood by this version; its default is used');
	}
}
