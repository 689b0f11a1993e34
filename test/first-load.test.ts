import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SHELL_BYTES, SHELL_FILES } from '../src/lib/shell/worker/shell-cache.ts';

/** What a browser loads before it shows a page, gzip, bytes. Raise a budget only for what every visit to it needs. */
const BUDGETS = [
	{ page: '/', css: 7_600, js: 75_300 },
	{ page: '/devices', css: 11_300, js: 85_400 },
	{ page: '/signin', css: 9_500, js: 83_700 },
] as const;

/** Scripts that Home's first load may ask for, one request each. */
const HOME_SCRIPTS = 8;

const BUILT = join(import.meta.dirname, '../build/dashboard');
const read = (path: string) => readFileSync(join(BUILT, path), 'utf8');

/** The files that a page needs at once, from the lists that the build keeps beside its imports. */
function filesOf(page: string): string[] {
	const html = read('index.html');
	const entries = [...html.matchAll(/(?:href=|import\()"\/(_app\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path!);
	const appAt = entries.find((path) => path.includes('/entry/app.'))!;
	const app = read(appAt);
	const listed = JSON.parse(/m\.f=(\[[^\]]*\])/.exec(app)![1]!) as string[];
	const node = new RegExp(`"${page}":\\[(\\d+)`).exec(app)?.[1];
	if (node === undefined) throw new Error(`The dashboard has no page ${page}.`);
	const needed = ['0', node].flatMap((number) => {
		const imported = new RegExp(
			`import\\([\`"']\\.\\./nodes/${number}\\.[^)]*\\),__vite__mapDeps\\(\\[([\\d,]*)\\]\\)`,
		);
		const [, indexes] = imported.exec(app)!;
		return indexes!.split(',').map((index) => posix.join(posix.dirname(appAt), listed[Number(index)]!));
	});
	return [...new Set([...entries, ...needed])];
}

const sizeOf = (files: string[]) =>
	files.reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file)), { level: 9 }).length, 0);

describe.each(BUDGETS)('the first load of $page', ({ page, css, js }) => {
	const files = filesOf(page);
	const sheets = files.filter((file) => file.endsWith('.css'));
	const scripts = files.filter((file) => file.endsWith('.js'));

	it(`has styles of at most ${css} bytes`, () => {
		expect(sheets.length).toBeGreaterThan(0);
		expect(sizeOf(sheets)).toBeLessThanOrEqual(css);
	});

	it(`has scripts of at most ${js} bytes`, () => {
		expect(scripts.length).toBeGreaterThan(4);
		expect(sizeOf(scripts)).toBeLessThanOrEqual(js);
	});
});

describe('the first load of /', () => {
	const files = filesOf('/');

	it(`takes at most ${HOME_SCRIPTS} requests for its scripts, and one for its styles`, () => {
		expect(files.filter((file) => file.endsWith('.js')).length).toBeLessThanOrEqual(HOME_SCRIPTS);
		expect(files.filter((file) => file.endsWith('.css'))).toHaveLength(1);
	});

	it('is there compressed by Brotli too, smaller than by gzip', () => {
		for (const file of files) {
			const [whole, brotli, gzip] = ['', '.br', '.gz'].map((end) => readFileSync(join(BUILT, file + end)));
			expect(brotliDecompressSync(brotli!)).toEqual(whole);
			expect(brotli!.length).toBeLessThan(gzip!.length);
		}
	});

	it('has only the transport that the hub speaks', () => {
		const scripts = files.filter((file) => file.endsWith('.js')).map(read);
		expect(scripts.some((script) => script.includes('WebSocket'))).toBe(true);
		for (const script of scripts) expect(script).not.toMatch(/XMLHttpRequest|WebTransport\(/);
	});
});

describe('the shell, with which the dashboard opens while the hub is off', () => {
	const worker = read('service-worker.js');
	const built = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(js|css)$/.test(path));
	const paths = [...new Set([...worker.matchAll(/["'`]\/([\w./-]+\.\w+)["'`]/g)].map(([, path]) => path!))];

	it('has every script and sheet of the build, the manifest and the icons', () => {
		const others = ['manifest.webmanifest', 'icon.svg', 'icon-192.png', 'icon-512.png'];
		for (const path of [...built, ...others]) if (path !== 'service-worker.js') expect(paths).toContain(path);
	});

	it('is not larger than the service worker keeps', () => {
		expect(paths.length).toBeLessThanOrEqual(SHELL_FILES);
		const bytes = ['index.html', ...paths].reduce((sum, path) => sum + readFileSync(join(BUILT, path)).length, 0);
		expect(bytes).toBeLessThanOrEqual(SHELL_BYTES);
	});
});
