import { md5 as digest } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { ESPError, ESPLoader, UnexpectedChipIdError, UnexpectedChipMagicError } from 'esptool-js';
import { CuttableTransport } from '../usb/cuttable-transport.ts';
import type { LoadedPart } from './fetch-parts.ts';
import { FlashProblem } from './flash-problem.ts';
import type { SerialPortLike } from '../usb/web-serial.ts';

/** Baud rate for writing. If the board or cable cannot do it, esptool-js falls back to the default of the boot loader. */
const FLASH_BAUD = 460_800;
const CONNECT_TRIES = 7;

export interface WriteOptions {
	/** chip family of the image, in the spelling of esptool */
	chip: string;
	/** called with "5C:CF:7F:AA:BB:CC" before anything is written */
	foundMac: (mac: string) => void;
	/** bytes written, and bytes in total, of all parts together */
	progress: (done: number, total: number) => void;
	signal: AbortSignal;
}

/**
 * Writes all parts to a board: connects to its boot loader, checks the chip, reads the MAC, writes compressed and
 * verifies every part. Flash mode, frequency and size stay as in the header of the image. The port is closed
 * afterwards. Every error is a FlashProblem.
 */
export async function writeBoard(
	port: SerialPortLike,
	parts: readonly LoadedPart[],
	options: WriteOptions,
): Promise<void> {
	const { signal } = options;
	const transport = new CuttableTransport(port, () => transport.cut(new FlashProblem('cable')));
	const pulled = () => transport.cut(new FlashProblem('cable'));
	const stopped = () => transport.cut(new FlashProblem('stopped'));
	port.addEventListener('disconnect', pulled);
	signal.addEventListener('abort', stopped);
	if (signal.aborted) stopped();
	try {
		const loader = new ESPLoader({
			transport,
			baudrate: FLASH_BAUD,
			terminal: { clean: nothing, write: nothing, writeLine: nothing },
		});
		await openLoader(loader, options);
		await loader.writeFlash({
			fileArray: parts.map(({ offset, bytes }) => ({ address: offset, data: bytes })),
			flashMode: 'keep',
			flashFreq: 'keep',
			flashSize: 'keep',
			eraseAll: false,
			compress: true,
			calculateMD5Hash: md5,
			reportProgress: reporter(parts, options.progress),
		});
	} catch (error) {
		throw problemOf(error);
	} finally {
		port.removeEventListener('disconnect', pulled);
		signal.removeEventListener('abort', stopped);
		await transport.disconnect().catch(nothing); // a lost port cannot be closed
	}
}

async function openLoader(loader: ESPLoader, { chip, foundMac }: WriteOptions): Promise<void> {
	try {
		await loader.detectChip('default_reset', CONNECT_TRIES);
	} catch (error) {
		if (error instanceof UnexpectedChipIdError || error instanceof UnexpectedChipMagicError)
			throw new FlashProblem('wrong-chip');
		if (error instanceof DOMException) throw new FlashProblem('port-busy');
		throw error instanceof ESPError ? new FlashProblem('no-answer') : error;
	}
	if (loader.chip.CHIP_NAME !== chip) throw new FlashProblem('wrong-chip', loader.chip.CHIP_NAME);
	foundMac((await loader.chip.readMac(loader)).toUpperCase());
	await loader.chip.postConnect?.(loader);
	await loader.runStub();
	await loader.changeBaud();
}

/** esptool-js reports compressed bytes of one part; this converts them to bytes of all parts. */
function reporter(parts: readonly LoadedPart[], progress: WriteOptions['progress']) {
	const sizes = parts.map(({ bytes }) => bytes.length);
	const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
	const total = sum(sizes);
	return (index: number, written: number, of: number) =>
		progress(sum(sizes.slice(0, index)) + Math.floor((sizes[index]! * written) / of), total);
}

/** MD5 in lower-case hex: the boot loader verifies the flash with it, and browsers do not have it. Never use it for secrets. */
export function md5(data: Uint8Array): string {
	return bytesToHex(digest(data));
}

function problemOf(error: unknown): FlashProblem {
	if (error instanceof FlashProblem) return error;
	const message = error instanceof Error ? error.message : String(error);
	return message.includes('MD5') ? new FlashProblem('not-verified') : new FlashProblem('other', message);
}

function nothing(): void {
	// the output of esptool-js is not shown
}
