const ANSWERED_MS = 5_000;

/** Whether this browser trusts the hub: it answers over HTTPS only then. Nothing of the answer is read. */
export async function trusts(address: string, ask: typeof fetch = fetch): Promise<boolean> {
	try {
		const signal = AbortSignal.timeout(ANSWERED_MS);
		await ask(`${address}/trust/check`, { mode: 'no-cors', cache: 'no-store', credentials: 'omit', signal });
		return true;
	} catch {
		return false;
	}
}

/** The secure address of the page that somebody asked for; the hub puts its path after the #. */
export function placeAfter(address: string, hash: string): string {
	const path = hash.slice(1);
	return path.startsWith('/') ? `${address}${path}` : address;
}
