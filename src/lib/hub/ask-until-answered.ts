import type { ApiError } from '$protocol/dashboard/errors.ts';
import { type Outcome, request } from './request.ts';

const RETRY_MS = 2_000;

/**
 * Requests what a page shows, and repeats the request while the hub is out of reach, so that the page fills by itself.
 * `refused` gets an error that the hub itself answered. Returns a function that stops it.
 */
export function askUntilAnswered<T>(
	path: string,
	take: (value: T) => void,
	refused: (error: ApiError) => void,
	ask: (path: string) => Promise<Outcome<T>> = (path) => request<T>('GET', path),
): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let stopped = false;
	const once = async () => {
		const asked = await ask(path);
		if (stopped) return;
		if (asked.ok) take(asked.value);
		else if (asked.error.code === 'internal') timer = setTimeout(() => void once(), RETRY_MS);
		else refused(asked.error);
	};
	void once();
	return () => {
		stopped = true;
		clearTimeout(timer);
	};
}
