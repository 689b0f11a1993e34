import { mkdirSync } from 'node:fs';
import type { RelayIcon } from '../../../protocol/dashboard/plan.ts';
import { BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { HubProcess } from '../../harness/hub-process.ts';
import { DESK, PHONE, launch, openPage } from './chromium.ts';

/** Makes the README's pictures from the running hub: a house with three virtual boards, one pending device. */
const FOLDER = 'docs';
const HOUSE = [
	{ name: 'Kitchen', relays: { Lights: 'light', Fan: 'fan' } },
	{ name: 'Boiler room', relays: { Circulator: 'pump', 'Hot water': 'heat' } },
	{ name: 'Garden pump', relays: { Pump: 'garden' } },
] as const;

const hub = new HubProcess({ MOORING_NAME: 'Lindenweg 12' });
const browser = await launch();
try {
	await hub.start();
	const owner = new BrowserSession(hub.origin);
	await owner.setUp(hub.setUpCode);
	const view = await owner.open();
	for (const { name, relays } of HOUSE) {
		const plan = Object.entries(relays).map(([name, icon], index) => {
			const wiring = { id: index + 1, gpio: index, activeLow: false };
			return { ...wiring, name, icon: icon as RelayIcon };
		});
		const { id } = await owner.addVirtualBoard({ name, relays: plan });
		await owner.call('POST', `/pending/${id}/virtual-board`);
		await view.until(
			() =>
				view.device(name)?.readings[0]?.value && view.device(name)?.relays.every(({ reported }) => reported !== null),
		);
	}
	for (const name of ['Kitchen', 'Garden pump'])
		await owner.call('PUT', `/devices/${view.device(name)!.id}/relays/1`, { on: true });
	await owner.addVirtualBoard({ name: 'Attic fan' });
	view.close();
	mkdirSync(FOLDER, { recursive: true });
	for (const [file, viewport, colorScheme] of [
		['dashboard.png', DESK, 'light'],
		['dashboard-phone.png', PHONE, 'dark'],
	] as const) {
		const { page } = await openPage(browser, hub.origin, { viewport, colorScheme });
		await page.goto('/devices');
		await page.getByLabel('User name').fill('anna');
		await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.getByRole('article', { name: 'Kitchen' }).getByText('ONLINE', { exact: true }).waitFor();
		await page.screenshot({ path: `${FOLDER}/${file}` });
		console.log(`${FOLDER}/${file}`);
	}
} finally {
	await browser.close();
	await hub.remove();
}
