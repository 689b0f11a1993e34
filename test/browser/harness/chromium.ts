import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { PATIENCE_MS } from '../../harness/patience.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
/** The same browser without windows, which takes some 30 % less of the processor. */
const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';

/**
 * Debian's Chromium, or the one MOORING_CHROMIUM names; with `home` it trusts the authorities that are stored there. With
 * `windows` it is the whole browser, which also knows installed apps.
 */
export function launch({
	home,
	args = [],
	windows = false,
}: { home?: string; args?: string[]; windows?: boolean } = {}): Promise<Browser> {
	const { MOORING_CHROMIUM, MOORING_HEADLESS_SHELL } = process.env;
	const named = windows ? MOORING_CHROMIUM : (MOORING_HEADLESS_SHELL ?? MOORING_CHROMIUM);
	const places = windows ? PLACES : [WITHOUT_WINDOWS, ...PLACES];
	const executablePath = named ?? places.find((path) => existsSync(path));
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

const shared: Partial<Record<'plain' | 'windows', Promise<Browser>>> = {};

/** A browser that all files of this process use, each with contexts of its own. It ends with the process. */
export async function sharedBrowser({ windows = false } = {}): Promise<Browser> {
	const kind = windows ? 'windows' : 'plain';
	if (!(await shared[kind])?.isConnected()) shared[kind] = launch({ windows });
	return shared[kind]!;
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
	context.setDefaultTimeout(PATIENCE_MS);
	return { page: await context.newPage(), context };
}
