import { readable } from './log-lines.ts';
import type { SerialPortLike } from './web-serial.ts';

/** Bits a second of the firmware's log, on every board. */
export const LOG_BAUD = 115_200;
/** How long the chip is held in reset. */
const RESET_MS = 100;
/** A line that is longer is none: it is cut here. */
const MAX_LINE = 500;

/**
 * Opens the port, starts the board anew and reads what it says, line by line, until the port is gone or `signal` ends it.
 * Resets as esptool does: RTS pulls the chip's reset, DTR its boot pin, both through the USB chip.
 */
export async function readBoardLog(
	port: SerialPortLike,
	onLine: (line: string) => void,
	signal: AbortSignal,
): Promise<void> {
	await port.open({ baudRate: LOG_BAUD });
	const reader = port.readable!.getReader();
	const end = () => void reader.cancel().catch(() => undefined);
	signal.addEventListener('abort', end);
	try {
		const reading = readLines(reader, onLine);
		await port.setSignals({ dataTerminalReady: false, requestToSend: true });
		await new Promise((resolve) => setTimeout(resolve, RESET_MS));
		await port.setSignals({ dataTerminalReady: false, requestToSend: false });
		if (signal.aborted) end();
		await reading;
	} finally {
		signal.removeEventListener('abort', end);
		reader.releaseLock();
		await port.close().catch(() => undefined);
	}
}

async function readLines(reader: ReadableStreamDefaultReader<Uint8Array>, onLine: (line: string) => void) {
	const decoder = new TextDecoder();
	let rest = '';
	for (;;) {
		const { value, done } = await reader.read();
		if (done) return;
		const lines = (rest + decoder.decode(value, { stream: true })).split(/\r?\n|\r/);
		rest = lines.pop()!.slice(-MAX_LINE);
		for (const line of lines) {
			const shown = readable(line.slice(0, MAX_LINE));
			if (shown !== undefined) onLine(shown);
		}
	}
}
