import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlayedBoard, type Wiring } from './played-board.ts';

const PROGRAM = join(import.meta.dirname, '../../../dist/board.js');

/** The virtual board as a person runs it, by `npm run board -- CONFIG`: its flash lies beside its config file. */
export class BoardCommand extends PlayedBoard {
	/** `hub` is HOST:PORT, or an origin. */
	constructor(hub: string, configFile?: Uint8Array) {
		super(hub);
		if (configFile) writeFileSync(this.config, configFile);
	}

	wallSwitch({ id }: Wiring, closed: boolean): void {
		this.type(`input ${id} ${closed ? 'on' : 'off'}`);
	}

	protected command(hub: string): [string, string[]] {
		return [process.execPath, [PROGRAM, this.config, '--hub', hub]];
	}

	/** Each line begins with the name of the board. */
	protected override word(line: string): string {
		return line.replace(/^[^:]+: /, '');
	}
}
