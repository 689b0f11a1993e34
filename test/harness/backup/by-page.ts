import { API } from '../../../protocol/dashboard/limits.ts';
import type { HubInfo } from '../../../protocol/dashboard/people/accounts.ts';

export interface Answered<Body = Record<string, unknown>> {
	status: number;
	body: Body;
}

const RETRY_MS = 50;
const BACK_MS = 60_000;

/** Restores a backup as the set-up page of a hub does. */
export class RestoreByPage {
	readonly #origin: string;

	constructor(origin: string) {
		this.#origin = origin;
	}

	begin(code: string, bytes: number): Promise<Answered<{ handle: string }>> {
		const ask = () => this.#post<{ handle: string }>('/restore', { code, bytes });
		// Tests make files for seconds: the hub may just have closed the line that was idle meanwhile.
		return ask().catch(ask);
	}

	async send(handle: string, file: Uint8Array | ReadableStream): Promise<Answered> {
		const answer = await fetch(`${this.#origin}${API}/restore/file`, {
			method: 'PUT',
			headers: { origin: this.#origin, authorization: `Bearer ${handle}` },
			body: file as BodyInit,
			...(file instanceof ReadableStream && { duplex: 'half' }),
		} as RequestInit);
		const text = await answer.text();
		return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
	}

	apply(handle: string, passphrase: string): Promise<Answered> {
		return this.#post('/restore/apply', { handle, passphrase });
	}

	progress(handle: string): Promise<Answered<{ stage: string; done: number; of: number }>> {
		return this.#post('/restore/progress', { handle });
	}

	/** All of it: the answer that says why not, or the last one. */
	async run(code: string, file: Uint8Array, passphrase: string): Promise<Answered> {
		const begun = await this.begin(code, file.length);
		if (begun.status !== 200) return begun;
		const { handle } = begun.body;
		const sent = await this.send(handle, file);
		return sent.status === 204 ? this.apply(handle, passphrase) : sent;
	}

	/** Waits until the hub has started anew, with its owners. */
	async isBack(): Promise<void> {
		const until = performance.now() + BACK_MS;
		for (;;) {
			const info = await fetch(`${this.#origin}${API}/hub`).then(
				(answer) => answer.json() as Promise<HubInfo>,
				() => undefined,
			);
			if (info?.needsSetUp === false) return;
			if (performance.now() > until) throw new Error('The restored hub did not start.');
			await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
		}
	}

	async #post<Body>(path: string, body: object): Promise<Answered<Body>> {
		const answer = await fetch(`${this.#origin}${API}${path}`, {
			method: 'POST',
			headers: { origin: this.#origin, 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return { status: answer.status, body: (await answer.json()) as Body };
	}
}
