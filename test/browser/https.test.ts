import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../hub/base/clock.ts';
import { systemRandom } from '../../hub/base/random.ts';
import { issueLeaf, makeAuthority } from '../../hub/https/certificates.ts';
import { LOOK_EVERY_MS } from '../../hub/https/keep-certificate.ts';
import { PASSWORD } from '../harness/browser-session.ts';
import { hasCertutil, trustIn } from '../harness/certutil.ts';
import { ANY_HTTPS_PORT, SecureHub } from '../harness/https.ts';
import { TestHub } from '../harness/hub.ts';
import { violations } from './harness/axe.ts';
import { DESK, PHONE, launch, openPage } from './harness/chromium.ts';

const TIMEOUT_MS = 180_000;

/** Browsers with homes of their own, which no other test's browser shares. */
const homes: string[] = [];
const browsers: Browser[] = [];

function newHome(): string {
	const home = mkdtempSync(join(tmpdir(), 'mooring-home-'));
	homes.push(home);
	return home;
}

async function open(home: string, origin: string, options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
	const browser = await launch({ home });
	browsers.push(browser);
	const { page } = await openPage(browser, origin, { reducedMotion: 'reduce', ...options });
	return page;
}

async function signIn(page: Page): Promise<void> {
	await page.getByLabel('User name').fill('anna');
	await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
}

afterEach(async () => {
	for (const browser of browsers.splice(0)) await browser.close();
	for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

describe.skipIf(!hasCertutil())('Chromium with the authority among those it trusts, and no flag', () => {
	const hub = new TestHub({}, ANY_HTTPS_PORT);
	let secure: SecureHub;

	beforeAll(async () => {
		await hub.start();
		const home = newHome();
		const owner = await hub.owner();
		const page = await open(home, hub.origin);
		const [name, value] = owner.cookie.split('=') as [string, string];
		await page.context().addCookies([{ name, value, url: hub.origin }]);
		// The owner turns it on, and is led to the page of trust.
		await page.goto('/settings');
		await page.getByRole('button', { name: 'Turn HTTPS on…' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Turn HTTPS on' }).click();
		await page.waitForURL('**/trust');
		await page.getByText('This browser does not trust the hub yet.').waitFor();
		const view = await page.evaluate(async () => (await fetch('/api/v1/https')).json());
		secure = new SecureHub(view, await page.evaluate(async () => (await fetch('/trust/mooring.pem')).text()));
		await page.getByText(secure.view.authority!.fingerprint).waitFor();
		for (const viewport of [PHONE, DESK]) {
			await page.setViewportSize(viewport);
			expect(await violations(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		}
		for (const device of ['iPhone, iPad', 'Android', 'Windows', 'Mac', 'Linux, Firefox']) {
			await page.getByText(device, { exact: true }).click();
			await page.getByRole('listitem').nth(2).waitFor();
			expect(await page.getByRole('listitem').count()).toBe(3);
		}
	}, TIMEOUT_MS);
	afterAll(() => hub.remove());

	it(
		'goes on by itself from a bookmark on plain HTTP to a secure page, and signs in there',
		async () => {
			const home = newHome();
			trustIn(home, secure.ca);
			const page = await open(home, hub.origin);
			await page.goto('/activity');
			await page.waitForURL(`${secure.origin}/signin**`);
			expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([true, true]);
			await page.getByLabel('User name').fill('anna');
			await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
			await page.getByRole('button', { name: 'Sign in' }).click();
			await page.waitForURL(`${secure.origin}/activity`);
			expect(await page.evaluate(() => 'serial' in navigator)).toBe(true);
			const cookies = (await page.context().cookies()).map(({ name, secure }) => [name, secure]);
			expect(cookies).toContainEqual(['__Host-mooring_session', true]);
		},
		TIMEOUT_MS,
	);

	it(
		'does not open the secure page without it',
		async () => {
			const page = await open(newHome(), secure.origin);
			await expect(page.goto('/')).rejects.toThrow(/ERR_CERT_AUTHORITY_INVALID/);
		},
		TIMEOUT_MS,
	);

	it(
		'is turned off by the owner, who types the password',
		async () => {
			const home = newHome();
			trustIn(home, secure.ca);
			const page = await open(home, secure.origin);
			await page.goto('/signin');
			await signIn(page);
			await page.goto('/settings');
			await page.getByRole('button', { name: 'Turn HTTPS off…' }).click();
			const dialog = page.getByRole('dialog');
			const off = dialog.getByRole('button', { name: 'Turn HTTPS off' });
			const password = dialog.getByLabel('Your current password', { exact: true });
			await password.fill('not the right one');
			await off.click();
			await dialog.getByText('Your current password is wrong.').waitFor();
			expect(await violations(page)).toEqual([]);
			await password.fill(PASSWORD);
			await off.click();
			await page.waitForURL(`${hub.origin}/signin**`);
		},
		TIMEOUT_MS,
	);
});

it(
	'a change that is not answered is said in its dialog, where the focus stays at the button',
	async () => {
		const hub = await new TestHub({}, ANY_HTTPS_PORT).start();
		try {
			const [name, value] = (await hub.owner()).cookie.split('=') as [string, string];
			const page = await open(newHome(), hub.origin);
			await page.context().addCookies([{ name, value, url: hub.origin }]);
			await page.route('**/api/v1/https', (route) =>
				route.request().method() === 'PUT' ? route.abort() : route.continue(),
			);
			await page.goto('/settings');
			await page.getByRole('button', { name: 'Turn HTTPS on…' }).click();
			const dialog = page.getByRole('dialog');
			const on = dialog.getByRole('button', { name: 'Turn HTTPS on' });
			await on.press('Enter');
			await dialog.getByText('this may or may not have been done').waitFor();
			await expect.poll(() => on.evaluate((button) => button === document.activeElement)).toBe(true);
			await hub.stop();
			await dialog.getByText('This can be done once it is back.').waitFor();
			await hub.start();
			await dialog.getByText('this may or may not have been done').waitFor({ state: 'detached' });
		} finally {
			await hub.remove();
		}
	},
	TIMEOUT_MS,
);

it.skipIf(!hasCertutil())(
	'a certificate that is exchanged loses neither a board nor an open dashboard',
	async () => {
		const parts = { random: systemRandom, now: Date.now() };
		const authority = await makeAuthority('Test', parts);
		const home = newHome();
		trustIn(home, authority.certificate);
		const [MOORING_HTTPS_CERT, MOORING_HTTPS_KEY] = [join(home, 'hub.pem'), join(home, 'hub.key')];
		const write = async () => {
			const leaf = await issueLeaf(authority, ['127.0.0.1'], parts);
			writeFileSync(MOORING_HTTPS_KEY, leaf.key);
			writeFileSync(MOORING_HTTPS_CERT, leaf.certificate);
		};
		await write();
		const after = (ms: number, call: () => void) => systemClock.after(ms === LOOK_EVERY_MS ? 20 : ms, call);
		const env = { ...ANY_HTTPS_PORT, MOORING_HTTPS_CERT, MOORING_HTTPS_KEY };
		const hub = await new TestHub({ clock: { ...systemClock, after } }, env).start();
		try {
			const answer = await fetch(`${hub.origin}/api/v1/https`);
			const secure = new SecureHub((await answer.json()) as SecureHub['view'], authority.certificate);
			const set = { code: hub.setUpCode, name: 'anna', password: PASSWORD };
			await secure.call('POST', '/setup', set);
			await secure.signIn();
			const plan = {
				name: 'Attic',
				board: 'virtual',
				relays: [{ id: 1, name: 'Fan', gpio: 0, activeLow: false }],
				sensors: [],
			};
			const { id } = JSON.parse((await secure.call('POST', '/pending', plan)).text) as { id: string };
			const page = await open(home, secure.origin);
			await page.goto('/signin');
			await signIn(page);
			const config = await secure.ask(`/api/v1/pending/${id}/virtual-board`, {
				method: 'POST',
				headers: { origin: secure.origin },
			});
			expect(config.status).toBeLessThan(300);
			const fan = page.getByRole('switch', { name: /Fan/ });
			await fan.waitFor();
			const seen = hub.logged.length;
			await page.evaluate(() => void ((window as unknown as { same: boolean }).same = true));
			await write();
			await expect
				.poll(() => hub.logged.slice(seen).map(({ msg }) => msg))
				.toContain('https: the certificate was exchanged');
			// The open page goes on over its connection, and new connections get the new certificate.
			await fan.click();
			await expect.poll(() => fan.getAttribute('aria-checked')).toBe('true');
			expect(await page.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true);
			expect(await page.evaluate(async () => (await fetch('/api/v1/session')).status)).toBe(200);
			const said = hub.logged.slice(seen).map(({ msg }) => String(msg));
			// A board that was just claimed comes back by itself with its new key.
			const ended = said.filter((msg) => /disconnect|away|lost|closed/i.test(msg) && !msg.includes('Claimed.'));
			expect(ended).toEqual([]);
		} finally {
			await hub.remove();
		}
	},
	TIMEOUT_MS,
);
