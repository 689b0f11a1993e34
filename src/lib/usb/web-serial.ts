import { FlashProblem } from '../flash/flash-problem.ts';

/** What of Web Serial (WICG, https://wicg.github.io/serial/) is used here; TypeScript's own library does not know it yet. */
export interface SerialPortLike extends EventTarget {
	readonly readable: ReadableStream<Uint8Array> | null;
	readonly writable: WritableStream<Uint8Array> | null;
	open(options: { baudRate: number }): Promise<void>;
	close(): Promise<void>;
	setSignals(signals: { dataTerminalReady?: boolean; requestToSend?: boolean }): Promise<void>;
	getInfo(): { usbVendorId?: number; usbProductId?: number };
}

interface Serial extends EventTarget {
	/** Asks the person; rejects with NotFoundError where they choose none. Needs a tap or a key just before. */
	requestPort(): Promise<SerialPortLike>;
}

/** Whether this page can reach USB ports. `not-secure`: the browser could, but not for a page that came like this one. */
export type SerialSupport = 'ready' | 'not-secure' | 'no-web-serial';

export function serialSupport(): SerialSupport {
	if (theSerial()) return 'ready';
	return !isSecureContext && couldIfSecure(navigator.userAgent) ? 'not-secure' : 'no-web-serial';
}

/** To be called right from a tap. Rejects with the FlashProblem no-port where the person chooses none. */
export async function requestPort(): Promise<SerialPortLike> {
	try {
		return await theSerial()!.requestPort();
	} catch {
		throw new FlashProblem('no-port');
	}
}

/** The first Firefox with Web Serial. */
const FIREFOX = 151;

/** Browsers on computers that have Web Serial: on plain HTTP they hide it, so the name must tell. */
export function couldIfSecure(userAgent: string): boolean {
	if (/\b(Android|Mobile|iPhone|iPad)\b/.test(userAgent)) return false;
	return /(Chrome|Chromium|Edg|OPR)\//.test(userAgent) || Number(/Firefox\/(\d+)/.exec(userAgent)?.[1]) >= FIREFOX;
}

function theSerial(): Serial | undefined {
	return (navigator as Navigator & { serial?: Serial }).serial;
}
