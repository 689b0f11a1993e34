import { deviceCode } from '$protocol/mac.ts';
import type { FlashPart } from '$protocol/dashboard/flash.ts';
import { BoardTalk } from '../usb/board-talk.svelte.ts';
import { fetchParts } from './fetch-parts.ts';
import { FlashProblem } from './flash-problem.ts';
import { type SerialPortLike, requestPort } from '../usb/web-serial.ts';

/** Share that must be written before the time left is estimated. */
const LEAST_FOR_ESTIMATE = 0.03;
/** A running board has completed at least the first stage. */
const FLASHED = 1;

export type Phase = 'idle' | 'choosing' | 'connecting' | 'writing' | 'running' | 'failed';

/** Flashing one board from this page, from the choice of the port to the board's log. */
export class Flashing {
	phase: Phase = $state('idle');
	problem: FlashProblem | undefined = $state.raw();
	/** "5C:CF:7F:AA:BB:CC", once it has been read */
	mac: string | undefined = $state();
	/** bytes */
	done = $state(0);
	total = $state(0);
	/** since writing began, ms */
	elapsedMs = $state(0);
	/** the board that runs what was written */
	talk: BoardTalk | undefined = $state.raw();
	#ending: AbortController | undefined;

	get busy(): boolean {
		return this.phase === 'choosing' || this.phase === 'connecting' || this.phase === 'writing';
	}

	get percent(): number {
		return this.total === 0 ? 0 : Math.floor((100 * this.done) / this.total);
	}

	/** undefined while there is no estimate yet */
	get leftMs(): number | undefined {
		const share = this.total === 0 ? 0 : this.done / this.total;
		return share < LEAST_FOR_ESTIMATE ? undefined : (this.elapsedMs * (1 - share)) / share;
	}

	/** How many of STAGES the board has completed, as far as this page knows. */
	get stagesDone(): number {
		return this.talk === undefined ? 0 : Math.max(FLASHED, this.talk.stagesDone);
	}

	/** "ESP_5CCF7FAABBCC", the code the hub will give it */
	get code(): string | undefined {
		return this.mac && deviceCode(this.mac.replaceAll(':', ''));
	}

	/** Must be called directly from a tap, because only then may the page ask for a port. */
	async start(chip: string, parts: readonly FlashPart[]): Promise<void> {
		if (this.busy) return;
		this.close();
		const ending = new AbortController();
		this.#ending = ending;
		Object.assign(this, { problem: undefined, mac: undefined, done: 0, total: 0, elapsedMs: 0, talk: undefined });
		this.phase = 'choosing';
		try {
			const port = await requestPort();
			await this.#write(port, chip, parts, ending.signal);
			this.talk = new BoardTalk();
			this.phase = 'running';
			// The board is flashed even if its log cannot be read; the hub shows the further steps.
			await this.talk.listen(port, { signal: ending.signal, restart: true }).catch(() => undefined);
		} catch (error) {
			if (this.#ending !== ending) return;
			this.problem = error instanceof FlashProblem ? error : new FlashProblem('other', String(error));
			this.phase = 'failed';
		}
	}

	/** Stops writing, or closes the port of a running board. */
	close(): void {
		this.#ending?.abort();
	}

	async #write(port: SerialPortLike, chip: string, parts: readonly FlashPart[], signal: AbortSignal): Promise<void> {
		this.phase = 'connecting';
		const [{ writeBoard }, loaded] = await Promise.all([loadWriter(), fetchParts(parts, signal)]);
		let began = 0;
		await writeBoard(port, loaded, {
			chip,
			signal,
			foundMac: (mac) => (this.mac = mac),
			progress: (done, total) => {
				if (this.phase !== 'writing') began = performance.now();
				this.phase = 'writing';
				this.done = done;
				this.total = total;
				this.elapsedMs = performance.now() - began;
			},
		});
	}
}

/** Loaded on demand, because no other page needs esptool-js. */
async function loadWriter() {
	try {
		return await import('./write-board.ts');
	} catch {
		throw new FlashProblem('download', 'esptool');
	}
}
