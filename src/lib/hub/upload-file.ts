import type { ApiError } from '$protocol/dashboard/errors.ts';
import { API } from '$protocol/dashboard/limits.ts';
import { words } from '$words/words.ts';
import { type Outcome, refusal } from './request.ts';

/**
 * Sends a file as it is, with a secret where that allows it, else as whoever is signed in. `progress` is told how much has
 * left; `fetch` cannot tell that. Undefined: it was given up by `signal`.
 */
export function uploadFile<T = undefined>(
	path: string,
	{ file, secret, signal }: { file: Blob; secret?: string; signal: AbortSignal },
	progress: (bytes: number) => void,
): Promise<Outcome<T> | undefined> {
	return new Promise((resolve) => {
		const sending = new XMLHttpRequest();
		const error: ApiError = { code: 'internal', message: words.hub.unanswered };
		sending.open('PUT', API + path);
		if (secret !== undefined) sending.setRequestHeader('authorization', `Bearer ${secret}`);
		sending.setRequestHeader('content-type', 'application/octet-stream');
		sending.upload.onprogress = ({ loaded }) => progress(loaded);
		sending.onload = () => {
			const { status, responseText } = sending;
			resolve(status < 300 ? taken<T>(status, responseText) : refusal(status, responseText));
		};
		sending.onerror = () => resolve({ ok: false, error });
		sending.onabort = () => resolve(undefined);
		signal.addEventListener('abort', () => sending.abort());
		sending.send(file);
	});
}

/** An answer without content is undefined; one that is no JSON comes from something else, such as a proxy. */
function taken<T>(status: number, text: string): Outcome<T> | Promise<Outcome<T>> {
	if (text === '') return { ok: true, value: undefined as T };
	try {
		return { ok: true, value: JSON.parse(text) as T };
	} catch {
		return refusal(status, text);
	}
}
