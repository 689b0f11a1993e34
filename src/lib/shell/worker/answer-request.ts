import { IMMUTABLE, PAGE } from './shell-cache.ts';

/**
 * First parts of the paths of the dashboard's pages; src/routes has a folder for each. Everything else that is opened on
 * this address, such as downloads of the API, /metrics or /healthz, is left to the browser.
 */
export const PAGES: readonly string[] = [
	'',
	'account',
	'activity',
	'add',
	'automations',
	'devices',
	'join',
	'more',
	'pending',
	'people',
	'scenes',
	'settings',
	'setup',
	'signin',
	'trust',
	'wall',
];
/**
 * How long a page waits for the hub. One that is off may not even refuse a connection, and nobody shall wait for it: the page
 * is then opened from the shell.
 */
export const HUB_ANSWERS_MS = 25;
/** Who reloads a page wants the hub's, for example that of a new version, and waits longer. */
export const RELOAD_ANSWERS_MS = 1_000;
/** Caching of the requests of a reload; of all others it is `default` or `force-cache`. */
const RELOADS: readonly RequestCache[] = ['no-cache', 'reload'];
/** What a reverse proxy answers while the hub is off: bad gateway, unavailable, gateway timeout. */
const HUB_IS_OFF: readonly number[] = [502, 503, 504];

/** What of the shell a request is for; undefined: none of the service worker's business, the browser sends it as ever. */
export function partOfShell(
	{ method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>,
	origin: string,
	paths: ReadonlySet<string>,
): 'page' | 'file' | undefined {
	const asked = new URL(url);
	if (method !== 'GET' || asked.origin !== origin) return undefined;
	if (mode === 'navigate') return PAGES.includes(asked.pathname.split('/')[1]!) ? 'page' : undefined;
	return paths.has(asked.pathname) || asked.pathname.startsWith(IMMUTABLE) ? 'file' : undefined;
}

export interface Sources {
	ask: (request: Request) => Promise<Response>;
	/** what is kept under a path, in the own shell first */
	kept: (path: string) => Promise<Response | undefined>;
}

/**
 * A page comes from the hub, so that it is the newest; from the shell if the hub does not answer at once. Should that one be
 * older, it says so as soon as it is live (on-live.ts).
 */
export async function answerPage(request: Request, { ask, kept }: Sources): Promise<Response> {
	const asked = ask(request);
	let timer: ReturnType<typeof setTimeout> | undefined;
	const patience = RELOADS.includes(request.cache) ? RELOAD_ANSWERS_MS : HUB_ANSWERS_MS;
	const late = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, patience, undefined)));
	const answer = await Promise.race([asked.catch(() => undefined), late]);
	clearTimeout(timer);
	if (answer && !HUB_IS_OFF.includes(answer.status)) return answer;
	return (await kept(PAGE)) ?? answer ?? asked;
}

/** A file comes from the shell: its name has a hash of its content, or it changes only with the version. */
export async function answerFile(request: Request, { ask, kept }: Sources): Promise<Response> {
	return (await kept(new URL(request.url).pathname)) ?? ask(request);
}
