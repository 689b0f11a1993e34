import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { ChipOptions, SerialChip } from '../serial-chip.ts';

const ENTRY = join(import.meta.dirname, '../serial-chip.ts');

/** Puts a simulated chip on the port of every document this page opens from now on. */
export async function injectChip(page: Page, options: ChipOptions): Promise<void> {
	const { outputFiles } = await build({
		entryPoints: [ENTRY],
		bundle: true,
		write: false,
		format: 'iife',
		target: 'es2022',
		tsconfigRaw: {},
		logLevel: 'warning',
	});
	await page.addInitScript({ content: `${outputFiles[0]!.text}\nplugIn(${JSON.stringify(options)});` });
}

/** Bytes of the simulated flash. */
export async function flashBytes(page: Page, offset: number, length: number): Promise<Buffer> {
	const base64 = await page.evaluate(
		([offset, length]) => (window as unknown as { serialChip: SerialChip }).serialChip.flashAt(offset, length),
		[offset, length] as const,
	);
	return Buffer.from(base64, 'base64');
}

/** Does something to the chip in the page. */
export function withChip<T>(page: Page, act: (chip: SerialChip) => T): Promise<T> {
	return page.evaluate(
		`(${act.toString()})(window.serialChip)`, // the page gets the function's source
	) as Promise<T>;
}
