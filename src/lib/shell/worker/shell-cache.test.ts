import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SHELL_BYTES, SHELL_FILES, deleteOldShells, installShell, shellName } from './shell-cache.ts';

const ENTRY = '/_app/immutable/entry/start.A.js';
const SHELL = { name: shellName('A'), paths: [ENTRY, '/manifest.webmanifest'] };
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const page = (entry = ENTRY) => new Response(`<link href="${entry}" rel="modulepreload">`, { headers: HTML });
const script = (text = 'export {};') => new Response(text, { headers: { 'content-type': 'text/javascript' } });

/** The browser's caches, in the order in which they were made. */
class FakeCaches {
	readonly current = new Map<string, Map<string, Response>>();
	async open(name: string): Promise<Cache> {
		const kept = this.current.get(name) ?? new Map<string, Response>();
		this.current.set(name, kept);
		return { put: async (path: string, answer: Response) => void kept.set(path, answer) } as unknown as Cache;
	}
	async keys(): Promise<string[]> {
		return [...this.current.keys()];
	}
	async delete(name: string): Promise<boolean> {
		return this.current.delete(name);
	}
}

let caches: FakeCaches;
const answers = new Map<string, () => Response>();
const ask = vi.fn(async (path: string) => answers.get(path)?.() ?? new Response('', { status: 404 }));

beforeEach(() => {
	caches = new FakeCaches();
	ask.mockClear();
	answers.clear();
	answers.set('/', () => page());
	for (const path of SHELL.paths) answers.set(path, () => script());
});

describe('installing the shell', () => {
	it('keeps the page and every file of this version', async () => {
		await installShell(caches, ask, SHELL);
		expect([...caches.current.get(SHELL.name)!.keys()].sort()).toEqual(['/', ...SHELL.paths].sort());
	});

	it('fetches two files at a time, and each once', async () => {
		let now = 0;
		let most = 0;
		const paths = Array.from({ length: 20 }, (_, index) => `/_app/immutable/${index}.js`);
		const slow = vi.fn(async (path: string) => {
			most = Math.max(most, ++now);
			await Promise.resolve();
			now--;
			return path === '/' ? page(paths[0]) : script();
		});
		await installShell(caches, slow, { ...SHELL, paths });
		expect([most, slow.mock.calls.length]).toEqual([2, 21]);
	});

	it.each([
		['a file is missing', ENTRY, () => new Response('', { status: 404 })],
		[
			'something else answers with a page of its own',
			'/manifest.webmanifest',
			() => new Response('Welcome', { headers: HTML }),
		],
		['the page is that of another version', '/', () => page('/_app/immutable/entry/start.B.js')],
		['the page is none of the dashboard’s', '/', () => new Response('Welcome to this Wi-Fi', { headers: HTML })],
		['the files are too large', ENTRY, () => script('x'.repeat(SHELL_BYTES))],
	])('keeps nothing if %s', async (_, path, answer) => {
		answers.set(path, answer);
		await expect(installShell(caches, ask, SHELL)).rejects.toThrow();
		expect(caches.current.size).toBe(0);
	});

	it('keeps nothing of a redirected answer', async () => {
		answers.set('/manifest.webmanifest', () => Object.defineProperty(script(), 'redirected', { value: true }));
		await expect(installShell(caches, ask, SHELL)).rejects.toThrow('/manifest.webmanifest');
		expect(caches.current.size).toBe(0);
	});

	it('fetches nothing if there are too many files', async () => {
		const paths = Array.from({ length: SHELL_FILES + 1 }, (_, index) => `/${index}.js`);
		await expect(installShell(caches, ask, { ...SHELL, paths })).rejects.toThrow('301 files');
		expect(ask).not.toHaveBeenCalled();
	});
});

describe('deleting old shells', () => {
	beforeEach(async () => {
		for (const version of ['A', 'B', 'C']) await caches.open(shellName(version));
		await caches.open('of something else');
	});
	const left = async (kept: number) => {
		await deleteOldShells(caches, shellName('C'), kept);
		return caches.keys();
	};

	it('leaves this version, and what is not the dashboard’s', async () =>
		expect(await left(0)).toEqual([shellName('C'), 'of something else']));

	it('leaves the version before too while a page of it may be open', async () =>
		expect(await left(1)).toEqual([shellName('B'), shellName('C'), 'of something else']));

	it('leaves everything if there is nothing to delete', async () => expect(await left(5)).toHaveLength(4));
});
