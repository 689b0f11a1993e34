import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { HubInfo } from '../protocol/dashboard/people/accounts.ts';
import packageJson from '../package.json' with { type: 'json' };
import { EndedSessions } from './accounts/ended-sessions.ts';
import { expireInvitations } from './accounts/invitations/expire-invitations.ts';
import { openAccounts } from './accounts/open-accounts.ts';
import { RateLimit } from './accounts/limits/rate-limit.ts';
import { SignInLimit } from './accounts/limits/sign-in-limit.ts';
import { keepNightly } from './backup/nightly/keep-nightly.ts';
import { openBackups } from './backup/nightly/open-backups.ts';
import { tellRestored } from './backup/restore/tell-restored.ts';
import { keepHistory } from './history/keep-history.ts';
import { systemClock } from './base/clock.ts';
import { newId, systemRandom } from './base/random.ts';
import { type Result, failure, ok } from './base/result.ts';
import { Claims } from './claims/claims.ts';
import { MAX_PLAYED } from './claims/limits.ts';
import { loadClaims } from './claims/load-claims.ts';
import { BUILT } from './built-files.ts';
import { expirePendingDevices } from './claims/pending/expire-pending-devices.ts';
import type { Config } from './config/config.ts';
import { dependentsOn } from './wiring/device-dependents.ts';
import { Devices } from './devices/devices.ts';
import { HourlyLimit } from './base/hourly-limit.ts';
import { dropImpossibleWifi } from './devices/config/drop-impossible-wifi.ts';
import { keepClocks } from './devices/links/tell-clock.ts';
import { loadDevices } from './devices/load-devices.ts';
import { loadLegacyBoards } from './devices/legacy/load-legacy-boards.ts';
import { advertise } from './discovery/advertise.ts';
import { DashboardDoor } from './doors/dashboard-door.ts';
import { DashboardFeed } from './doors/dashboard-feed.ts';
import { GuestFeed } from './doors/guests/guest-feed.ts';
import { openDeviceDoor } from './doors/device-door.ts';
import { accountRoutes } from './doors/routes/account/account.ts';
import { openApiDoor } from './doors/server/api-door.ts';
import { arrangeRoutes } from './doors/routes/arrangement.ts';
import { deviceRoutes } from './doors/routes/devices.ts';
import { historyRoutes } from './doors/routes/history.ts';
import { legacyRoutes } from './doors/routes/legacy-token.ts';
import { lifeRoutes } from './doors/routes/device-life.ts';
import { openApiRoute } from './doors/server/openapi.ts';
import { pendingRoutes } from './doors/routes/pending.ts';
import type { Route } from './doors/server/route.ts';
import { safeError } from './doors/server/safe-error.ts';
import { sceneRoutes } from './doors/routes/scenes.ts';
import { scheduleRoutes } from './doors/routes/schedules.ts';
import { settingsRoutes } from './doors/routes/settings.ts';
import { askersOf } from './doors/server/session/askers.ts';
import { clientAddress } from './doors/server/origin/client-address.ts';
import { openLegacyDoor } from './doors/legacy/legacy-door.ts';
import { originAllowed } from './doors/server/origin/origin.ts';
import { updateRoutes } from './doors/routes/updates.ts';
import { wifiNetworkRoutes } from './doors/routes/wifi-networks.ts';
import { Views } from './doors/views.ts';
import type { Hub, Overrides, StartFault } from './hub-start.ts';
import { hubAddresses, hubAddressesForVirtualBoards } from './hub-addresses.ts';
import { updateImage } from './firmware-images/update-image.ts';
import { openData } from './open-data.ts';
import { loadScenes } from './scenes/load-scenes.ts';
import { Scenes } from './scenes/scenes.ts';
import { sendUnsent } from './schedules/hold-house.ts';
import { openHouseSchedules } from './schedules/house-schedules.ts';
import { loadSettings, Settings } from './settings/settings.ts';
import { takeTimeZone } from './settings/take-time-zone.ts';
import { loadUpdates } from './updates/load-updates.ts';
import { haltUpdates } from './updates/run-next.ts';
import { Updates } from './updates/updates.ts';
import { VirtualBoards } from './virtual-board/runner.ts';
import { openNetworks } from './wifi/networks.ts';
import { WebServer } from './doors/server/web-server.ts';
import { type Replaceable, routesOfBackups } from './wiring/wire-backups.ts';
import { wireFirmware } from './wiring/wire-firmware.ts';
import { wireHttps } from './wiring/wire-https.ts';
import { operate } from './wiring/wire-operation.ts';
import { routesOfPeople } from './wiring/wire-people.ts';

/** At a stop, uWebSockets.js gets this long to send the close frames of the links. */
const CLOSE_GRACE_MS = 100;
/** At a stop, requests that were received already are given this long to be answered. */
const ANSWER_GRACE_MS = 1_000;
/** Lines of refused boards in the log an hour, of all addresses: strangers may have hundreds. */
const REFUSED_LINES_AN_HOUR = 1_000;

/** Starts the hub. The only place that knows all its parts; integration tests start the hub with it too. */
export async function startHub(
	config: Config,
	overrides: Partial<Overrides & Replaceable> & { log: Logger },
): Promise<Result<Hub, StartFault>> {
	const clock = overrides.clock ?? systemClock;
	const random = overrides.random ?? systemRandom;
	const log = overrides.log.child({}, { serializers: { err: safeError } });

	const data = await openData(config.data, random, log);
	if (!data.ok) return data;
	const { folder, vault, orm } = data.value;
	let port = config.port;
	const { beatWatchedMs, beatIdleMs, publicUrl, trustedProxies } = config;
	const settings = new Settings({ orm, clock, log });
	await loadSettings(settings);
	const place = () => ({ timeZone: settings.posixTimeZone, at: settings.value.place });
	const house = await openHouseSchedules({ orm, clock, random, log });
	const held = { place, house: () => house.value };
	const devices = new Devices({ orm, clock, random, vault, log, beatWatchedMs, beatIdleMs, ...held });
	const addresses = ({ virtual }: { virtual: boolean }) =>
		virtual ? hubAddressesForVirtualBoards(config, port) : hubAddresses(config, port);
	const player = new VirtualBoards({ folder: folder.virtualBoards, port: () => port, clock, random, log });
	const claims = new Claims({ orm, clock, random, vault, log, devices, player, hubId: folder.hubId, addresses });
	const scenes = new Scenes({ orm, clock, random, log, devices });
	await loadDevices(devices);
	await loadLegacyBoards(devices);
	await loadClaims(claims);
	await loadScenes(scenes);
	const { firmwareSources } = overrides;
	const firmware = wireFirmware(folder.path, devices, { clock, random, log, firmwareSources });
	const { images, packs } = firmware;
	const updates = new Updates({ orm, clock, log, devices, imageOf: (board) => updateImage(images, board) });
	const opened = await openAccounts({ orm, clock, random, log, config, overrides }, vault, folder);
	const { accounts } = opened;
	let { needsSetUp } = opened;
	const networks = await openNetworks({ orm, clock, random, vault, log });
	const history = await keepHistory({ devices, claims, scenes, updates, settings, house, accounts, networks, packs });
	const parts = { clock, random, log, config, settings };
	const backups = await openBackups(data.value, parts, [devices.writes, history.audit]);

	devices.dependents = dependentsOn(scenes, updates, accounts);
	const views = new Views(devices, claims, updates, (id, keyId) => player.has(id, keyId));
	const hub = (): HubInfo => ({ name: config.name, version: packageJson.version, needsSetUp });
	const addressOf = (remote: ArrayBuffer, forwarded: string) => clientAddress(remote, forwarded, trustedProxies);
	const { sessionOf, whoIs, asker } = askersOf(accounts, () => settings.offsetAt);
	const server = new WebServer({ clock, log, trustedProxies, addressOf, sessionOf });
	const { app, log: doorLog, facts } = server;
	const endedSessions = new EndedSessions(folder.endedSessions);
	const boardTries = new RateLimit(clock);
	const refusedLines = new HourlyLimit(clock, REFUSED_LINES_AN_HOUR);
	const announced = Buffer.from(folder.hubId).toString('hex');
	const served = { dashboard: overrides.dashboard ?? BUILT.dashboard, hubId: announced, plainPort: () => port };
	const secure = await wireHttps(server, data.value, { ...parts, ...served, accounts });
	const { browsers, headers } = secure;
	let stopping = false;
	const asked = { headers, trustedProxies, addressOf, asker };
	const door = { data: data.value, facts, ...asked, isStopping: () => stopping };
	const operation = await operate(browsers, { clock, log, devices, claims, backups, history }, door);

	const deviceDoor = openDeviceDoor(app, {
		claims,
		devices,
		updates,
		clock,
		random,
		log,
		facts,
		hubId: folder.hubId,
		timeZone: () => settings.posixTimeZone,
		doorLog,
		refused: (address) => boardTries.failUnlessBanned(address) && refusedLines.take('all'),
		addressOf,
		proven: (address) => server.known.add(address),
	});
	const dashboardDoor = new DashboardDoor(browsers, {
		devices,
		clock,
		log: doorLog,
		facts,
		whoIs,
		addressOf,
		trustedProxies,
		sessionsEndedElsewhere: () => endedSessions.checkChanged(),
		originAllowed: (headers) => originAllowed(headers, publicUrl),
	});
	const stream = { epoch: newId(random), hub, devices, accounts };
	dashboardDoor.serve({
		household: new DashboardFeed({
			...stream,
			views,
			now: () => clock.now(),
			publish: (told) => dashboardDoor.publish(told),
			claims,
			scenes,
			updates,
			audit: history.audit,
			networks,
		}),
		guests: new GuestFeed({ ...stream, clock, settings }),
		people: accounts.events,
	});
	const tries = new SignInLimit(clock).watchedBy(accounts.lockOuts);
	const pollTries = new RateLimit(clock).watchedBy(accounts.lockOuts, 'polling-token');
	const routes: Route[] = [
		...accountRoutes({
			accounts,
			tries,
			hub,
			setUpDone: (owner, timeZone) => {
				needsSetUp = false;
				return takeTimeZone(settings, devices, timeZone, owner);
			},
			signed: (way, by, address) => history.audit.record({ what: `signed-${way}`, by, details: { address } }),
		}),
		...routesOfPeople({ accounts, claims, scenes, dashboardDoor, tries, settings }),
		...deviceRoutes({ devices, claims, views }),
		...historyRoutes({ ...history, devices, settings, version: packageJson.version }),
		...lifeRoutes({ claims, views, player, networks }),
		...arrangeRoutes({ devices, accounts, views }),
		...legacyRoutes({ devices, views }),
		...sceneRoutes({ scenes }),
		...updateRoutes(updates),
		...routesOfBackups({ backups, accounts, tries }, overrides.replaceBy),
		...operation.routes,
		...secure.routes({ accounts, tries }),
		...settingsRoutes({ settings, devices, accounts, tries, now: () => clock.now() }),
		...scheduleRoutes({ settings, house, devices, now: () => clock.now() }),
		...pendingRoutes({ claims, views, networks }),
		...wifiNetworkRoutes(networks),
		...firmware.routes(claims),
	];
	routes.push(openApiRoute(routes, packageJson.version));
	openLegacyDoor(app, { devices, log: doorLog, facts, tries: pollTries, addressOf });
	const apiDoor = openApiDoor(browsers, routes, { ...asked, log: doorLog, facts, publicUrl });
	secure.serveFiles();

	const safe = await secure.begin();
	const listening = safe.ok ? await server.listen(config.host, config.port) : undefined;
	if (listening === undefined) {
		operation.cancel();
		await dashboardDoor.stop();
		server.close();
		await data.value.close();
		if (!safe.ok) return safe;
		return failure(
			'port',
			`Port ${config.port} on ${config.host} is in use or may not be opened. Set MOORING_PORT to another.`,
		);
	}
	port = listening;
	history.begin(packageJson.version, backups, secure.https);
	await tellRestored(backups, () => history.audit.flush());
	devices.stalls.start();
	await dropImpossibleWifi(devices);
	await sendUnsent(house, devices);
	log.info({ port, host: config.host }, 'listening');

	const timers = [
		expirePendingDevices(claims),
		expireInvitations(accounts, log),
		keepClocks(devices),
		keepNightly(backups),
		await firmware.begin(),
		secure.keep(),
		operation,
	];
	await player.resume(MAX_PLAYED);
	await loadUpdates(updates);
	const advertisement = config.mdns ? advertise({ name: config.name, port, hubId: announced, log }) : undefined;

	return ok({
		port,
		httpsAddresses: secure.addresses,
		setUpCode: () => (needsSetUp ? accounts.setupCode.current() : undefined),
		async stop() {
			stopping = true;
			history.hubStops();
			for (const timer of timers) timer.cancel();
			haltUpdates(updates);
			devices.stalls.stop();
			const goodbye = advertisement?.stop();
			player.stopAll();
			deviceDoor.stop();
			server.stopListening();
			await dashboardDoor.stop();
			await sleep(CLOSE_GRACE_MS);
			await Promise.race([apiDoor.idle(), sleep(ANSWER_GRACE_MS, undefined, { ref: false })]);
			server.close();
			await devices.writes.flush();
			devices.writes.stop();
			await accounts.tokens.stop();
			await history.end();
			await Promise.all([goodbye, data.value.close()]);
		},
	});
}
