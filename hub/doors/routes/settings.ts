import { faultOf } from '../../../protocol/dashboard/faults.ts';
import { SettingsView, SettingsWish } from '../../../protocol/dashboard/settings.ts';
import { err, ok } from '../../base/result.ts';
import type { Devices } from '../../devices/devices.ts';
import { changeSettings } from '../../settings/change-settings.ts';
import type { Settings } from '../../settings/settings.ts';
import { settingsView } from '../../settings/settings-view.ts';
import { apiErrorOf } from '../api-error.ts';
import { type Route, route } from '../server/route.ts';
import { isSession } from '../server/session/who-is.ts';
import { type Guarded, checkOwnProof } from './account/own-password.ts';

export function settingsRoutes(deps: Guarded & { settings: Settings; devices: Devices; now: () => number }): Route[] {
	const { settings, devices, now } = deps;
	return [
		route({
			method: 'GET',
			path: '/settings',
			summary: 'Time zone, place and how long the history is kept',
			access: 'settings.see',
			answer: { status: 200, schema: SettingsView },
			handle: async () => ok({ status: 200, json: settingsView(settings, now()) }),
		}),
		route({
			method: 'PUT',
			path: '/settings',
			summary: 'Change those that are given; boards with schedules are told at once, or when they connect',
			access: 'settings.change',
			body: SettingsWish,
			answer: { status: 200, schema: SettingsView },
			async handle(asked) {
				const { body, who } = asked;
				let changed = await changeSettings(settings, devices, body, who.actor);
				if (!changed.ok && changed.error.kind === 'password-needed') {
					if (!isSession(who)) return err(apiErrorOf(faultOf('api-token-may-not')));
					const proved = await checkOwnProof(deps, { ...asked, who }, body);
					if (!proved.ok) return proved;
					changed = await changeSettings(settings, devices, body, who.actor, true);
				}
				return changed.ok ? ok({ status: 200, json: settingsView(settings, now()) }) : err(apiErrorOf(changed.error));
			},
		}),
	];
}
