import type { HubInfo } from '$protocol/dashboard/people/accounts.ts';
import type { ApiError } from '$protocol/dashboard/errors.ts';
import type { FaultKind } from '$protocol/dashboard/faults.ts';
import type { RestoreBegun, RestoreProgress, Restored } from '$protocol/dashboard/restore.ts';
import { request } from '$lib/hub/request.ts';
import { uploadFile } from '$lib/hub/upload-file.ts';
import { restoreWords as words } from '$words/settings/restore.ts';

const LOOK_EVERY_MS = 500;
/** A hub that has not come back by then has said why in its log. It may read a large database as a whole first. */
const COMES_BACK_MS = 10 * 60_000;
const WRONG_PASSPHRASE = 'wrong-passphrase' satisfies FaultKind;
/** The hub that answers is not the one that was asked to put the backup in place. */
const OVER = 'restore-over' satisfies FaultKind;

export interface RestoreWish {
	code: string;
	file: File;
	passphrase: string;
}

/** A restore from the set-up page, from its form to the hub that has started anew. */
export class Restore {
	step: 'form' | 'uploading' | 'reading' | 'checking' | 'starting' = $state('form');
	/** bytes of the present step */
	done = $state(0);
	of = $state(0);
	/** what the hub has of it: with another passphrase it need not be sent again */
	#sent: { file: File; handle: string } | undefined;
	#upload: AbortController | undefined;

	/** The hub as it is when the backup is in place, and when that was made; an error; undefined: it was given up. */
	async run(wish: RestoreWish): Promise<{ info: HubInfo; madeAt: number | null } | { error: ApiError } | undefined> {
		try {
			const handle = await this.#send(wish);
			if (typeof handle !== 'string') return handle;
			const applied = await this.#apply(handle, wish.passphrase);
			if ('error' in applied) return applied;
			this.step = 'starting';
			const back = await untilBack(handle);
			return 'error' in back ? back : { info: back, madeAt: applied.madeAt };
		} finally {
			this.step = 'form';
		}
	}

	/** Gives up sending the file. */
	cancel(): void {
		this.#upload?.abort();
	}

	async #send({ code, file }: RestoreWish): Promise<string | { error: ApiError } | undefined> {
		if (this.#sent?.file === file) return this.#sent.handle;
		Object.assign(this, { step: 'uploading', done: 0, of: file.size });
		const begun = await request<RestoreBegun>('POST', '/restore', { code, bytes: file.size });
		if (!begun.ok) return begun;
		const { handle } = begun.value;
		const { signal } = (this.#upload = new AbortController());
		const sent = await uploadFile('/restore/file', { file, secret: handle, signal }, (bytes) => (this.done = bytes));
		if (!sent?.ok) return sent;
		this.#sent = { file, handle };
		return handle;
	}

	async #apply(handle: string, passphrase: string): Promise<{ madeAt: number | null } | { error: ApiError }> {
		Object.assign(this, { step: 'reading', done: 0 });
		let isOver = false;
		const look = async () => {
			const asked = await request<RestoreProgress>('POST', '/restore/progress', { handle });
			if (isOver) return;
			if (asked.ok && asked.value.stage === 'reading') this.done = asked.value.done;
			else if (asked.ok && asked.value.stage === 'checking') this.step = 'checking';
			timer = setTimeout(() => void look(), LOOK_EVERY_MS);
		};
		let timer = setTimeout(() => void look(), LOOK_EVERY_MS);
		const applied = await request<Restored>('POST', '/restore/apply', { handle, passphrase });
		isOver = true;
		clearTimeout(timer);
		if (applied.ok) return applied.value;
		// Only its answer is missing: whether it was done is seen by what the hub is then.
		if (applied.error.code === 'internal' && !applied.error.fault) return { madeAt: null };
		if (applied.error.fault !== WRONG_PASSPHRASE) this.#sent = undefined;
		return applied;
	}
}

/** The hub that has started anew: it has its owners. */
async function untilBack(handle: string): Promise<HubInfo | { error: ApiError }> {
	const until = performance.now() + COMES_BACK_MS;
	while (performance.now() < until) {
		const info = await request<HubInfo>('GET', '/hub');
		if (info.ok && !info.value.needsSetUp) return info.value;
		if (info.ok) {
			const asked = await request<RestoreProgress>('POST', '/restore/progress', { handle });
			if (asked.ok && asked.value.stage === 'uploaded') return { error: { code: 'internal', message: words.again } };
			if (!asked.ok && asked.error.fault === OVER) return { error: { code: 'internal', message: words.notPlaced } };
		}
		await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
	}
	return { error: { code: 'internal', message: words.lost } };
}
