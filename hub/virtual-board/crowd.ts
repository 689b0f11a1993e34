import { API, type ApiError, type DeviceView, type PendingView } from '../../protocol/dashboard.ts';
import { type Fault, type Result, fault, ok } from '../base/result.ts';

/** Config files of many virtual boards, made on the hub for a load. */
export interface Crowd {
	files: Uint8Array[];
	/** Deletes what was made: devices, and pending devices that were never claimed. */
	remove(): Promise<void>;
}

/** Requests under way at a time. */
const AT_ONCE = 8;

/** Signs in and makes `count` pending virtual boards through the REST API, as a person would, only more. */
export async function makeCrowd(options: {
	hub: string;
	user: string;
	password: string;
	count: number;
}): Promise<Result<Crowd, Fault<'hub'>>> {
	const origin = `http://${options.hub}`;
	let cookie = '';
	const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
		const answer = await fetch(`${origin}${API}${path}`, {
			method,
			headers: { origin, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		if (!answer.ok && answer.status !== 404) throw new Error(((await answer.json()) as ApiError).message);
		return answer;
	};
	try {
		const signedIn = await ask('POST', '/session', { name: options.user, password: options.password });
		cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
		const ids: string[] = [];
		const files: Uint8Array[] = [];
		await eachOf(options.count, async (index) => {
			const made = await ask('POST', '/pending', {
				name: `Load ${index + 1}`,
				board: 'virtual',
				relays: [{ id: 1, name: 'Relay', gpio: 0, activeLow: false }],
				sensors: [{ id: 1, type: 'virtual' }],
			});
			const { id } = (await made.json()) as PendingView;
			ids[index] = id;
			files[index] = new Uint8Array(await (await ask('GET', `/pending/${id}/config`)).arrayBuffer());
		});
		return ok({
			files,
			async remove() {
				const { devices } = (await (await ask('GET', '/devices')).json()) as { devices: DeviceView[] };
				const claimed = new Set(devices.map(({ id }) => id));
				await eachOf(ids.length, async (index) => {
					const id = ids[index]!;
					await ask('DELETE', claimed.has(id) ? `/devices/${id}` : `/pending/${id}`);
				});
			},
		});
	} catch (error) {
		const { message } = error as Error;
		return fault('hub', message === 'fetch failed' ? `The hub at ${options.hub} does not answer.` : message);
	}
}

async function eachOf(count: number, act: (index: number) => Promise<void>): Promise<void> {
	let next = 0;
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			while (next < count) await act(next++);
		}),
	);
}
