import { BoardSerial, type Listening } from './board-serial.ts';
import { STAGES, type Stage, type Trouble, stageOf, troubleOf } from './log-lines.ts';
import type { SerialPortLike } from './web-serial.ts';
import { WifiOverUsb } from './wifi-over-usb.svelte.ts';

const MAX_LINES = 300;

/** A board that runs at a USB port of this computer: what it says, how far it has come, and its Wi-Fi. */
export class BoardTalk {
	/** of its log, newest last */
	lines: string[] = $state.raw([]);
	/** the port is gone, and with it the log */
	ended = $state(false);
	trouble: Trouble | undefined = $state();
	/** it has said that it does not get on its Wi-Fi; stays so while it is given another one */
	needsWifi = $state(false);
	readonly wifi = new WifiOverUsb((bytes) => this.#serial?.send(bytes) ?? Promise.resolve());
	#stage: Stage | undefined = $state();
	#serial: BoardSerial | undefined;

	/** How many of STAGES are behind it, as far as its log tells. */
	get stagesDone(): number {
		return this.#stage === undefined ? 0 : STAGES.indexOf(this.#stage) + 1;
	}

	/** Until its signal ends it. Rejects where the port cannot be opened, and when it is gone. */
	async listen(port: SerialPortLike, how: Listening): Promise<void> {
		this.#serial = new BoardSerial(port, {
			line: (line) => this.#say(line),
			improv: (message) => this.wifi.heard(message),
		});
		try {
			await this.#serial.listen(how);
		} finally {
			this.ended = true;
			this.wifi.end();
		}
	}

	/** What it said of another network counts no more. */
	async join(ssid: string, password: string): Promise<void> {
		this.#stage = undefined;
		this.trouble = undefined;
		await this.wifi.join(ssid, password);
		if (this.wifi.phase === 'joined') this.#reach('wifi');
	}

	#say(line: string): void {
		this.lines = [...this.lines.slice(1 - MAX_LINES), line];
		const stage = stageOf(line);
		if (stage) this.#reach(stage);
		else this.trouble = troubleOf(line) ?? this.trouble;
		if (this.trouble === 'wifi-password' || this.trouble === 'wifi-missing') this.needsWifi = true;
	}

	#reach(stage: Stage): void {
		if (STAGES.indexOf(stage) >= this.stagesDone) this.#stage = stage;
		this.trouble = undefined;
		if (this.wifi.phase !== 'joining' && this.wifi.phase !== 'joined') this.needsWifi = false; // by its other network
	}
}
