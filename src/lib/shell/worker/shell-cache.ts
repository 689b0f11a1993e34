/** The shell: all files of one build of the dashboard, with which its pages open while the hub is off. */
export interface Shell {
	/** the name of its cache */
	name: string;
	/** paths of its files, without the page itself */
	paths: readonly string[];
}

/** The hub answers every page of the dashboard with this one. */
export const PAGE = '/';
export const IMMUTABLE = '/_app/immutable/';
/** Most files, and most bytes before compression, of one shell. test/first-load.test.ts holds the build below them. */
export const SHELL_FILES = 300;
export const SHELL_BYTES = 3 * 1_048_576;
/** Files fetched at a time at an installation, so that the open page's own requests need not wait. */
const AT_ONCE = 2;

type Caches = Pick<CacheStorage, 'open' | 'keys' | 'delete'>;
type Ask = (path: string) => Promise<Response>;

export function shellName(version: string): string {
	return `mooring-shell-${version}`;
}

/**
 * Fetches the whole shell, or nothing: if one file is missing, as when the hub is updated meanwhile, the browser tries
 * again later.
 */
export async function installShell(caches: Caches, ask: Ask, { name, paths }: Shell): Promise<void> {
	if (paths.length > SHELL_FILES) throw new Error(`The dashboard has ${paths.length} files, more than ${SHELL_FILES}.`);
	const cache = await caches.open(name);
	const rest = [PAGE, ...paths].values();
	let bytes = 0;
	const fetchRest = async () => {
		for (const path of rest) {
			const answer = await ask(path);
			const content = await answer.clone().arrayBuffer();
			bytes += content.byteLength;
			if (bytes > SHELL_BYTES) throw new Error(`The dashboard has more than ${SHELL_BYTES} bytes.`);
			if (!isFile(path, answer) || (path === PAGE && !isPageOf(new TextDecoder().decode(content), paths)))
				throw new Error(`${path} is not that of this version.`);
			await cache.put(path, answer);
		}
	};
	try {
		await Promise.all(Array.from({ length: AT_ONCE }, fetchRest));
	} catch (error) {
		await caches.delete(name);
		throw error;
	}
}

/** Deletes the shells of other versions but the newest `kept` of them. */
export async function deleteOldShells(caches: Caches, name: string, kept: number): Promise<void> {
	const others = (await caches.keys()).filter((key) => key.startsWith(shellName('')) && key !== name);
	for (const old of others.slice(0, Math.max(0, others.length - kept))) await caches.delete(old);
}

/** Not a page that something else, such as the sign-in of a public Wi-Fi, answers in the hub's place. */
function isFile(path: string, { ok, redirected, headers }: Response): boolean {
	const isHtml = headers.get('content-type')?.startsWith('text/html') ?? false;
	return ok && !redirected && isHtml === (path === PAGE);
}

/** Whether this page loads files of this build. Between the fetches the hub may have been updated. */
function isPageOf(html: string, paths: readonly string[]): boolean {
	const loaded = [...html.matchAll(/"(\/_app\/immutable\/[^"]+)"/g)].map(([, path]) => path!);
	return loaded.length > 0 && loaded.every((path) => paths.includes(path));
}
