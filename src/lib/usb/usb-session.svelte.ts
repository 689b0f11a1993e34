import { BoardTalk } from './board-talk.svelte.ts';
import { FlashProblem } from '../flash/flash-problem.ts';
import { requestPort } from './web-serial.ts';

/** A board that is in use already, at a USB port for a while: neither flashed nor restarted. */
export class UsbSession {
	phase: 'closed' | 'choosing' | 'open' | 'over' = $state('closed');
	problem: FlashProblem | undefined = $state.raw();
	talk: BoardTalk | undefined = $state.raw();
	#ending: AbortController | undefined;

	/** To be called right from a tap: the browser asks for the port only then. */
	async open(): Promise<void> {
		if (this.phase === 'choosing') return;
		this.close();
		const ending = new AbortController();
		this.#ending = ending;
		this.phase = 'choosing';
		this.problem = undefined;
		try {
			const port = await requestPort();
			this.talk = new BoardTalk();
			const opened = () => (this.phase = 'open');
			await this.talk.listen(port, { signal: ending.signal, restart: false, opened });
			if (this.#ending === ending) this.phase = 'closed';
		} catch (error) {
			if (this.#ending === ending) this.#fail(error);
		}
	}

	/** The port is free for others, and the board goes on. */
	close(): void {
		this.#ending?.abort();
	}

	#fail(error: unknown): void {
		if (this.phase === 'open') return void (this.phase = 'over');
		this.problem = error instanceof FlashProblem ? error : new FlashProblem('port-busy');
		this.phase = 'closed';
	}
}
