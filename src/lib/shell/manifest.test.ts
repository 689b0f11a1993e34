import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
interface Image {
	src: string;
	sizes: string;
	type?: string;
	purpose?: string;
}
const manifest = JSON.parse(read('static/manifest.webmanifest')) as Record<string, string> & {
	icons: Image[];
	shortcuts: { name: string; url: string; icons: Image[] }[];
};

describe('the manifest', () => {
	it('has the icons that browsers ask for, whole and for masks, in their true sizes', () => {
		for (const purpose of ['any', 'maskable'])
			for (const sizes of ['192x192', '512x512'])
				expect(manifest.icons).toContainEqual(expect.objectContaining({ purpose, sizes }));
		const shortcuts = manifest.shortcuts.flatMap(({ icons }) => icons);
		for (const { src, sizes } of [...manifest.icons, ...shortcuts]) {
			const path = join(ROOT, 'static', src);
			expect(existsSync(path), src).toBe(true);
			if (!src.endsWith('.png')) continue;
			const header = readFileSync(path);
			expect(`${header.readUInt32BE(16)}x${header.readUInt32BE(20)}`, src).toBe(sizes);
		}
	});

	it('has shortcuts to pages that there are in every house', () => {
		expect(manifest.shortcuts.map(({ url }) => url)).toContain('/scenes');
		for (const { url } of manifest.shortcuts)
			expect(existsSync(join(ROOT, 'src/routes', url, '+page.svelte')), url).toBe(true);
	});

	it('and the page colour the browser’s bars as the dashboard’s own bar, light and dark', () => {
		const bands = [...read('src/lib/ui/css/tokens.css').matchAll(/--band: (#\w+);/g)].map(([, colour]) => colour);
		const [light, dark] = bands;
		expect(new Set(bands)).toEqual(new Set([light, dark]));
		expect([manifest.theme_color, manifest.background_color]).toEqual([light, light]);
		const metas = [
			...read('src/app.html').matchAll(/name="theme-color" content="(#\w+)" media="\(prefers-color-scheme: (\w+)\)"/g),
		];
		expect(metas.map(([, colour, scheme]) => [scheme, colour])).toEqual([
			['light', light],
			['dark', dark],
		]);
	});
});
