/** The pages before the sign-in, and addresses that are no pages: nobody is returned to them. */
const NO_RETURN = /^\/(signin|setup|join|trust|api|socket\.io)(\/|$)/;

/** The address of the sign-in page that returns to `here` afterwards. */
export function signInFor(here: URL, signIn: string): string {
	const path = here.pathname + here.search + here.hash;
	return path === '/' || NO_RETURN.test(here.pathname) ? signIn : `${signIn}?to=${encodeURIComponent(path)}`;
}

/** Where the sign-in at `here` returns to: always a page of this hub, and home by default. */
export function returnTo(here: URL): URL {
	const home = new URL('/', here.origin);
	const to = here.searchParams.get('to') ?? '';
	const url = to.startsWith('/') ? parsed(to, here.origin) : undefined;
	return url?.origin === here.origin && !NO_RETURN.test(url.pathname) ? url : home;
}

function parsed(path: string, origin: string): URL | undefined {
	try {
		return new URL(path, origin);
	} catch {
		return undefined;
	}
}
