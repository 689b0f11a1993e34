import type { FirmwareView, PackInstalled } from '../../../protocol/dashboard/firmware.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import type { BrowserSession } from '../browser-session.ts';

export interface Sent {
	status: number;
	body: Partial<PackInstalled> & { fault?: string; message?: string; params?: Record<string, unknown> };
}

/** Sends a firmware pack as the card of the settings does. */
export async function sendPack(session: BrowserSession, pack: Uint8Array): Promise<Sent> {
	const begun = await session.request('POST', '/firmware/packs', { bytes: pack.length });
	const body = (await begun.json()) as Sent['body'] & { id: string };
	return begun.status === 201 ? sendFile(session, body.id, pack) : { status: begun.status, body };
}

export async function sendFile(session: BrowserSession, id: string, file: Uint8Array | ReadableStream): Promise<Sent> {
	const answer = await fetch(`${session.origin}${API}/firmware/packs/${id}/file`, {
		method: 'PUT',
		headers: { origin: session.origin, cookie: session.cookie },
		body: file as BodyInit,
		...(file instanceof ReadableStream && { duplex: 'half' }),
	} as RequestInit);
	return { status: answer.status, body: (await answer.json()) as Sent['body'] };
}

export const firmwareOf = (session: BrowserSession) => session.call<FirmwareView>('GET', '/firmware');

/** A file of which the first bytes come, and then nothing more until `end` is called. */
export function stalling(first: Uint8Array): { stream: ReadableStream; end: () => void } {
	let control: ReadableStreamDefaultController | undefined;
	const stream = new ReadableStream({
		start(controller) {
			control = controller;
			controller.enqueue(first);
		},
	});
	return { stream, end: () => control!.error(new Error('the cable was pulled')) };
}
