import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { SceneView } from '../../../protocol/dashboard/scenes.ts';
import { PASSWORD } from '../../harness/browser-session.ts';
import { violations } from '../harness/axe.ts';
import { DESK, PHONE } from '../harness/chromium.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

const house = new BrowserHouse();
let gate: string;

beforeAll(async () => {
	await house.start();
	gate = (await house.add('Gate', ['Opener', 'Lamp'])).id;
	const members = [{ device: gate, relay: 2, on: true }];
	await house.owner.call<SceneView>('POST', '/scenes', { name: 'Night', kind: 'scene', members });
});
afterAll(() => house.remove());
afterEach(() => {
	// A refusal is an answer; browsers complain of each.
	const others = house.complaints.splice(0).filter((text) => !/status of 4\d\d/.test(text));
	expect(others).toEqual([]);
});

it.each([
	['phone', PHONE, 'light'],
	['desk', DESK, 'dark'],
] as const)(
	'an API token is made, used by what the page says, and ended, on a %s (%o, %s)',
	async (_, viewport, theme) => {
		const page = await house.open('/account', house.owner, { viewport, colorScheme: theme });
		const card = page.getByRole('region', { name: 'API tokens' });
		await card.getByText('None yet.').waitFor();
		await card.getByRole('button', { name: 'Make a token' }).click();
		const form = page.getByRole('dialog', { name: 'New API token' });
		const make = form.getByRole('button', { name: 'Make token' });
		await make.click();
		await form.getByText('A name is needed.').first().waitFor();
		await form.getByLabel('Name').fill('Anna’s phone');
		await make.click();
		await form.getByText('Choose at least one relay or scene.').first().waitFor();
		const add = form.getByLabel('Add relay or scene…');
		await add.selectOption({ label: 'Opener' });
		await add.selectOption({ label: 'Lamp' });
		await add.selectOption({ label: 'Night' });
		await form.getByRole('button', { name: /^Remove .*Lamp/ }).click();
		expect(await violations(page)).toEqual([]);
		await form.getByLabel('Your password').fill('not this one');
		await make.click();
		await form.getByText('Your current password is wrong.').first().waitFor();
		await form.getByLabel('Your password').fill(PASSWORD);
		await make.click();

		const once = page.getByRole('dialog', { name: 'Token Anna’s phone' });
		const secret = await once.getByRole('group', { name: 'The token' }).innerText();
		expect(secret).toMatch(/^mooring_[\w-]{43}$/);
		for (const way of ['iPhone: Shortcuts', 'Android: HTTP Shortcuts', 'curl']) {
			await once.getByText(way, { exact: true }).click();
			await once.getByRole('group', { name: way }).getByText(secret).waitFor();
		}
		expect(await violations(page)).toEqual([]);
		const run = async () => {
			const command = await once.getByRole('group', { name: 'curl' }).innerText();
			const { stdout } = await promisify(execFile)('sh', ['-c', `${command} --silent`]);
			return JSON.parse(stdout) as object;
		};
		const to = once.getByRole('group', { name: 'To', exact: true });
		await to.getByText('Off').click();
		expect(await run()).toMatchObject({ id: 1, reported: false });
		await to.getByText('On', { exact: true }).click();
		expect(await run()).toMatchObject({ id: 1, reported: true });
		await once.getByLabel('Use it for').selectOption({ label: 'Night' });
		expect(await to.count()).toBe(0);
		expect(await run()).toMatchObject({ results: [{ relayName: 'Lamp', done: true }] });
		await once.getByRole('button', { name: 'Done' }).click();

		await card.getByText(/^Switches 1 relay and 1 scene · until .+ · last used just now$/).waitFor();
		expect(await page.content()).not.toContain(secret);
		expect(await violations(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
		await card.getByRole('button', { name: /^End the token/ }).click();
		const ask = page.getByRole('dialog', { name: /^End .*Anna’s phone.*\?$/ });
		expect(await violations(page)).toEqual([]);
		await ask.getByRole('button', { name: 'End token' }).click();
		await card.getByText('None yet.').waitFor();
		const gone = await fetch(`${house.hub.origin}/api/v1/devices`, { headers: { authorization: `Bearer ${secret}` } });
		expect(gone.status).toBe(401);
		await page.context().close();
	},
);
