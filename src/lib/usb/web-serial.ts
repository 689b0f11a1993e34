import { FlashProblem } from '../flash/flash-problem.ts';

/** The part of Web Serial (https://wicg.github.io/serial/) that is used here; TypeScript has no types for it yet. */
export interface SerialPortLike extends EventTarget {
	readonly readable: ReadableStream<Uint8Array> | null;
	readonly writable: WritableStream<Uint8Array> | null;
	open(options: { baudRate: number }): Promise<void>;
	close(): Promise<void>;
	setSignals(signals: { dataTerminalReady?: boolean; requestToSend?: boolean }): Promise<void>;
	getInfo(): { usbVendorId?: number; usbProductId?: number };
}

interface Serial extends EventTarget {
	/** Shows the browser's list of ports; rejects with NotFoundError if none is chosen. Only allowed after a tap or key. */
	requestPort(): Promise<SerialPortLike>;
}

/** Whether this page can reach USB ports. `not-secure`: the browser could, but not on plain HTTP. */
export type SerialSupport = 'ready' | 'not-secure' | 'no-web-serial';

export function serialSupport(): SerialSupport {
	if (theSerial()) return 'ready';
	return !isSecureContext && couldIfSecure(navigator.userAgent) ? 'not-secure' : 'no-web-serial';
}

/** Must be called directly from a tap. Rejects with the FlashProblem `no-port` if no port is chosen. */
export async function requestPort(): Promise<SerialPortLike> {
	try {
		return await theSerial()!.requestPort();
	} catch {
		throw new FlashProblem('no-port');
	}
}

/** The first version of Firefox with Web Serial. */
const FIREFOX = 151;

/** Whether the browser has Web Serial. On plain HTTP it is hidden, so only the user agent shows it. */
export function couldIfSecure(userAgent: string): boolean {
	if (/\b(Android|Mobile|iPhone|iPad)\b/.test(userAgent)) return false;
	return /(Chrome|Chromium|Edg|OPR)\//.test(userAgent) || Number(/Firefox\/(\d+)/.exec(userAgent)?.[1]) >= FIREFOX;
}

function theSerial(): Serial | undefined {
	return (navigator as Navigator & { serial?: Serial }).serial;
}
