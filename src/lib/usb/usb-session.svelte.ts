import { BoardTalk } from './board-talk.svelte.ts';
import { FlashProblem } from '../flash/flash-problem.ts';
import { requestPort } from './web-serial.ts';

/** A USB connection to a board that is in use. The board is neither flashed nor restarted. */
export class UsbSession {
	phase: 'closed' | 'choosing' | 'open' | 'lost' = $state('closed');
	problem: FlashProblem | undefined = $state.raw();
	talk: BoardTalk | undefined = $state.raw();
	#ending: AbortController | undefined;

	/** Must be called directly from a tap, because only then may the page ask for a port. */
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

	/** Closes the port; the board continues to run. */
	close(): void {
		this.#ending?.abort();
	}

	#fail(error: unknown): void {
		if (this.phase === 'open') return void (this.phase = 'lost');
		this.problem = error instanceof FlashProblem ? error : new FlashProblem('port-busy');
		this.phase = 'closed';
	}
}
