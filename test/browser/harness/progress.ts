import type { Page } from 'playwright-core';

/** The percentages that a progress bar of this page shows from now on. */
export async function watchProgress(page: Page): Promise<Set<number>> {
	const seen = new Set<number>();
	await page.exposeFunction('sawPercent', (percent: string) => void seen.add(Number(percent)));
	await page.evaluate(() => {
		const { sawPercent } = window as unknown as { sawPercent: (percent: string) => void };
		const look = () => {
			const bar = document.querySelector('[role=progressbar]');
			if (bar) sawPercent(bar.getAttribute('aria-valuenow') ?? '');
		};
		new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
	});
	return seen;
}
