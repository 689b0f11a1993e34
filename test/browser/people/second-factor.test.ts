import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Authenticator, turnOn } from '../../harness/people/authenticator.ts';
import { PASSWORD } from '../../harness/browser-session.ts';
import { join, signInAs } from '../../harness/people/people.ts';
import { violations } from '../harness/axe.ts';
import { DESK, PHONE } from '../harness/chromium.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

const STEP_MS = 30_000;
/** axe looks at each page twice */
const TIMEOUT_MS = 240_000;

const house = new BrowserHouse();
beforeAll(() => house.start());
afterAll(() => house.remove());
afterEach(() => {
	// A refusal is an answer; browsers complain of each.
	const others = house.complaints.splice(0).filter((text) => !/status of 4\d\d/.test(text));
	expect(others).toEqual([]);
});

/** What axe finds on a phone in the light theme and on a desk in the dark one, and whether anything is wider than the page. */
async function everywhere(page: Page): Promise<string[]> {
	const found: string[] = [];
	for (const [viewport, colorScheme] of [
		[DESK, 'dark'],
		[PHONE, 'light'],
	] as const) {
		await page.setViewportSize(viewport);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		found.push(...(await violations(page)));
		const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		if (wider > 0) found.push(`${wider} px wider than ${viewport.width}`);
	}
	return found;
}

const card = (page: Page) => page.getByRole('region', { name: 'Second factor' });

/** Types name and password in a browser that nobody has signed in from; answers its page at the second step. */
async function firstStep(): Promise<Page> {
	const page = await house.open('/signin', null);
	await page.getByLabel('User name').fill('anna');
	await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.getByRole('heading', { name: 'Your code' }).waitFor();
	return page;
}

/** Makes an API token, which takes a code too. */
async function makeToken(page: Page, recoveryCode: string): Promise<void> {
	await page.getByRole('button', { name: 'Make a token' }).click();
	const form = page.getByRole('dialog', { name: 'New API token' });
	await form.getByLabel('Name').fill('Shelf');
	await form.getByText('Read', { exact: true }).click();
	await form.getByLabel('Your password').fill(PASSWORD);
	await form.getByRole('button', { name: 'Make token' }).click();
	await form.getByText('Type the code that your authenticator app shows').first().waitFor();
	await form.getByRole('button', { name: 'Use a recovery code' }).click();
	await form.getByLabel('Recovery code').fill(recoveryCode);
	expect(await everywhere(page)).toEqual([]);
	await form.getByRole('button', { name: 'Make token' }).click();
	await page.getByRole('dialog', { name: 'Token Shelf' }).getByRole('button', { name: 'Done' }).click();
	await page.getByRole('region', { name: 'API tokens' }).getByText('Shelf').waitFor();
}

it('leads back to the password when the hub was restarted before the first code', async () => {
	const page = await house.open('/account');
	await card(page).getByRole('button', { name: 'Turn on' }).click();
	await card(page).getByLabel('Your current password').fill(PASSWORD);
	await card(page).getByRole('button', { name: 'Next' }).click();
	const code = card(page).getByLabel('The first code that it shows');
	await code.fill('123456');
	await house.hub.stop();
	await house.hub.start();
	const submit = card(page).getByRole('button', { name: 'Turn on' });
	await expect.poll(() => submit.isEnabled()).toBe(true);
	await submit.click();
	await card(page).getByRole('button', { name: 'Begin again' }).click();
	await card(page).getByLabel('Your current password').waitFor();
	await page.context().close();
});

it(
	'is turned on, asked for in another browser, replaced once by a recovery code, and turned off',
	async () => {
		const page = await house.open('/account');
		await card(page).getByRole('button', { name: 'Turn on' }).click();
		expect(await everywhere(page)).toEqual([]);
		await card(page).getByLabel('Your current password').fill('not this one');
		await card(page).getByRole('button', { name: 'Next' }).click();
		await card(page).getByText('Your current password is wrong.').first().waitFor();
		await card(page).getByLabel('Your current password').fill(PASSWORD);
		await card(page).getByRole('button', { name: 'Next' }).click();
		await card(page).getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
		expect(await everywhere(page)).toEqual([]);
		const secret = await card(page).getByRole('group', { name: 'Secret for your authenticator app' }).innerText();
		const phone = new Authenticator(`otpauth://totp/x?secret=${secret.replace(/\s/g, '')}`);
		const field = card(page).getByLabel('The first code that it shows');
		expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
		expect(await field.getAttribute('inputmode')).toBe('numeric');
		await field.fill('000 000');
		await card(page).getByRole('button', { name: 'Turn on' }).click();
		await card(page).getByText('compare your phone’s clock').waitFor();
		const first = phone.at(Date.now() - STEP_MS);
		await field.fill(` ${first.slice(0, 3)} ${first.slice(3)} `);
		await card(page).getByRole('button', { name: 'Turn on' }).click();

		const list = card(page).getByRole('group', { name: 'Recovery codes' });
		const codes = (await list.innerText()).trim().split(/\s+/);
		expect(codes).toHaveLength(10);
		expect(await everywhere(page)).toEqual([]);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			card(page).getByRole('button', { name: 'Download' }).click(),
		]);
		const saved = readFileSync(await download.path(), 'utf8');
		for (const code of codes) expect(saved).toContain(code);
		await card(page).getByRole('button', { name: 'I have kept them' }).click();
		await card(page).getByText('10 recovery codes left.').waitFor();
		await page.locator('[data-link=live]').waitFor({ state: 'attached' }); // it comes back with the new cookie
		expect(await everywhere(page)).toEqual([]);

		const second = await firstStep();
		expect(await everywhere(second)).toEqual([]);
		await second.getByLabel('Code of your app').fill('000000');
		await second.getByRole('button', { name: 'Sign in' }).click();
		await second.getByText('compare your phone’s clock').waitFor();
		await second.getByLabel('Code of your app').fill(phone.at(Date.now()));
		await second.getByRole('button', { name: 'Sign in' }).click();
		await second.getByRole('heading', { name: 'Home', level: 1 }).waitFor();

		const third = await firstStep();
		await third.getByRole('button', { name: 'Use a recovery code' }).click();
		expect(await third.getByLabel('Recovery code').getAttribute('inputmode')).toBe('text');
		expect(await everywhere(third)).toEqual([]);
		await third.getByLabel('Recovery code').fill(codes[0]!.toLowerCase());
		await third.getByRole('button', { name: 'Sign in' }).click();
		await third.getByRole('heading', { name: 'Home', level: 1 }).waitFor();

		await card(page).getByText('9 recovery codes left.').waitFor();
		await makeToken(page, codes[1]!);
		await card(page).getByText('8 recovery codes left.').waitFor();
		await card(page).getByRole('button', { name: 'Turn off' }).click();
		expect(await everywhere(page)).toEqual([]);
		await card(page).getByLabel('Your current password').fill(PASSWORD);
		await card(page)
			.getByLabel('Code of your app')
			.fill(phone.at(Date.now() + STEP_MS));
		await card(page).getByRole('button', { name: 'Turn off' }).click();
		await page.getByText('The second factor is off.').waitFor();
		await card(page).getByRole('button', { name: 'Turn on' }).waitFor();
		await signInAs(house.hub, 'anna');
	},
	TIMEOUT_MS,
);

it('is turned on and off by the keyboard alone: the focus goes to what comes next, and codes are not left unasked', async () => {
	const page = await house.open('/account', await signInAs(house.hub, 'anna'), { viewport: DESK });
	const focused = () => page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);
	const press = async (text: string) => {
		await page.keyboard.type(text);
		await page.keyboard.press('Enter');
	};
	await card(page).getByRole('button', { name: 'Turn on' }).press('Enter');
	await card(page).getByLabel('Your current password').waitFor();
	await press(PASSWORD);
	await expect.poll(focused).toBe('Scan it with your authenticator app');
	const secret = await card(page).getByRole('group', { name: 'Secret for your authenticator app' }).innerText();
	const app = new Authenticator(`otpauth://totp/x?secret=${secret.replace(/\s/g, '')}`);
	for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab'); // the secret, its copying, the field
	await press(app.at(Date.now() - STEP_MS));
	const list = card(page).getByRole('group', { name: 'Recovery codes' });
	const [code] = (await list.innerText()).trim().split(/\s+/);
	await expect.poll(focused).toMatch(/recovery codes/i);
	await page.getByRole('link', { name: 'Automations' }).press('Enter');
	const question = page.getByRole('dialog', { name: 'Leave your recovery codes?' });
	await question.waitFor();
	await page.keyboard.press('Escape');
	await question.waitFor({ state: 'detached' });
	await list.waitFor();
	await card(page).getByRole('button', { name: 'I have kept them' }).press('Enter');
	await expect.poll(focused).toBe('Second factor');
	await card(page).getByRole('button', { name: 'Turn off' }).press('Enter');
	await card(page).getByLabel('Your current password').waitFor();
	await page.keyboard.type(PASSWORD);
	await card(page).getByRole('button', { name: 'Use a recovery code' }).click();
	await card(page).getByLabel('Recovery code').fill(code!);
	await page.keyboard.press('Enter');
	await page.getByText('The second factor is off.').waitFor();
	await expect.poll(focused).toBe('Second factor');
});

it(
	'of somebody else is turned off by the owner, who is asked for their own password',
	async () => {
		await turnOn(await join(house.hub, await signInAs(house.hub, 'anna'), 'ben'));
		const page = await house.open('/people', await signInAs(house.hub, 'anna'));
		await page.getByRole('link', { name: 'ben', exact: true }).click();
		await page.getByText('Second factor on').waitFor();
		await page.getByRole('button', { name: 'Turn off second factor' }).click();
		expect(await everywhere(page)).toEqual([]);
		await page.getByLabel('Your current password').fill(PASSWORD);
		await page.getByRole('button', { name: 'Turn off', exact: true }).click();
		await page.getByText('The second factor of').first().waitFor();
		await page.getByText('Second factor on').waitFor({ state: 'detached' });
		await signInAs(house.hub, 'ben');
	},
	TIMEOUT_MS,
);
