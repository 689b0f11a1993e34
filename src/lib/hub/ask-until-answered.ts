import type { ApiError } from '$protocol/dashboard/errors.ts';
import { type Outcome, request } from './request.ts';

/** How soon the hub is asked once more. */
const AGAIN_MS = 2_000;

/**
 * Asks the hub for what a page is made of, and goes on asking while the hub is out of reach, so that the page fills by
 * itself. Returns how to stop. `refused` is told what the hub itself does not give.
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
		else if (asked.error.code === 'internal') timer = setTimeout(() => void once(), AGAIN_MS);
		else refused(asked.error);
	};
	void once();
	return () => {
		stopped = true;
		clearTimeout(timer);
	};
}
