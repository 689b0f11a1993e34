/** Pages before the door: nobody comes back to them. And what is not a page. */
const NO_PAGES = /^\/(signin|setup|api|socket\.io)(\/|$)/;

/** The address of the sign-in that leads back to `here`. */
export function signInFor(here: URL, signIn: string): string {
	const path = here.pathname + here.search + here.hash;
	return path === '/' || NO_PAGES.test(here.pathname) ? signIn : `${signIn}?to=${encodeURIComponent(path)}`;
}

/** Where the sign-in at `here` leads to: a page of this hub, whatever its address says; home where it says nothing. */
export function returnTo(here: URL): URL {
	const home = new URL('/', here.origin);
	const to = here.searchParams.get('to') ?? '';
	const url = to.startsWith('/') ? parsed(to, here.origin) : undefined;
	return url?.origin === here.origin && !NO_PAGES.test(url.pathname) ? url : home;
}

function parsed(path: string, origin: string): URL | undefined {
	try {
		return new URL(path, origin);
	} catch {
		return undefined;
	}
}
