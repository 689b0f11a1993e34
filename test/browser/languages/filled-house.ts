import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import type { DeviceConfig } from '../../../protocol/dashboard/plan.ts';
import { guestOf } from '../../harness/people/member.ts';
import { READ, newToken } from '../../harness/people/api-tokens.ts';
import { invite, person } from '../../harness/people/people.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

/** Names that people chose are Greek here, so that they are told from every sentence of the dashboard. */
const KITCHEN = 'Κουζίνα';
const RELAYS = [
	{ name: 'Φως', icon: 'light' },
	{ name: 'Πόρτα', icon: 'door', pulseMs: 500 },
	{ name: 'Αντλία', icon: 'pump', maxOnMs: 3_600_000, notInAllOff: true },
	{ name: 'Πάνω', icon: 'blind', interlockGroup: 1, deadTimeMs: 500 },
	{ name: 'Κάτω', icon: 'blind', interlockGroup: 1, powerOn: 'last' },
] as const;
const WEEK = 127;
const DAY_MS = 24 * 3_600_000;

/** The pages of the dashboard, by their addresses. */
export interface FilledHouse {
	house: BrowserHouse;
	/** those of somebody who is signed in */
	pages: string[];
	/** those of nobody */
	gates: string[];
	remove(): Promise<void>;
}

/** A house with something of everything that a page can show. */
export async function fillHouse(): Promise<FilledHouse> {
	const house = new BrowserHouse();
	await house.start();
	const { owner, view } = house;
	const call = <T = { id: string }>(method: string, path: string, body?: unknown) => owner.call<T>(method, path, body);
	const town = { name: 'Βόλος', country: 'GR' };
	const place = { latitude: 39.4, longitude: 22.9, town };
	await call('PUT', '/settings', { timeZone: 'Europe/Athens', place, historyDays: 365 });

	const kitchen = await addKitchen(house);
	const away = await house.add('Υπόγειο', ['Βάνα']);
	await call('PATCH', `/devices/${away.id}`, { room: 'Κάτω όροφος' });
	away.board.cut();
	const legacy = await call<{ device: { id: string } }>('POST', '/legacy-devices', {
		name: 'Αποθήκη',
		relays: [{ id: 1, name: 'Λάμπα' }],
	});
	await call('POST', '/wifi-networks', { ssid: 'Λιμάνι', password: 'salt and tar on the pier' });
	const wifi = { ssid: 'Λιμάνι', password: 'salt and tar on the pier' };
	const relays = [{ id: 1, name: 'Σύρτης', gpio: 5, activeLow: false }];
	const pending = await owner.addVirtualBoard({ name: 'Πύλη', board: 'd1-mini', relays, sensors: [], wifi });

	const members = [1, 3].map((relay) => ({ device: kitchen, relay, on: true }));
	const scene = await call('POST', '/scenes', { name: 'Βράδυ', kind: 'scene', icon: 'light', members });
	const group = await call('POST', '/scenes', { name: 'Όλα', kind: 'group', icon: 'light', members });
	await call('PUT', '/account/home', { ...EMPTY_HOME, favourites: [`scene:${scene.id}`, `scene:${group.id}`] });
	await call('POST', `/scenes/${scene.id}/run`, {});
	await call('PUT', `/devices/${kitchen}/relays/3`, { on: true, forMs: 600_000 });

	await guestOf(house.hub, 'ζωη', [{ kind: 'room', room: 'Επάνω', may: 'switch' }]);
	const guest = await person(owner, 'ζωη');
	const { secret } = await invite(owner);
	await newToken(owner, READ, { name: 'Τηλέφωνο', expiresAt: Date.now() + DAY_MS });
	await house.hub.browser().request('POST', '/session', { name: 'anna', password: 'wrong' });
	await view.until(() => view.device('Υπόγειο')?.presence.state !== 'online');

	return {
		house,
		pages: [
			'/',
			`/devices/${kitchen}`,
			'/activity',
			'/devices',
			`/devices/${away.id}`,
			`/devices/${legacy.device.id}`,
			'/add',
			'/add/legacy',
			`/pending/${pending.id}`,
			'/automations',
			'/scenes',
			'/scenes/new',
			`/scenes/${scene.id}`,
			'/people',
			`/people/${guest.id}`,
			'/account',
			'/settings',
			'/more',
			'/wall',
			'/nowhere',
		],
		gates: ['/signin', '/setup', `/join#${secret}`, '/trust'],
		remove: () => house.remove(),
	};
}

async function addKitchen({ owner, view, hub }: BrowserHouse): Promise<string> {
	const relays = RELAYS.map((relay, index) => ({ id: index + 1, gpio: index, activeLow: false, ...relay }));
	const pending = await owner.addVirtualBoard({
		name: KITCHEN,
		relays,
		inputs: [
			{ id: 1, name: 'Διακόπτης', gpio: 5, mode: 'follow', relay: 1 },
			{ id: 2, name: 'Κουμπί', gpio: 6, mode: 'push-button', relay: 3 },
		],
		sensors: [{ id: 1, type: 'virtual' }],
	});
	hub.board(await owner.configFile(pending.id));
	await view.until(
		() =>
			view.device(KITCHEN)?.readings[0]?.value &&
			view.device(KITCHEN)?.relays.every(({ reported }) => reported !== null),
	);
	const { id } = view.device(KITCHEN)!;
	await owner.call('PATCH', `/devices/${id}`, { room: 'Επάνω' });
	const { config, plan } = await owner.call<DeviceConfig>('GET', `/devices/${id}/config`);
	const schedules = [
		{ id: 1, relay: 1, on: true, weekdays: WEEK, event: 'time', minutes: 420, forMs: 1_200_000 },
		{ id: 2, relay: 1, on: false, weekdays: 31, event: 'sunset', minutes: -30 },
		{ id: 3, relay: 3, on: true, weekdays: 5, event: 'sunrise', minutes: 0, when: 'in-vacation', varyMinutes: 20 },
	];
	await owner.call('PUT', `/devices/${id}/config`, { ...plan, version: config.version, schedules });
	await owner.call('PUT', `/devices/${id}/relays/1`, { on: true });
	await view.until(() => view.relay(id, 1)?.reported);
	return id;
}
