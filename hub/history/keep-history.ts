import type { Accounts } from '../accounts/accounts.ts';
import type { Backups } from '../backup/nightly/backups.ts';
import type { Claims } from '../claims/claims.ts';
import type { Devices } from '../devices/devices.ts';
import type { Packs } from '../firmware-images/packs/packs.ts';
import { PresenceHistory } from '../devices/presence/presence-history.ts';
import { keepRollingUp } from '../devices/readings/samples-roll-up.ts';
import type { Scenes } from '../scenes/scenes.ts';
import type { HouseSchedules } from '../schedules/house-schedules.ts';
import type { Settings } from '../settings/settings.ts';
import type { Updates } from '../updates/updates.ts';
import type { Networks } from '../wifi/networks.ts';
import { Audit } from './audit.ts';
import { listenToClaims } from './claim-audit.ts';
import { listenToDevices } from './device-audit.ts';
import type { Https } from '../https/https.ts';
import { listenToBackups, listenToFirmware, listenToHttps, listenToSettings } from './hub-audit.ts';
import { listenToNetworks } from './network-audit.ts';
import { listenToPeople } from './people-audit.ts';
import { listenToSchedules } from './schedule-audit.ts';
import { listenToScenes } from './scene-audit.ts';
import { listenToUpdates } from './update-audit.ts';
import { keepPruned } from './prune-audit.ts';

export interface KeptHistory {
	audit: Audit;
	presence: PresenceHistory;
	/** begins recording; call when the hub listens, before boards connect */
	begin(version: string, backups: Backups, https: Https): void;
	/** ends recording; call before a stopping hub closes its links, so that boards are not recorded as gone */
	hubStops(): void;
	/** writes what waits; call before the database is closed */
	end(): Promise<void>;
}

/** Starts everything that records what happens: the audit log, presence, and the means of the sensors. */
export async function keepHistory(areas: {
	devices: Devices;
	claims: Claims;
	scenes: Scenes;
	updates: Updates;
	settings: Settings;
	house: HouseSchedules;
	accounts: Pick<Accounts, 'events'>;
	networks: Networks;
	packs: Pick<Packs, 'events'>;
}): Promise<KeptHistory> {
	const { devices, claims, scenes, updates, settings, house, accounts, networks, packs } = areas;
	const { orm, clock, log } = devices.options;
	const audit = await Audit.open({ orm, clock, log });
	const presence = new PresenceHistory(devices);
	const endings: (() => void)[] = [];
	return {
		audit,
		presence,
		begin(version, backups, https) {
			audit.record({ what: 'hub-started', details: { version } });
			presence.start();
			const timers = [keepPruned(audit, () => settings.value.historyDays), keepRollingUp(devices)];
			endings.push(
				listenToDevices(audit, devices),
				listenToClaims(audit, claims),
				listenToScenes(audit, scenes),
				listenToUpdates(audit, updates),
				listenToSettings(audit, settings),
				listenToSchedules(audit, { devices, house }),
				listenToPeople(audit, accounts),
				listenToNetworks(audit, networks),
				listenToFirmware(audit, packs),
				listenToBackups(audit, backups),
				listenToHttps(audit, https),
				devices.events.on('PresenceMoved', ({ device }) => presence.moved(device)),
				() => timers.forEach((timer) => timer.cancel()),
			);
		},
		hubStops() {
			for (const end of endings.splice(0)) end();
			audit.record({ what: 'hub-stopped' });
		},
		async end() {
			await presence.stop();
			await audit.stop();
		},
	};
}
