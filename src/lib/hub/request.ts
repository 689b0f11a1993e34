import type { ApiError } from '$protocol/dashboard/errors.ts';
import { API } from '$protocol/dashboard/limits.ts';
import { words } from '$words/words.ts';
import { translateError } from './translate-error.ts';

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: ApiError };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * The only way to the hub's REST API: same origin, JSON both ways, errors as values with a sentence for people. It never
 * throws: an unreachable hub, or an answer of something else such as a proxy, is an error like any other. `withinMs`: after
 * this time it gives up; without it, as soon as the browser does.
 */
export async function request<T>(method: Method, path: string, body?: unknown, withinMs?: number): Promise<Outcome<T>> {
	const answer = await ask(method, path, body, (answer) => answer.text(), withinMs);
	if (!answer) return failed(method === 'GET' ? words.hub.unreachable : words.hub.unanswered);
	const { content: text, response } = answer;
	const json = parse(text);
	if (response.ok && (text === '' || json !== undefined)) return { ok: true, value: json as T };
	return refusal(response.status, text);
}

/** The same for an answer that is a file. */
export async function requestFile(
	path: string,
	body: unknown,
	read = (answer: Response) => answer.blob(),
): Promise<Outcome<{ name: string; content: Blob }>> {
	const answer = await ask('POST', path, body, read);
	if (!answer) return failed(words.hub.unanswered);
	const { content, response } = answer;
	const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
	if (response.ok && name !== undefined) return { ok: true, value: { name, content } };
	return refusal(response.status, await content.text());
}

async function ask<Content>(
	method: Method,
	path: string,
	body: unknown,
	read: (answer: Response) => Promise<Content>,
	withinMs?: number,
): Promise<{ response: Response; content: Content } | undefined> {
	try {
		const response = await fetch(API + path, {
			method,
			...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
			// Old browsers of wall tablets do not have it.
			...(withinMs === undefined ? {} : { signal: AbortSignal.timeout?.(withinMs) }),
		});
		return { response, content: await read(response) };
	} catch {
		// The request may have arrived nevertheless; only the answer is known to be missing.
		return undefined;
	}
}

export async function refusal(status: number, text: string): Promise<{ ok: false; error: ApiError }> {
	const json = parse(text);
	if (status >= 400 && isApiError(json)) return { ok: false, error: await translateError(json) };
	return failed(words.hub.strangeAnswer(status));
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
