import { mkdirSync } from 'node:fs';
import type { RelayIcon } from '../../../protocol/dashboard/plan.ts';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import { BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { HubProcess } from '../../harness/hub-process.ts';
import { DESK, PHONE, launch, openPage } from './chromium.ts';

/** Makes the README's pictures from the running hub: Home of a house with six virtual boards, one pending device. */
const FOLDER = 'docs';
const HOUSE = [
	{
		room: 'Kitchen',
		name: 'Kitchen board',
		relays: { 'Ceiling light': 'light', 'Worktop light': 'light', Fan: 'fan' },
	},
	{ room: 'Living room', name: 'Living room board', relays: { 'Floor lamp': 'light', 'Reading lamp': 'light' } },
	{ room: 'Bathroom', name: 'Bathroom board', relays: { Fan: 'fan', 'Towel rail': 'heat' } },
	{ room: 'Cellar', name: 'Boiler board', relays: { Circulator: 'pump', 'Hot water': 'heat' } },
	{ room: 'Garden', name: 'Garden board', relays: { 'Beds, east': 'garden', 'Terrace light': 'light' } },
	{ room: 'Garage', name: 'Garage board', relays: { Door: 'door', Light: 'light' } },
] as const;
const WATERED_MS = 20 * 60_000;

const hub = new HubProcess({ MOORING_NAME: 'Lindenweg 12' });
const browser = await launch();
try {
	await hub.start();
	const owner = new BrowserSession(hub.origin);
	await owner.setUp(hub.setUpCode);
	const view = await owner.open();
	const idOf = (name: string) => view.device(name)!.id;
	for (const { room, name, relays } of HOUSE) {
		const plan = Object.entries(relays).map(([name, icon], index) => {
			const wiring = { id: index + 1, gpio: index, activeLow: false };
			const pulseMs = icon === 'door' ? 500 : 0;
			return { ...wiring, name, icon: icon as RelayIcon, pulseMs };
		});
		const { id } = await owner.addVirtualBoard({ name, relays: plan });
		await owner.call('POST', `/pending/${id}/virtual-board`);
		await view.until(
			() =>
				view.device(name)?.readings[0]?.value && view.device(name)?.relays.every(({ reported }) => reported !== null),
		);
		await owner.call('PATCH', `/devices/${idOf(name)}`, { room });
	}
	const lights = [
		{ device: idOf('Kitchen board'), relay: 1 },
		{ device: idOf('Kitchen board'), relay: 2 },
		{ device: idOf('Living room board'), relay: 1 },
	];
	for (const { device } of [lights[0]!, lights[2]!, { device: idOf('Boiler board') }])
		await owner.call('PUT', `/devices/${device}/relays/1`, { on: true });
	await owner.call('PUT', `/devices/${idOf('Garden board')}/relays/1`, { on: true, forMs: WATERED_MS });
	const scenes = [
		{ name: 'Good night', kind: 'scene', members: lights.map((light) => ({ ...light, on: false })) },
		{ name: 'Downstairs', kind: 'group', members: lights.map((light) => ({ ...light, on: true })) },
	];
	const favourites = [];
	for (const scene of scenes)
		favourites.push(`scene:${(await owner.call<{ id: string }>('POST', '/scenes', { icon: 'light', ...scene })).id}`);
	await owner.call('PUT', '/account/home', { ...EMPTY_HOME, favourites });
	await owner.addVirtualBoard({ name: 'Attic fan' });
	view.close();
	mkdirSync(FOLDER, { recursive: true });
	for (const [file, viewport, colorScheme] of [
		['dashboard.png', DESK, 'light'],
		['dashboard-phone.png', PHONE, 'dark'],
	] as const) {
		const { page } = await openPage(browser, hub.origin, { viewport, colorScheme });
		await page.goto('/');
		await page.getByLabel('User name').fill('anna');
		await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.getByRole('switch', { name: 'Ceiling light' }).waitFor();
		await page.screenshot({ path: `${FOLDER}/${file}` });
		console.log(`${FOLDER}/${file}`);
	}
} finally {
	await browser.close();
	await hub.remove();
}
