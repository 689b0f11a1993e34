import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { HttpResponse } from 'uWebSockets.js';
import { API } from '../../../../protocol/dashboard/limits.ts';
import type { DoorApp } from '../guarded-app.ts';
import { type Encoding, chooseEncoding, matchesEtag } from './negotiate.ts';
import { statusLine } from '../error-status.ts';
import { endHead, sendWhole } from './send-whole.ts';

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
/** Files here have a hash of their content in their names. */
const IMMUTABLE = '/_app/immutable/';
/** First parts of paths that belong to other doors: an unknown path there is 404, not a page of the dashboard. */
const OTHER_DOORS = new Set([API.split('/')[1], 'socket.io', 'device', '_app']);
const NOT_BUILT =
	'<!doctype html><html lang="en"><meta charset="utf-8"><title>Mooring</title><p>The dashboard is not built. Start the hub with <code>npm start</code>.';

interface File {
	type: string;
	/** of the content; each encoding's ETag is made of it */
	hash: string;
	cacheControl: string;
	bytes: Partial<Record<Encoding, Buffer>> & { identity: Buffer };
}

/** A page of the dashboard with headers of its own, which depend on the host that was asked for. */
interface SpecialPage {
	path: string;
	headers: (host: string) => [string, string][];
}

/** The built dashboard, a few hundred kilobytes, kept in memory so that it is read from the SD card only once. */
export class StaticFiles {
	#files = new Map<string, File>();

	constructor(folder: string) {
		if (existsSync(folder)) this.#read(folder, folder);
		if (!this.#files.has('/index.html')) this.#files.set('/index.html', file('/index.html', Buffer.from(NOT_BUILT)));
	}

	/** The dashboard's one page. */
	get page(): string {
		return this.#files.get('/index.html')!.bytes.identity.toString('utf8');
	}

	/**
	 * Serves GET and HEAD of every path that no other door handles; a path that is not a file is a page of the
	 * dashboard.
	 */
	serve(app: DoorApp, usual: [string, string][], special?: SpecialPage): void {
		app.any('/*', (res, req) => {
			const method = req.getMethod();
			const url = req.getUrl();
			const accepts = req.getHeader('accept-encoding');
			const known = req.getHeader('if-none-match');
			const headers = special && url === special.path ? special.headers(req.getHeader('host')) : usual;
			res.cork(() => {
				if (method !== 'get' && method !== 'head') return refuse(res, 405, 'This can only be read.\n', headers);
				const found = this.#find(url);
				if (!found) return refuse(res, 404, 'There is nothing here.\n', headers, method);
				send(res, found, { head: method === 'head', accepts, known }, headers);
			});
		});
	}

	#find(url: string): File | undefined {
		const exact = this.#files.get(url);
		if (exact || extname(url) !== '' || OTHER_DOORS.has(url.split('/')[1])) return exact;
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

function file(url: string, identity: Buffer, br?: Buffer, gzip?: Buffer): File {
	return {
		type: TYPES[extname(url)] ?? 'application/octet-stream',
		hash: createHash('sha256').update(identity).digest('base64url').slice(0, 22),
		cacheControl: url.startsWith(IMMUTABLE) ? 'public, max-age=31536000, immutable' : 'no-cache',
		bytes: { identity, ...(br ? { br } : {}), ...(gzip ? { gzip } : {}) },
	};
}

function send(
	res: HttpResponse,
	file: File,
	{ head, accepts, known }: { head: boolean; accepts: string; known: string },
	headers: [string, string][],
): void {
	const encoding = chooseEncoding(accepts, Object.keys(file.bytes) as Encoding[]);
	const bytes = file.bytes[encoding]!;
	// A strong ETag, so each encoding needs its own (RFC 9110, 8.8.3.3).
	const etag = encoding === 'identity' ? `"${file.hash}"` : `"${file.hash}-${encoding}"`;
	const unchanged = matchesEtag(known, etag);
	res.writeStatus(statusLine(unchanged ? 304 : 200));
	for (const [name, value] of headers) res.writeHeader(name, value);
	res.writeHeader('etag', etag).writeHeader('cache-control', file.cacheControl).writeHeader('vary', 'accept-encoding');
	if (unchanged) return void res.endWithoutBody();
	res.writeHeader('content-type', file.type);
	if (encoding !== 'identity') res.writeHeader('content-encoding', encoding);
	if (head) endHead(res, bytes.length);
	else sendWhole(res, bytes);
}

function refuse(res: HttpResponse, status: number, words: string, headers: [string, string][], method?: string): void {
	res.writeStatus(statusLine(status));
	for (const [name, value] of headers) res.writeHeader(name, value);
	if (status === 405) res.writeHeader('allow', 'GET, HEAD');
	res.writeHeader('content-type', 'text/plain; charset=utf-8');
	if (method === 'head') endHead(res, words.length);
	else res.end(words);
}
