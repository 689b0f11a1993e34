import type { PackBegun, PackInstalled, PackProgress } from '$protocol/dashboard/firmware.ts';
import { hub } from '$lib/hub/hub.ts';
import { type Outcome, request } from '$lib/hub/request.ts';
import { translateError } from '$lib/hub/translate-error.ts';
import { uploadFile } from '$lib/hub/upload-file.ts';
import { firmwareWords as words } from '$words/settings/firmware.ts';

const LOOK_EVERY_MS = 300;

/** A firmware pack on its way to the hub. It goes on while its person looks at other pages. */
class PackUpload {
	step: 'idle' | 'sending' | 'checking' | 'placing' = $state('idle');
	/** bytes of the present step */
	done = $state(0);
	of = $state(0);
	/** how the last one ended */
	error = $state('');
	note = $state('');
	installed: PackInstalled | undefined = $state.raw();
	#sending: AbortController | undefined;

	/** Whether the hub has it in place at the end. */
	async run(file: File): Promise<boolean> {
		if (this.step !== 'idle') return false;
		this.forget();
		Object.assign(this, { step: 'sending', done: 0, of: file.size });
		const ended = await this.#send(file);
		this.step = 'idle';
		if (!ended) this.note = words.stopped;
		else if (!ended.ok) this.error = ended.error.message;
		else {
			const refused = await Promise.all(ended.value.refused.map((one) => translateError(one)));
			this.installed = { ...ended.value, refused };
		}
		return ended?.ok === true;
	}

	/** Gives up sending; what the hub has as a whole already, it installs. */
	cancel(): void {
		this.#sending?.abort();
	}

	forget(): void {
		this.error = this.note = '';
		this.installed = undefined;
	}

	async #send(file: File): Promise<Outcome<PackInstalled> | undefined> {
		const { signal } = (this.#sending = new AbortController());
		const begun = await request<PackBegun>('POST', '/firmware/packs', { bytes: file.size });
		if (signal.aborted) return undefined;
		if (!begun.ok) return begun;
		const path = `/firmware/packs/${encodeURIComponent(begun.value.id)}`;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isOver = false;
		const look = async () => {
			const asked = await request<PackProgress>('GET', `${path}/progress`);
			if (isOver) return;
			if (asked.ok) this.#show(asked.value);
			timer = setTimeout(() => void look(), LOOK_EVERY_MS);
		};
		const sent = await uploadFile<PackInstalled>(`${path}/file`, { file, signal }, (bytes) => {
			this.done = bytes;
			if (bytes === file.size && timer === undefined) timer = setTimeout(() => void look(), 0);
		});
		isOver = true;
		clearTimeout(timer);
		return sent;
	}

	#show({ stage, done, of }: PackProgress): void {
		if (stage === 'checking') Object.assign(this, { step: 'checking', done, of });
		else if (stage === 'placing') this.step = 'placing';
	}
}
export const packUpload = new PackUpload();
hub.onStop(() => {
	packUpload.cancel();
	packUpload.forget();
});
