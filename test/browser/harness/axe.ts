import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
	id: string;
	nodes: { html: string; failureSummary?: string }[];
}

/** What axe-core finds on the page as it stands. Run through the debugger, since the page's own policy allows no script. */
export async function violations(page: Page): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
	const found = await page.evaluate(async () => {
		type Run = (options: { resultTypes: string[] }) => Promise<{ violations: Violation[] }>;
		const { axe } = window as unknown as { axe: { run: Run } };
		return (await axe.run({ resultTypes: ['violations'] })).violations;
	});
	return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
