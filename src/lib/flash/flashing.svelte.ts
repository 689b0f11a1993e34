import type { FlashPart } from '$protocol/dashboard.ts';
import { readBoardLog } from './board-log.ts';
import { fetchParts } from './fetch-parts.ts';
import { FlashProblem } from './flash-problem.ts';
import { STAGES, type Stage, type Trouble, stageOf, troubleOf } from './log-lines.ts';
import { type SerialPortLike, requestPort } from './web-serial.ts';

const MAX_LINES = 300;
/** Before so much is done, nothing can be said about the rest. */
const LEAST_FOR_ESTIMATE = 0.03;

export type Phase = 'idle' | 'choosing' | 'connecting' | 'writing' | 'running' | 'failed';

/** One board being flashed in this page, from the choice of its port to its log. */
export class Flashing {
	phase: Phase = $state('idle');
	problem: FlashProblem | undefined = $state.raw();
	/** "5C:CF:7F:AA:BB:CC", once it was read */
	mac: string | undefined = $state();
	/** bytes */
	done = $state(0);
	total = $state(0);
	/** since writing began, ms */
	elapsedMs = $state(0);
	/** what the board says on its serial port, newest last */
	lines: string[] = $state.raw([]);
	/** the port is gone, and with it the log */
	logEnded = $state(false);
	trouble: Trouble | undefined = $state();
	#stage: Stage | undefined = $state();
	#ending: AbortController | undefined;

	get busy(): boolean {
		return this.phase === 'choosing' || this.phase === 'connecting' || this.phase === 'writing';
	}

	get percent(): number {
		return this.total === 0 ? 0 : Math.floor((100 * this.done) / this.total);
	}

	/** undefined while nobody can say */
	get leftMs(): number | undefined {
		const share = this.total === 0 ? 0 : this.done / this.total;
		return share < LEAST_FOR_ESTIMATE ? undefined : (this.elapsedMs * (1 - share)) / share;
	}

	/** How many of STAGES are behind it, as far as this page knows. */
	get stagesDone(): number {
		return this.#stage === undefined ? 0 : STAGES.indexOf(this.#stage) + 1;
	}

	/** "ESP_5CCF7FAABBCC", as the hub will call it */
	get code(): string | undefined {
		return this.mac && `ESP_${this.mac.replaceAll(':', '')}`;
	}

	/** To be called right from a tap: the browser asks for the port only then. */
	async start(chip: string, parts: readonly FlashPart[]): Promise<void> {
		if (this.busy) return;
		this.close();
		const ending = new AbortController();
		this.#ending = ending;
		Object.assign(this, { problem: undefined, mac: undefined, done: 0, total: 0, elapsedMs: 0, lines: [] });
		Object.assign(this, { logEnded: false, trouble: undefined });
		this.#stage = undefined;
		this.phase = 'choosing';
		try {
			const port = await choosePort();
			await this.#write(port, chip, parts, ending.signal);
			this.#stage = 'flashed';
			this.phase = 'running';
			await this.#follow(port, ending.signal);
		} catch (error) {
			if (this.#ending !== ending) return;
			this.problem = error instanceof FlashProblem ? error : new FlashProblem('other', String(error));
			this.phase = 'failed';
		}
	}

	/** Stops writing, or closes the port of a board that runs. */
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

	/** A log that cannot be read is no failure: the board is flashed, and the hub tells the rest. */
	async #follow(port: SerialPortLike, signal: AbortSignal): Promise<void> {
		await readBoardLog(port, (line) => this.#say(line), signal).catch(() => undefined);
		if (!signal.aborted) this.logEnded = true;
	}

	#say(line: string): void {
		this.lines = [...this.lines.slice(1 - MAX_LINES), line];
		const stage = stageOf(line);
		if (stage && STAGES.indexOf(stage) >= this.stagesDone) this.#stage = stage;
		this.trouble = stage ? undefined : (troubleOf(line) ?? this.trouble);
	}
}

async function choosePort(): Promise<SerialPortLike> {
	try {
		return await requestPort();
	} catch {
		throw new FlashProblem('no-port');
	}
}

/** Not part of what other pages load. */
async function loadWriter() {
	try {
		return await import('./write-board.ts');
	} catch {
		throw new FlashProblem('download', 'esptool');
	}
}
