/**
 * Whether a request may change anything, or open a live socket. A browser says where it comes from; that must be this
 * hub: the host it was asked by, or the public address the owner configured. A program that sends no Origin carries no
 * cookie of somebody's browser by accident, so that it is let through when the browser's own headers are missing too.
 */
export function originAllowed(
	headers: { origin?: string | undefined; host?: string | undefined; secFetchSite?: string | undefined },
	publicUrl: string | undefined,
): boolean {
	const { origin, host, secFetchSite } = headers;
	if (secFetchSite && secFetchSite !== 'same-origin' && secFetchSite !== 'none') return false;
	if (!origin) return true;
	try {
		const url = new URL(origin);
		return url.host === host || (publicUrl !== undefined && url.origin === new URL(publicUrl).origin);
	} catch {
		return false; // "null": a sandboxed frame or a file
	}
}
