import { build, files, version } from '$service-worker';
import { type Sources, answerFile, answerPage, partOfShell } from './lib/shell/worker/answer-request.ts';
import { deleteOldShells, installShell, shellName } from './lib/shell/worker/shell-cache.ts';

/**
 * Keeps the shell, so that the dashboard opens while the hub is off. Nothing that the hub says goes through here: what was
 * last known of the house is kept by the page (lib/shell/last-known.ts).
 */
interface Lasting {
	waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Lasting {
	readonly request: Request;
	respondWith(answer: Promise<Response>): void;
}
/** As much of ServiceWorkerGlobalScope as is used: its types and those of a page exclude each other. */
interface WorkerScope {
	addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
	addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
	skipWaiting(): Promise<void>;
	readonly clients: {
		claim(): Promise<void>;
		matchAll(of: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly unknown[]>;
	};
}
const worker = globalThis as unknown as WorkerScope;

const shell = { name: shellName(version), paths: [...build, ...files] };
const paths = new Set(shell.paths);

const sources: Sources = {
	ask: (request) => fetch(request),
	async kept(path) {
		const own = await caches.open(shell.name);
		// Pages that were opened with the version before still need its files.
		return (await own.match(path, { ignoreVary: true })) ?? (await caches.match(path, { ignoreVary: true }));
	},
};

async function activate(): Promise<void> {
	const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	await deleteOldShells(caches, shell.name, open.length > 0 ? 1 : 0);
	await worker.clients.claim();
}

worker.addEventListener('install', (event) => {
	event.waitUntil(installShell(caches, fetch, shell).then(() => worker.skipWaiting()));
});
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
	const part = partOfShell(event.request, location.origin, paths);
	if (part === 'page') event.respondWith(answerPage(event.request, sources));
	else if (part === 'file') event.respondWith(answerFile(event.request, sources));
});
