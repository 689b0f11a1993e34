import type { Page } from 'playwright-core';
import { PosixBoard } from '../../board/posix-board.ts';
import type { ChipOptions } from '../../harness/boards/serial-chip.ts';
import { injectChip, withChip } from '../../harness/boards/serial-chip/inject.ts';

/** Of a config file: where the length of what follows its header stands, u16 little-endian (protocol/config-file.ts). */
const LENGTH_AT = 6;
const HEADER_BYTES = 12;

/**
 * The firmware's posix board in the place of what a simulated chip runs: it starts when the chip leaves its reset, with the
 * config file that lies in the chip's flash; the port's lines are its input and output, and the cable is its power.
 */
export class ChipBoard {
	readonly board: PosixBoard;
	/** how often it was started */
	starts = 0;
	#mac: string;
	#networks: string[];
	#config = '';
	/** starts, stops and what it hears, in their order */
	#turn: Promise<unknown> = Promise.resolve();

	/** `networks`: "NAME=PASSWORD", what is in the air where it lies. */
	constructor(hub: string, mac: number[], networks: string[]) {
		this.board = new PosixBoard(hub);
		this.#mac = Buffer.from(mac).toString('hex');
		this.#networks = networks;
	}

	async plugInto(page: Page, options: Omit<ChipOptions, 'firmware'>): Promise<void> {
		this.board.onBytes = (bytes) => {
			const characters = JSON.stringify(bytes.toString('latin1'));
			void page.evaluate(`window.serialChip.print(${characters})`).catch(() => undefined); // the page may be gone
		};
		const inTurn = (act: (text: string) => unknown) => (text: string) => {
			this.#turn = this.#turn.then(() => act(text));
		};
		await page.exposeFunction(
			'chipStarts',
			inTurn((sector) => this.#start(sector)),
		);
		await page.exposeFunction(
			'chipStops',
			inTurn(() => this.board.cutPower()),
		);
		await page.exposeFunction(
			'chipHears',
			inTurn((bytes) => this.board.hear(Buffer.from(bytes, 'latin1'))),
		);
		await injectChip(page, { ...options, firmware: 'outside' });
	}

	/** The cable is pulled, and plugged in again. */
	async losePower(page: Page): Promise<void> {
		await withChip(page, (chip) => chip.pull());
		await withChip(page, (chip) => chip.plug());
	}

	/** What is flashed anew is taken over; at another start the board has it already. */
	#start(sector: string): void {
		const bytes = Buffer.from(sector, 'latin1');
		const config = bytes.subarray(0, HEADER_BYTES + bytes.readUInt16LE(LENGTH_AT));
		const flashed = config.toString('latin1') !== this.#config;
		this.#config = config.toString('latin1');
		this.starts++;
		const wifi = this.#networks.flatMap((network) => ['--wifi', network]);
		this.board.start(flashed ? config : undefined, '--mac', this.#mac, ...wifi);
	}
}
