import { type ImprovMessage, ImprovReader } from './improv.ts';
import { readable } from './log-lines.ts';
import type { SerialPortLike } from './web-serial.ts';

/** Baud rate of the firmware's log on every board. */
export const LOG_BAUD = 115_200;
/** How long the reset line is pulled. */
const RESET_MS = 100;
/** Longer lines are cut, because they are noise and not log lines. */
const MAX_LINE = 500;

export interface Listening {
	signal: AbortSignal;
	/** Restarts the board. Otherwise no control line is touched, so that a running board is not disturbed. */
	restart: boolean;
	/** called when the port is open */
	opened?: () => void;
}

export interface Listeners {
	/** a line of the log */
	line(line: string): void;
	improv(message: ImprovMessage): void;
}

/** The serial port of a running board. It separates the log from Improv packets. */
export class BoardSerial {
	#port: SerialPortLike;
	#listeners: Listeners;
	#writer: WritableStreamDefaultWriter<Uint8Array> | undefined;
	#rest = '';

	constructor(port: SerialPortLike, listeners: Listeners) {
		this.#port = port;
		this.#listeners = listeners;
	}

	/** Opens the port and reads until `signal` aborts. Rejects if the port cannot be opened or is lost. */
	async listen({ signal, restart, opened }: Listening): Promise<void> {
		const port = this.#port;
		await port.open({ baudRate: LOG_BAUD });
		const reader = port.readable!.getReader();
		const writer = (this.#writer = port.writable!.getWriter());
		const end = () => void reader.cancel().catch(() => undefined);
		signal.addEventListener('abort', end);
		try {
			const reading = this.#read(reader);
			reading.catch(() => undefined); // if the restart fails, nobody awaits it
			opened?.();
			if (restart) await this.#restart();
			if (signal.aborted) end();
			await reading;
		} finally {
			signal.removeEventListener('abort', end);
			this.#writer = undefined;
			reader.releaseLock();
			writer.releaseLock();
			await port.close().catch(() => undefined);
		}
	}

	/** Does nothing if the port is not open or is lost; listen() reports that. */
	async send(bytes: Uint8Array): Promise<void> {
		await this.#writer?.write(bytes).catch(() => undefined);
	}

	/** Resets the chip as esptool does: RTS drives its reset pin and DTR its boot pin. */
	async #restart(): Promise<void> {
		await this.#port.setSignals({ dataTerminalReady: false, requestToSend: true });
		await new Promise((resolve) => setTimeout(resolve, RESET_MS));
		await this.#port.setSignals({ dataTerminalReady: false, requestToSend: false });
	}

	async #read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
		const decoder = new TextDecoder();
		const improv = new ImprovReader();
		for (;;) {
			const { value, done } = await reader.read();
			if (done) return;
			const { log, messages } = improv.take(value);
			this.#takeLog(decoder.decode(log, { stream: true }));
			for (const message of messages) this.#listeners.improv(message);
		}
	}

	#takeLog(text: string): void {
		const lines = (this.#rest + text).split(/\r?\n|\r/);
		this.#rest = lines.pop()!.slice(-MAX_LINE);
		for (const line of lines) {
			const shown = readable(line.slice(0, MAX_LINE));
			if (shown !== undefined) this.#listeners.line(shown);
		}
	}
}
