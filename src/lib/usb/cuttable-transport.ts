import { Transport } from 'esptool-js';
import type { FlashProblem } from '../flash/flash-problem.ts';
import type { SerialPortLike } from './web-serial.ts';

/**
 * esptool-js' way to the port, which ends at once when it is cut: left alone it waits out its time and tries three times
 * more before it notices that the cable is out.
 */
export class CuttableTransport extends Transport {
	#cutWith: FlashProblem | undefined;
	#cut: Promise<never>;
	#reject!: (problem: FlashProblem) => void;
	/** its own closing is no loss */
	#closing = false;

	constructor(
		port: SerialPortLike,
		private readonly lost: () => void,
	) {
		super(port as unknown as ConstructorParameters<typeof Transport>[0]);
		this.#cut = new Promise<never>((_, reject) => (this.#reject = reject));
		this.#cut.catch(() => undefined);
	}

	cut(problem: FlashProblem): void {
		this.#cutWith ??= problem;
		this.#reject(this.#cutWith);
	}

	/** Its own log goes to the console, with every byte where it traces. */
	override trace(): void {
		// nothing: what is read and written may be secret
	}

	override async read(timeout: number): Promise<Uint8Array> {
		return Promise.race([super.read(timeout), this.#cut]);
	}

	override async write(data: Uint8Array): Promise<void> {
		if (this.#cutWith) throw this.#cutWith;
		await Promise.race([super.write(data), this.#cut]);
	}

	override async connect(...options: Parameters<Transport['connect']>): Promise<void> {
		if (this.#cutWith) throw this.#cutWith;
		await super.connect(...options);
		this.#closing = false;
	}

	override async disconnect(): Promise<void> {
		this.#closing = true;
		await super.disconnect();
	}

	override async readLoop(): Promise<void> {
		await super.readLoop();
		if (!this.#closing) this.lost();
	}
}
