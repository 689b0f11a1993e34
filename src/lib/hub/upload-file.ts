import type { ApiError } from '$protocol/dashboard/errors.ts';
import { API } from '$protocol/dashboard/limits.ts';
import { words } from '$words/words.ts';
import { type Outcome, refusal } from './request.ts';

/**
 * Sends a file as it is, with a secret that allows it. `progress` is told how much has left; `fetch` cannot tell that.
 * Undefined: it was given up by `signal`.
 */
export function uploadFile(
	path: string,
	{ file, secret, signal }: { file: Blob; secret: string; signal: AbortSignal },
	progress: (bytes: number) => void,
): Promise<Outcome<undefined> | undefined> {
	return new Promise((resolve) => {
		const sending = new XMLHttpRequest();
		const error: ApiError = { code: 'internal', message: words.hub.unanswered };
		sending.open('PUT', API + path);
		sending.setRequestHeader('authorization', `Bearer ${secret}`);
		sending.setRequestHeader('content-type', 'application/octet-stream');
		sending.upload.onprogress = ({ loaded }) => progress(loaded);
		sending.onload = () => {
			const { status, responseText } = sending;
			resolve(status < 300 ? { ok: true, value: undefined } : refusal(status, responseText));
		};
		sending.onerror = () => resolve({ ok: false, error });
		sending.onabort = () => resolve(undefined);
		signal.addEventListener('abort', () => sending.abort());
		sending.send(file);
	});
}
