import type { DeviceView } from '../../protocol/dashboard/devices.ts';
import type { ApiError } from '../../protocol/dashboard/errors.ts';
import { API } from '../../protocol/dashboard/limits.ts';
import type { PendingView } from '../../protocol/dashboard/pending.ts';
import type { SignInAnswer } from '../../protocol/dashboard/people/second-factor.ts';
import { type Failure, type Result, failure, ok } from '../base/result.ts';

export type CrowdFault = Failure<'hub'>;

/** Requests under way at a time. */
const AT_ONCE = 8;

/** Makes thousands of virtual boards on the hub for load tests, through its REST API. */
export class Crowd {
	#origin: string;
	#cookie = '';
	/** ids of the pending devices made, which their devices take over */
	#ids: string[] = [];
	#making: Promise<unknown> = Promise.resolve();
	#isRemoving = false;

	private constructor(hub: string) {
		this.#origin = new URL(`http://${hub}`).origin;
	}

	static async signIn(options: { hub: string; user: string; password: string }): Promise<Result<Crowd, CrowdFault>> {
		const crowd = new Crowd(options.hub);
		return crowd.#tell(async () => {
			const { user: name, password } = options;
			const signedIn = await crowd.#ask('POST', '/session', { name, password });
			const answer = (await signedIn.json()) as SignInAnswer;
			if ('handle' in answer)
				throw new Error(
					`${name} has a second factor, whose code cannot be given here. Sign in as somebody who has none.`,
				);
			crowd.#cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
			return crowd;
		});
	}

	/** Makes pending virtual boards and calls `made` with the config file of each as soon as it is downloaded. */
	async make(count: number, made: (file: Uint8Array, index: number) => void): Promise<Result<void, CrowdFault>> {
		const making = this.#tell(() =>
			eachOf(count, async (index) => {
				if (this.#isRemoving) return;
				const pending = await this.#ask('POST', '/pending', {
					name: `Load ${index + 1}`,
					board: 'virtual',
					relays: [{ id: 1, name: 'Relay', gpio: 0, activeLow: false }],
					sensors: [{ id: 1, type: 'virtual' }],
				});
				const { id } = (await pending.json()) as PendingView;
				this.#ids.push(id);
				const config = await this.#ask('GET', `/pending/${id}/config`);
				made(new Uint8Array(await config.arrayBuffer()), index);
			}),
		);
		this.#making = making;
		return making;
	}

	/** Makes no more, and deletes what was made: devices, and pending devices that were never claimed. */
	async remove(): Promise<Result<void, CrowdFault>> {
		this.#isRemoving = true;
		await this.#making;
		return this.#tell(async () => {
			const { devices } = (await (await this.#ask('GET', '/devices')).json()) as { devices: DeviceView[] };
			const claimed = new Set(devices.map(({ id }) => id));
			const ids = this.#ids.splice(0);
			await eachOf(ids.length, async (index) => {
				const id = ids[index]!;
				await this.#ask('DELETE', claimed.has(id) ? `/devices/${id}` : `/pending/${id}`);
			});
		});
	}

	/** Throws with the hub's own sentence if it refuses. Deleting something that is gone already is not an error. */
	async #ask(method: string, path: string, body?: unknown): Promise<Response> {
		const answer = await fetch(`${this.#origin}${API}${path}`, {
			method,
			headers: {
				origin: this.#origin,
				cookie: this.#cookie,
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		if (answer.ok || (method === 'DELETE' && answer.status === 404)) return answer;
		const { message } = (await answer.json().catch(() => ({}))) as Partial<ApiError>;
		throw new Error(message ?? `${this.#origin} answers like no hub of Mooring (HTTP ${answer.status}).`);
	}

	async #tell<T>(act: () => Promise<T>): Promise<Result<T, CrowdFault>> {
		try {
			return ok(await act());
		} catch (error) {
			// fetch throws a TypeError if there is no answer at all.
			if (error instanceof TypeError) return failure('hub', `The hub at ${this.#origin} does not answer.`);
			return failure('hub', (error as Error).message);
		}
	}
}

/** After a failure nothing new is begun. Throws when everything under way has ended, so that nothing is made afterwards. */
async function eachOf(count: number, act: (index: number) => Promise<void>): Promise<void> {
	let next = 0;
	let failure: unknown;
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			while (next < count && failure === undefined)
				await act(next++).catch((error: unknown) => {
					failure ??= error;
				});
		}),
	);
	if (failure !== undefined) throw failure;
}
