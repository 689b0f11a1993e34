import type { FlashPart } from '$protocol/dashboard/flash.ts';
import { FlashProblem } from './flash-problem.ts';

export interface LoadedPart {
	offset: number;
	bytes: Uint8Array;
}

/** Fetches all parts before the first byte is written, and verifies those with a checksum. */
export function fetchParts(parts: readonly FlashPart[], signal: AbortSignal): Promise<LoadedPart[]> {
	return Promise.all(parts.map((part) => fetchPart(part, signal)));
}

async function fetchPart({ name, url, offset, sha256 }: FlashPart, signal: AbortSignal): Promise<LoadedPart> {
	let bytes: Uint8Array<ArrayBuffer>;
	try {
		const answer = await fetch(url, { signal });
		if (!answer.ok) throw new FlashProblem('download', name);
		bytes = new Uint8Array(await answer.arrayBuffer());
	} catch {
		throw new FlashProblem(signal.aborted ? 'stopped' : 'download', name);
	}
	if (sha256 !== null && (await hash(bytes)) !== sha256) throw new FlashProblem('download', name);
	return { offset, bytes };
}

/** crypto.subtle needs a secure context, as Web Serial does. */
async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
