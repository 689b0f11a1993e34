import { Transport } from 'esptool-js';
import type { FlashProblem } from '../flash/flash-problem.ts';
import type { SerialPortLike } from './web-serial.ts';

/**
 * The transport of esptool-js, extended by cut(), which ends all reading and writing at once. Without it, esptool-js
 * waits for its timeout and three retries before it notices that the cable was pulled.
 */
export class CuttableTransport extends Transport {
	#cutWith: FlashProblem | undefined;
	#cut: Promise<never>;
	#reject!: (problem: FlashProblem) => void;
	/** closing on purpose does not count as a loss of the port */
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

	/** The original writes every byte to the console. */
	override trace(): void {
		// nothing, because the bytes may be secret
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
