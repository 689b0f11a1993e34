import { BoardSerial, type Listening } from './board-serial.ts';
import { STAGES, type Stage, type Trouble, stageOf, troubleOf } from './log-lines.ts';
import type { SerialPortLike } from './web-serial.ts';
import { WifiOverUsb } from './wifi-over-usb.svelte.ts';

const MAX_LINES = 300;

/** A running board at a USB port of this computer: its log, its progress, and its Wi-Fi. */
export class BoardTalk {
	/** lines of its log, newest last */
	lines: string[] = $state.raw([]);
	/** the port is closed or lost, so there will be no more lines */
	ended = $state(false);
	trouble: Trouble | undefined = $state();
	/** the log said that it cannot join its Wi-Fi; stays set while it gets another one */
	needsWifi = $state(false);
	readonly wifi = new WifiOverUsb((bytes) => this.#serial?.send(bytes) ?? Promise.resolve());
	#stage: Stage | undefined = $state();
	#serial: BoardSerial | undefined;

	/** How many of STAGES are completed according to the log. */
	get stagesDone(): number {
		return this.#stage === undefined ? 0 : STAGES.indexOf(this.#stage) + 1;
	}

	/** Listens until the signal aborts. Rejects if the port cannot be opened or is lost. */
	async listen(port: SerialPortLike, how: Listening): Promise<void> {
		this.#serial = new BoardSerial(port, {
			line: (line) => this.#takeLine(line),
			improv: (message) => this.wifi.onMessage(message),
		});
		try {
			await this.#serial.listen(how);
		} finally {
			this.ended = true;
			this.wifi.end();
		}
	}

	/** Gives the board another network. Progress and trouble with the old network no longer count. */
	async join(ssid: string, password: string): Promise<void> {
		this.#stage = undefined;
		this.trouble = undefined;
		await this.wifi.join(ssid, password);
		if (this.wifi.phase === 'joined') this.#reach('wifi');
	}

	#takeLine(line: string): void {
		this.lines = [...this.lines.slice(1 - MAX_LINES), line];
		const stage = stageOf(line);
		if (stage) this.#reach(stage);
		else this.trouble = troubleOf(line) ?? this.trouble;
		if (this.trouble === 'wifi-password' || this.trouble === 'wifi-missing') this.needsWifi = true;
	}

	#reach(stage: Stage): void {
		if (STAGES.indexOf(stage) >= this.stagesDone) this.#stage = stage;
		this.trouble = undefined;
		if (this.wifi.phase !== 'joining' && this.wifi.phase !== 'joined') this.needsWifi = false; // it is connected by its other network
	}
}
