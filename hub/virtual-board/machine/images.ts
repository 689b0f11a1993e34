import { type Flash, REGION } from './flash.ts';
import { type Header, ITSELF, writeHeader } from './header.ts';
import type { Store } from './store.ts';

/** An image for a played board, as firmware/platform/posix/images.h describes it. */
const MAGIC = 'MOORPLAY';
const AT = { version: 8, flags: 24, trialMs: 28, end: 32 };
const DEAF = 1;
const CRASHES = 2;
/** As on a real chip: firmware that does not reach the hub within this time is given up. */
const TRIAL_MS = 90_000;

/**
 * What a virtual board runs: the built-in firmware, which after an update behaves as the image says. An image without
 * such instructions only changes the version, to the one that was announced.
 */
export class Images {
	#header: Header;
	#store: Store;
	#flash: Flash;
	#announced = '';

	constructor(header: Header, store: Store, flash: Flash) {
		this.#header = header;
		this.#store = store;
		this.#flash = flash;
	}

	/** The board was flashed by cable with this registration; if that is new, earlier updates are gone. */
	flashedWith(registration: Uint8Array): void {
		if (Buffer.compare(this.#header.registration, registration) === 0) return;
		this.#become({ registration, state: 'kept', running: ITSELF, older: ITSELF });
	}

	/** What the boot loader does, at every start. */
	start(): void {
		const { state } = this.#header;
		if (state === 'on trial') this.goBack();
		if (state === 'new') this.#become({ state: 'on trial' });
	}

	/** Undefined if it runs the built-in firmware as itself. */
	get version(): string | undefined {
		return this.#header.running.version || undefined;
	}

	/** Whether it is to reach no hub. */
	get isDeaf(): boolean {
		return (this.#header.running.flags & DEAF) !== 0;
	}

	/** Whether it is to crash as soon as its relays are set. */
	get crashes(): boolean {
		return (this.#header.running.flags & CRASHES) !== 0;
	}

	/** How long the running image has to prove itself; 0 if it has. */
	get trialMs(): number {
		return this.#header.state === 'on trial' ? this.#header.running.trialMs || TRIAL_MS : 0;
	}

	announce(version: string): void {
		this.#announced = version;
	}

	/** Runs the image in the flash from the next start on. False: that could not be saved. */
	switchOver(): boolean {
		const image = Buffer.alloc(AT.end);
		if (!this.#flash.read(REGION.image, 0, image)) return false;
		if (image.toString('latin1', 0, MAGIC.length) !== MAGIC)
			return this.#become({ state: 'kept', running: { ...ITSELF, version: this.#announced } });
		const version = image.toString('utf8', AT.version, AT.flags).replace(/\0.*/s, '');
		const running = { version, flags: image.readUInt32LE(AT.flags), trialMs: image.readUInt32LE(AT.trialMs) };
		return this.#become({ state: 'new', running, older: this.#header.running });
	}

	keep(): void {
		this.#become({ state: 'kept' });
	}

	/** Runs the older image from the next start on. */
	goBack(): void {
		this.#become({ state: 'kept', running: this.#header.older });
	}

	#become(change: Partial<Header>): boolean {
		const changed = { ...this.#header, ...change };
		try {
			writeHeader(this.#store, changed);
		} catch {
			return false;
		}
		this.#header = changed;
		return true;
	}
}
