import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import type * as UWebSockets from 'uWebSockets.js';
import { uWS } from '../web-server.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StaticFiles } from './static-files.ts';

const PAGE = '<!doctype html><title>Mooring</title>';
const SCRIPT = 'export const answer = 42;';
const SECRET = 'not for the web';

let folder: string;
let app: UWebSockets.TemplatedApp;
let port: number;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'mooring-static-'));
	put('secret.txt', SECRET);
	put('built/index.html', PAGE);
	put('built/_app/immutable/a.js', SCRIPT);
	put('built/_app/immutable/a.js.br', brotliCompressSync(SCRIPT));
	put('built/_app/immutable/a.js.gz', gzipSync(SCRIPT));
	open(join(folder, 'built'));
});
afterEach(() => {
	app.close();
	rmSync(folder, { recursive: true });
});

function put(path: string, content: string | Uint8Array): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), content);
}

function open(built: string): void {
	app = uWS.App();
	new StaticFiles(built).serve(app, [['x-test', 'yes']]);
	app.listen(
		'127.0.0.1',
		0,
		(socket) => void (port = uWS.us_socket_local_port(socket as UWebSockets.us_listen_socket)),
	);
}

interface Got {
	status: number;
	headers: Record<string, unknown>;
	body: Buffer;
}

/** Unlike fetch it sends the path as it is and leaves the body as it came. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Got> {
	return new Promise((resolve, reject) => {
		const asking = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('end', () =>
				resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }),
			);
		});
		asking.on('error', reject).end();
	});
}

describe('static files', () => {
	it('answer HEAD with the length and no body, also repeatedly', async () => {
		for (const path of ['/', '/_app/immutable/a.js', '/devices/1'])
			for (let n = 0; n < 2; n++) {
				const { status, headers, body } = await ask(path, 'HEAD');
				const length = path.endsWith('.js') ? SCRIPT.length : PAGE.length;
				expect({ status, length: headers['content-length'], body: body.length }).toEqual({
					status: 200,
					length: String(length),
					body: 0,
				});
			}
		expect((await ask('/none.js', 'HEAD')).status).toBe(404);
	});

	it('are sent compressed to browsers that accept it, each encoding with an ETag of its own', async () => {
		const br = await ask('/_app/immutable/a.js', 'GET', { 'accept-encoding': 'gzip, br' });
		expect(br.headers['content-encoding']).toBe('br');
		expect(brotliDecompressSync(br.body).toString()).toBe(SCRIPT);
		const plain = await ask('/_app/immutable/a.js');
		expect(plain.headers['content-encoding']).toBeUndefined();
		expect(plain.body.toString()).toBe(SCRIPT);
		expect(plain.headers.etag).not.toBe(br.headers.etag);
		expect(br.headers.vary).toBe('accept-encoding');
	});

	it('are not sent again to a browser that has them', async () => {
		const first = await ask('/');
		const again = await ask('/', 'GET', { 'if-none-match': `"other", W/${String(first.headers.etag)}` });
		expect(again).toMatchObject({ status: 304, headers: { etag: first.headers.etag, 'x-test': 'yes' } });
		expect(again.body.length).toBe(0);
	});

	it('files with a hash in their name are cached for a year, the page is checked each time', async () => {
		expect((await ask('/_app/immutable/a.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
		expect((await ask('/')).headers['cache-control']).toBe('no-cache');
	});

	it.each(['/', '/signin', '/devices/ESP_1', '/pending/x'])('%s is a page of the dashboard', async (path) => {
		const got = await ask(path);
		expect(got).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
		expect(got.body.toString()).toBe(PAGE);
	});

	it.each(['/api', '/api/v2/x', '/device', '/socket.io/x', '/_app/immutable/gone', '/_app/x', '/none.js'])(
		'%s is not a page of the dashboard',
		async (path) => {
			expect(await ask(path)).toMatchObject({ status: 404, headers: { 'x-test': 'yes' } });
		},
	);

	it.each([
		'/../secret.txt',
		'/_app/../../secret.txt',
		'/%2e%2e/secret.txt',
		'/..%2fsecret.txt',
		'/..\\secret.txt',
		'//secret.txt',
		'/_app/immutable/a.js/../../../../secret.txt',
	])('%s does not leave the folder', async (path) => {
		expect((await ask(path)).body.toString()).not.toContain(SECRET);
	});

	it('refuse other methods than GET and HEAD', async () => {
		expect(await ask('/', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
	});

	it('say so if the dashboard is not built', async () => {
		app.close();
		open(join(folder, 'nowhere'));
		expect((await ask('/')).body.toString()).toContain('The dashboard is not built');
	});
});
