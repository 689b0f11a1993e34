import type { ApiError } from '$protocol/dashboard.ts';
import { words } from '$lib/words.ts';

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: ApiError };

const API = '/api/v1';

/**
 * The one way to the hub's REST API: same origin, JSON both ways, errors as values with a sentence for people. Never
 * throws; a hub that cannot be reached is an error like any other.
 */
export async function request<T>(
	method: 'GET' | 'POST' | 'PUT' | 'DELETE',
	path: string,
	body?: unknown,
): Promise<Outcome<T>> {
	try {
		const answer = await fetch(API + path, {
			method,
			...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
		});
		const text = await answer.text();
		const json = text === '' ? undefined : (JSON.parse(text) as unknown);
		if (answer.ok) return { ok: true, value: json as T };
		return { ok: false, error: json as ApiError };
	} catch {
		return { ok: false, error: { code: 'internal', message: words.hub.outOfReach } };
	}
}

/** Where the config file of a pending device is downloaded. */
export function configFileUrl(id: string): string {
	return `${API}/pending/${encodeURIComponent(id)}/config`;
}
