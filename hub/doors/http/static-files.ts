import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { TemplatedApp } from 'uWebSockets.js';
import { statusLine } from './error-status.ts';

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.txt': 'text/plain; charset=utf-8',
	'.webmanifest': 'application/manifest+json',
	'.woff2': 'font/woff2',
};
/** Names with a hash of their content in them. */
const IMMUTABLE = '/_app/immutable/';
const NOT_BUILT =
	'<!doctype html><html lang="en"><meta charset="utf-8"><title>Mooring</title><p>The dashboard is not built. Start the hub with <code>npm start</code>.';

interface File {
	type: string;
	etag: string;
	cacheControl: string;
	plain: Buffer;
	br?: Buffer;
	gzip?: Buffer;
}

/** The built dashboard, in memory: a few hundred kilobytes that are then never read from the SD card again. */
export class StaticFiles {
	#files = new Map<string, File>();

	constructor(folder: string) {
		if (existsSync(folder)) this.#read(folder, folder);
		if (!this.#files.has('/index.html')) this.#files.set('/index.html', file('/index.html', Buffer.from(NOT_BUILT)));
	}

	/** The dashboard's one page. */
	get page(): string {
		return this.#files.get('/index.html')!.plain.toString('utf8');
	}

	/** Serves GET and HEAD of everything no other door took; paths that are no files are places within the dashboard. */
	serve(app: TemplatedApp, headers: [string, string][]): void {
		app.any('/*', (res, req) => {
			const method = req.getMethod();
			const url = req.getUrl();
			const accepts = req.getHeader('accept-encoding');
			const known = req.getHeader('if-none-match');
			const wrongMethod = method !== 'get' && method !== 'head';
			const found = wrongMethod ? undefined : this.#find(url);
			res.cork(() => {
				res.writeStatus(statusLine(wrongMethod ? 405 : !found ? 404 : known === found.etag ? 304 : 200));
				for (const [name, value] of headers) res.writeHeader(name, value);
				if (!found)
					return void res.writeHeader('content-type', 'text/plain; charset=utf-8').end('There is nothing here.\n');
				res
					.writeHeader('etag', found.etag)
					.writeHeader('cache-control', found.cacheControl)
					.writeHeader('vary', 'accept-encoding');
				if (known === found.etag) return void res.endWithoutBody();
				res.writeHeader('content-type', found.type);
				const [encoding, bytes] = choose(found, accepts);
				if (encoding) res.writeHeader('content-encoding', encoding);
				if (method === 'head') res.endWithoutBody(bytes.length);
				else res.end(bytes);
			});
		});
	}

	#find(url: string): File | undefined {
		const exact = this.#files.get(url);
		if (exact || extname(url) !== '' || url.startsWith(IMMUTABLE)) return exact;
		return this.#files.get('/index.html');
	}

	#read(root: string, folder: string): void {
		for (const entry of readdirSync(folder, { withFileTypes: true })) {
			const path = join(folder, entry.name);
			if (entry.isDirectory()) this.#read(root, path);
			else if (!/\.(br|gz)$/.test(entry.name)) {
				const url = `/${relative(root, path).split(sep).join('/')}`;
				const beside = (extension: string) =>
					existsSync(path + extension) ? readFileSync(path + extension) : undefined;
				this.#files.set(url, file(url, readFileSync(path), beside('.br'), beside('.gz')));
			}
		}
	}
}

function file(url: string, plain: Buffer, br?: Buffer, gzip?: Buffer): File {
	return {
		type: TYPES[extname(url)] ?? 'application/octet-stream',
		etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
		cacheControl: url.startsWith(IMMUTABLE) ? 'public, max-age=31536000, immutable' : 'no-cache',
		plain,
		...(br ? { br } : {}),
		...(gzip ? { gzip } : {}),
	};
}

function choose(file: File, accepts: string): ['br' | 'gzip' | undefined, Buffer] {
	if (file.br && /\bbr\b/.test(accepts)) return ['br', file.br];
	if (file.gzip && /\bgzip\b/.test(accepts)) return ['gzip', file.gzip];
	return [undefined, file.plain];
}
