import { type ImprovMessage, ImprovReader } from './improv.ts';
import { readable } from './log-lines.ts';
import type { SerialPortLike } from './web-serial.ts';

/** Bits a second of the firmware's log, on every board. */
export const LOG_BAUD = 115_200;
/** How long the chip is held in reset. */
const RESET_MS = 100;
/** A line that is longer is none: it is cut here. */
const MAX_LINE = 500;

export interface Listening {
	signal: AbortSignal;
	/** The board begins anew. Without, neither control line is touched, so that it goes on with what it does. */
	restart: boolean;
	/** the port is open */
	opened?: () => void;
}

export interface Heard {
	/** of its log */
	line(line: string): void;
	improv(message: ImprovMessage): void;
}

/** The serial port of a board that runs: one reader of it all, who parts the log from Improv's packets. */
export class BoardSerial {
	#port: SerialPortLike;
	#heard: Heard;
	#writer: WritableStreamDefaultWriter<Uint8Array> | undefined;
	#rest = '';

	constructor(port: SerialPortLike, heard: Heard) {
		this.#port = port;
		this.#heard = heard;
	}

	/** Opens the port and reads until `signal` ends it. Rejects where it cannot be opened, and when it is gone. */
	async listen({ signal, restart, opened }: Listening): Promise<void> {
		const port = this.#port;
		await port.open({ baudRate: LOG_BAUD });
		const reader = port.readable!.getReader();
		const writer = (this.#writer = port.writable!.getWriter());
		const end = () => void reader.cancel().catch(() => undefined);
		signal.addEventListener('abort', end);
		try {
			const reading = this.#read(reader);
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

	/** Nothing happens where the port is not open, or gone: whoever listens is told. */
	async send(bytes: Uint8Array): Promise<void> {
		await this.#writer?.write(bytes).catch(() => undefined);
	}

	/** As esptool does it: RTS pulls the chip's reset, DTR its boot pin, both through the USB chip. */
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
			for (const message of messages) this.#heard.improv(message);
		}
	}

	#takeLog(text: string): void {
		const lines = (this.#rest + text).split(/\r?\n|\r/);
		this.#rest = lines.pop()!.slice(-MAX_LINE);
		for (const line of lines) {
			const shown = readable(line.slice(0, MAX_LINE));
			if (shown !== undefined) this.#heard.line(shown);
		}
	}
}
