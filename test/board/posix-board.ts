import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlayedBoard, type Wiring } from '../harness/boards/played-board.ts';

const PROGRAM = join(import.meta.dirname, '../../.cache/firmware/host/mooring-board');

/** The firmware's posix board as a process of its own, its flash a file in a temporary folder. */
export class PosixBoard extends PlayedBoard {
	#more: string[] = [];
	/** a program, with its arguments, that runs the board, such as `nsenter` */
	under: readonly string[] = [];
	/** what it puts on its serial line, byte by byte, from its next start on */
	onBytes: ((bytes: Buffer) => void) | undefined;

	override start(configFile?: Uint8Array, ...more: string[]): this {
		if (!existsSync(PROGRAM)) throw new Error('The posix board is not built: `npm test` builds it.');
		this.#more = more;
		super.start(configFile);
		if (this.onBytes) this.child!.stdout!.on('data', this.onBytes);
		return this;
	}

	get flash(): string {
		return join(this.folder, 'flash');
	}

	/** Its power will be lost in the `operation`th operation of its flash from now on, when so much of it is done. */
	losePower(operation: number, percent = 50): void {
		this.type(`power ${operation} ${percent}`);
	}

	/** Moves a wall switch. */
	pin(pin: number, level: 'high' | 'low'): void {
		this.type(`pin ${pin} ${level}`);
	}

	wallSwitch({ gpio, activeLow }: Wiring, closed: boolean): void {
		this.pin(gpio, closed === activeLow ? 'low' : 'high');
	}

	/** What comes on its serial line. */
	hear(bytes: Uint8Array): void {
		this.child!.stdin!.write(bytes);
	}

	/** Where no hub is named, it is where the config file says. */
	protected command(hub: string, flashed: boolean): [string, string[]] {
		const config = flashed ? ['--config', this.config] : [];
		const [program, ...before] = [...this.under, PROGRAM];
		return [program!, [...before, '--flash', this.flash, ...(hub ? ['--hub', hub] : []), ...config, ...this.#more]];
	}
}
