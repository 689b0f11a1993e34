import { CuttingProxy } from '../board/cutting-proxy.ts';
import { PosixBoard } from '../board/posix-board.ts';
import { Pins } from './pins.ts';
import type { Fault, RelayId } from './script.ts';
import { pause } from './world.ts';

/** The board as it lies on the table: its power, its line, its flash, and what its pins do. */
export class Hardware {
	readonly board: PosixBoard;
	readonly proxy: CuttingProxy;
	readonly pins = new Pins();
	/** states that people were told, and that nothing has put in doubt since */
	readonly confirmed = new Map<RelayId, boolean>();
	/** the pending device whose config file it is flashed with, at every start: a plug may be pulled before it is in the flash */
	flashedWith = '';
	#configFile: Uint8Array | undefined;
	/** when its power was lost; undefined while it has it, or just now */
	#lostAt: number | undefined;

	private constructor(proxy: CuttingProxy) {
		this.proxy = proxy;
		this.board = new PosixBoard(proxy.address);
		this.board.onLine = (line) => {
			const { starts } = this.pins;
			this.pins.line(line);
			if (this.pins.starts > starts) this.confirmed.clear();
		};
	}

	/** A blank one without power, whose line leads to this port. */
	static async blank(hubPort: number): Promise<Hardware> {
		return new Hardware(await CuttingProxy.start(hubPort));
	}

	async remove(): Promise<void> {
		await this.board.remove();
		this.proxy.close();
	}

	/** Faults of its line and its power; resolves when those that have their moment are over. */
	async suffer(fault: Fault): Promise<void> {
		switch (fault.what) {
			case 'cut':
				return this.proxy.cutAfter(fault.bytes);
			case 'slow':
				return this.proxy.slowDown(fault.ms);
			case 'disorder':
				return this.proxy.disturb(fault.how);
			case 'power at flash':
				return this.board.losePower(fault.operation, fault.percent);
			case 'plug':
				await pause(fault.ms);
				if (!fault.told) this.proxy.keepHubSide();
				await this.board.cutPower();
				if (!this.board.isOn) this.#powerOn(); // it may be flashed just now
				return;
			case 'silence':
				this.proxy.fallSilent();
				await pause(fault.ms);
				if (fault.breaks) this.proxy.break();
				return this.proxy.heal();
		}
	}

	/** With the config file of this pending device. */
	async flash(pending: string, file: Uint8Array, fault?: Fault): Promise<void> {
		do await this.board.cutPower();
		while (this.board.isOn);
		this.flashedWith = pending;
		this.#configFile = file;
		this.#powerOn(fault?.what === 'power at flash' ? ['--power', `${fault.operation} ${fault.percent}`] : []);
	}

	/** The line is good and the power is there. */
	async heal(): Promise<void> {
		this.proxy.heal();
		if (this.board.isOn) this.board.losePower(0);
		await this.keepOn();
	}

	/** A board that lost its power has it again. */
	async keepOn(): Promise<void> {
		if (this.board.isOn) return;
		await this.board.ended();
		if (!this.board.isOn) this.#powerOn();
	}

	#powerOn(more: string[] = []): void {
		this.confirmed.clear();
		this.pins.powerOn(this.#lostAt ?? performance.now());
		this.board.start(this.#configFile, ...more);
		this.#lostAt = undefined;
		void this.board.ended().then(() => (this.#lostAt = performance.now()));
	}
}
