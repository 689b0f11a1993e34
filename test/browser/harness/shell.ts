import type { Page } from 'playwright-core';

/** Waits until the service worker has the shell and answers this page's requests. */
export async function shellInstalled(page: Page): Promise<void> {
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
		timeout: 20_000,
	});
}

/** The paths in all caches of this origin, by the name of the cache. */
export function cachedPaths(page: Page): Promise<Record<string, string[]>> {
	return page.evaluate(async () => {
		const paths: Record<string, string[]> = {};
		for (const name of await caches.keys())
			paths[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
		return paths;
	});
}

/** What this browser knew last, as text; null: nothing. */
export function lastKnown(page: Page): Promise<string | null> {
	return page.evaluate(() => localStorage.getItem('mooring-last-known'));
}
