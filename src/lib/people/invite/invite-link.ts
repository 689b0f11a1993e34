/** Names by which a computer reaches only itself. */
const OWN_NAMES = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

/** The link to an invitation. The secret is after the #, so that it is in no request and no log. */
export function inviteLink(origin: string, secret: string): string {
	return `${origin}/join#${secret}`;
}

/** Whether other devices are led to themselves by an address with this host name. */
export function leadsToItself(hostname: string): boolean {
	return OWN_NAMES.test(hostname);
}
