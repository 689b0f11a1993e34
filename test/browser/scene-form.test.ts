import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { API } from '../../protocol/dashboard/limits.ts';
import type { SceneList, SceneMember, SceneView } from '../../protocol/dashboard/scenes.ts';
import { BrowserHouse } from './harness/browser-house.ts';
import { PHONE } from './harness/chromium.ts';

const NARROW = { width: 320, height: 640 };
/** what a browser's own setting of 200 % makes of a text's 16 px */
const LARGE_TEXT_PX = 32;
/** of "Ceiling light", with its words whole; and the height of each, of that of the text */
const LINES_OF_NAME = 2;
const LINE = 1.25;

describe('the form of a scene', () => {
	const house = new BrowserHouse();
	let kitchen: string;
	let garden: string;
	let page: Page;

	beforeAll(async () => {
		await house.start();
		kitchen = (await house.add('Kitchen', ['Ceiling light', 'Fan'])).id;
		garden = (await house.add('Garden', ['Pump'])).id;
	});
	afterAll(() => house.remove());
	afterEach(async () => {
		await page.context().close();
		for (const { id } of await scenes()) await house.owner.call('DELETE', `/scenes/${id}`);
		expect(house.complaints.splice(0)).toEqual([]);
	});

	const scenes = async () => (await house.owner.call<SceneList>('GET', '/scenes')).scenes;
	const member = (device: string, relay: number): SceneMember => ({ device, relay, on: true });
	const evening = (members: SceneMember[]) => ({ name: 'Evening', kind: 'scene' as const, members });
	const box = (name: string) => page.getByRole('checkbox', { name });
	const save = () => page.getByRole('button', { name: 'Save' }).click();
	const edge = async (what: Locator) => (await what.boundingBox())!;
	async function edit(members: SceneMember[]): Promise<SceneView> {
		const scene = await house.owner.call<SceneView>('POST', '/scenes', evening(members));
		page = await house.open(`/scenes/${scene.id}`);
		await box('Pump').waitFor();
		return scene;
	}

	it('shows what somebody else saves meanwhile, beside what was changed here', async () => {
		const { id } = await edit([member(kitchen, 1), member(garden, 1)]);
		await box('Ceiling light').uncheck();
		const others = { ...evening([member(kitchen, 1), member(kitchen, 2)]), name: 'Dusk' };
		await house.owner.call('PUT', `/scenes/${id}`, others);
		await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue()).toBe('Dusk');
		expect([await box('Ceiling light').isChecked(), await box('Pump').isChecked()]).toEqual([false, false]);
		await page.getByText('1 relay chosen').waitFor();
		await save();
		await page.getByText('Dusk is saved.').waitFor();
		expect(await scenes()).toMatchObject([{ name: 'Dusk', members: [member(kitchen, 2)] }]);
	});

	it('says that no relay is left where one removes the one and another the other', async () => {
		const { id } = await edit([member(kitchen, 1), member(garden, 1)]);
		await box('Ceiling light').uncheck();
		await house.owner.call('PUT', `/scenes/${id}`, evening([member(kitchen, 1)]));
		await page.getByText('0 relays chosen').waitFor();
		await save();
		await page.getByText('Choose at least one relay.').first().waitFor();
	});

	it('counts no relay whose device is gone', async () => {
		const { id: shed } = await house.add('Shed', ['Lamp']);
		await edit([member(kitchen, 1)]);
		await box('Lamp').check();
		await page.getByText('2 relays chosen').waitFor();
		await house.owner.call('DELETE', `/devices/${shed}`);
		await page.getByText('1 relay chosen').waitFor();
	});

	it('makes no second scene where only the answer was lost', async () => {
		page = await house.open('/scenes/new');
		await page.getByLabel('Name', { exact: true }).fill('Evening');
		await box('Pump').check();
		await page.route(`**${API}/scenes`, async (route) => {
			await route.fetch();
			await route.abort();
		});
		await save();
		await page.getByText('Evening is saved.').waitFor();
		await expect.poll(() => new URL(page.url()).pathname).toBe('/scenes');
		expect(await scenes()).toHaveLength(1);
	});

	it.each([
		['on a narrow phone', NARROW, 16],
		['with text twice as large', PHONE, LARGE_TEXT_PX],
	])('lays the choice of a state over no name %s', async (_, viewport, standard) => {
		const scene = await house.owner.call<SceneView>('POST', '/scenes', evening([member(kitchen, 1)]));
		page = await house.open('about:blank', house.owner, { viewport });
		const cdp = await page.context().newCDPSession(page);
		await cdp.send('Page.setFontSizes', { fontSizes: { standard } });
		await page.goto(`/scenes/${scene.id}`);
		const state = page.getByRole('radiogroup', { name: 'State of Ceiling light, Kitchen' });
		await state.scrollIntoViewIfNeeded();
		const [choice, name] = [await edge(state), await edge(page.getByText('Ceiling light', { exact: true }))];
		expect(choice.x >= name.x + name.width || choice.y >= name.y + name.height).toBe(true);
		expect(name.height).toBeLessThanOrEqual(LINES_OF_NAME * LINE * standard + 1);
		const row = await edge(page.getByRole('listitem').filter({ has: state }));
		expect(choice.x + choice.width).toBeLessThanOrEqual(row.x + row.width);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	});

	it('leads to the sign-in when the session ends, also with something typed', async () => {
		page = await house.open('/scenes/new');
		await page.getByLabel('Name', { exact: true }).fill('Good night');
		await house.endSession(page);
		expect(await page.getByRole('dialog').count()).toBe(0);
	});

	it('shows what is chosen also in forced colours', async () => {
		page = await house.open('/scenes/new', house.owner, { viewport: PHONE, forcedColors: 'active' });
		const ground = (name: string) =>
			page.locator('label', { has: page.getByRole('radio', { name, exact: true }) }).evaluate((label) => {
				return getComputedStyle(label).backgroundColor;
			});
		await page.getByRole('radio', { name: 'Scene', exact: true }).waitFor();
		expect(await ground('Scene')).not.toBe(await ground('Group'));
		expect(await ground('Light')).not.toBe(await ground('Fan'));
	});
});
