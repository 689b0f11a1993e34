import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** Debian's Chromium, or the one MOORING_CHROMIUM names; with `home` it trusts the authorities that are stored there. */
export function launch({ home, args = [] }: { home?: string; args?: string[] } = {}): Promise<Browser> {
	const executablePath = process.env.MOORING_CHROMIUM ?? PLACES.find((path) => existsSync(path));
	if (!executablePath)
		throw new Error('No Chromium found. Install Debian’s package chromium, or set MOORING_CHROMIUM to its path.');
	return chromium.launch({
		executablePath,
		...(home ? { env: { ...process.env, HOME: home } } : {}),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--disable-quic',
			...args,
		],
	});
}

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };

/**
 * A fresh browser profile: no cookies, no storage, and no service worker unless `options` allow it, as in the plain HTTP of
 * most houses. Requests that a service worker sends cannot be intercepted.
 */
export async function openPage(
	browser: Browser,
	origin: string,
	options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext }> {
	const fresh = { baseURL: origin, viewport: PHONE, locale: 'en-GB', serviceWorkers: 'block' } as const;
	const context = await browser.newContext({ ...fresh, ...options });
	return { page: await context.newPage(), context };
}
