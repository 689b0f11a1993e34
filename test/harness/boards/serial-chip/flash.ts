/** NOR flash: an erase sets a sector to 0xFF; a write can only clear bits. */
export class ChipFlash {
	static readonly SECTOR = 4_096;
	readonly bytes: Uint8Array;
	/** bytes written since the chip was made */
	written = 0;

	constructor(size: number) {
		// Old content: a board is rarely new.
		this.bytes = new Uint8Array(size).fill(0x5a);
	}

	erase(offset: number, length: number): void {
		const from = Math.floor(offset / ChipFlash.SECTOR) * ChipFlash.SECTOR;
		const to = Math.ceil((offset + length) / ChipFlash.SECTOR) * ChipFlash.SECTOR;
		this.bytes.fill(0xff, from, to);
	}

	write(offset: number, data: Uint8Array): void {
		for (const [index, byte] of data.entries()) this.bytes[offset + index]! &= byte;
		this.written += data.length;
	}
}
