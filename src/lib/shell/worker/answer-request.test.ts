import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HUB_ANSWERS_MS, PAGES, RELOAD_ANSWERS_MS, answerFile, answerPage, partOfShell } from './answer-request.ts';

const HUB = 'https://mooring.local';
const part = (path: string, mode: RequestMode = 'navigate', method = 'GET') =>
	partOfShell({ method, mode, url: new URL(path, HUB).href }, HUB, new Set(['/manifest.webmanifest', '/icon.svg']));

describe('what the service worker answers', () => {
	it.each(['/', '/?x=1', '/signin', '/devices/ESP_1', '/scenes/new', '/join#secret'])('%s is a page', (path) =>
		expect(part(path)).toBe('page'),
	);

	it.each(['/manifest.webmanifest', '/icon.svg', '/_app/immutable/nodes/1.js'])('%s is a file', (path) =>
		expect(part(path, 'no-cors')).toBe('file'),
	);

	it.each([
		'/api/v1/hub',
		'/api/v1/audit.csv',
		'/api/v1/pending/p1/config',
		'/socket.io/?EIO=4',
		'/device',
		'/metrics',
		'/healthz',
		'/_app/version.json',
		'/service-worker.js',
		'/none',
		'https://elsewhere.example/',
	])('%s is neither, however it is asked for', (path) => {
		for (const mode of ['navigate', 'cors', 'no-cors', 'same-origin'] as const)
			expect(part(path, mode)).toBeUndefined();
	});

	it('is never what changes something', () => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			expect(part('/', 'navigate', method)).toBeUndefined();
			expect(part('/manifest.webmanifest', 'cors', method)).toBeUndefined();
		}
	});

	it('are the pages that there are', () => {
		const routes = readdirSync(join(import.meta.dirname, '../../../routes'), { withFileTypes: true });
		const folders = routes.filter((entry) => entry.isDirectory()).map(({ name }) => name);
		expect([...PAGES].sort()).toEqual(['', ...folders].sort());
	});
});

describe('a page', () => {
	const request = new Request(`${HUB}/scenes`);
	const shell = new Response('from the shell');
	const kept = vi.fn(async (path: string) => (path === '/' ? shell : undefined));
	const nothing = async () => undefined;

	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('comes from the hub', async () => {
		const fresh = new Response('from the hub');
		expect(await answerPage(request, { ask: async () => fresh, kept })).toBe(fresh);
	});

	it('comes from the hub also if the hub refuses it', async () => {
		const refusal = new Response('', { status: 421 });
		expect(await answerPage(request, { ask: async () => refusal, kept })).toBe(refusal);
	});

	const off = async () => Promise.reject(new TypeError('Failed to fetch'));
	it('comes from the shell if the hub is off', async () =>
		expect(await answerPage(request, { ask: off, kept })).toBe(shell));

	it.each([502, 503, 504])('comes from the shell if a proxy answers %i for it', async (status) =>
		expect(await answerPage(request, { ask: async () => new Response('', { status }), kept })).toBe(shell),
	);

	it.each([
		['default', HUB_ANSWERS_MS],
		['force-cache', HUB_ANSWERS_MS],
		['no-cache', RELOAD_ANSWERS_MS],
		['reload', RELOAD_ANSWERS_MS],
	] as const)('asked for with caching “%s” comes from the shell if nobody answers in %i ms', async (cache, ms) => {
		const asked = new Request(request, { cache });
		let came: Response | undefined;
		void answerPage(asked, { ask: () => new Promise(() => undefined), kept }).then((answer) => (came = answer));
		await vi.advanceTimersByTimeAsync(ms - 1);
		expect(came).toBeUndefined();
		await vi.advanceTimersByTimeAsync(1);
		expect(came).toBe(shell);
	});

	it('fails as without a service worker if there is no shell', async () => {
		await expect(answerPage(request, { ask: off, kept: nothing })).rejects.toThrow('Failed to fetch');
		const down = new Response('', { status: 502 });
		expect(await answerPage(request, { ask: async () => down, kept: nothing })).toBe(down);
	});
});

describe('a file', () => {
	const request = new Request(`${HUB}/manifest.webmanifest?x=1`);

	it('comes from the shell', async () => {
		const shell = new Response('');
		const ask = vi.fn();
		expect(
			await answerFile(request, { ask, kept: async (path) => (path === '/manifest.webmanifest' ? shell : undefined) }),
		).toBe(shell);
		expect(ask).not.toHaveBeenCalled();
	});

	it('comes from the hub if it is not kept', async () => {
		const fresh = new Response('');
		expect(await answerFile(request, { ask: async () => fresh, kept: async () => undefined })).toBe(fresh);
	});
});
