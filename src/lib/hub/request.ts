import type { ApiError } from '$protocol/dashboard/errors.ts';
import { API } from '$protocol/dashboard/limits.ts';
import { words } from '$lib/words.ts';
import { translateError } from './translate-error.ts';

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: ApiError };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * The only way to the hub's REST API: same origin, JSON both ways, errors as values with a sentence for people. It never
 * throws: an unreachable hub, or an answer of something else such as a proxy, is an error like any other.
 */
export async function request<T>(method: Method, path: string, body?: unknown): Promise<Outcome<T>> {
	let answer: Response;
	let text: string;
	try {
		answer = await fetch(API + path, {
			method,
			...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
		});
		text = await answer.text();
	} catch {
		// The request may have arrived nevertheless; only the answer is known to be missing.
		return failed(method === 'GET' ? words.hub.unreachable : words.hub.unanswered);
	}
	const json = parse(text);
	if (answer.ok && (text === '' || json !== undefined)) return { ok: true, value: json as T };
	if (!answer.ok && isApiError(json)) return { ok: false, error: await translateError(json) };
	return failed(words.hub.strangeAnswer(answer.status));
}

/** Whether only the answer was missing. Such an error is worth showing until the hub is back and shows what was done. */
export function isUnanswered(message: string | undefined): boolean {
	return message === words.hub.unanswered;
}

/** The download address of a pending device's config file. */
export function configFileUrl(id: string): string {
	return `${API}/pending/${encodeURIComponent(id)}/config`;
}

function failed(message: string): { ok: false; error: ApiError } {
	return { ok: false, error: { code: 'internal', message } };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isApiError(json: unknown): json is ApiError {
	return typeof json === 'object' && json !== null && 'code' in json && 'message' in json;
}
