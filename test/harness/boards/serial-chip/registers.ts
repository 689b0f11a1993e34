export type ChipKind = 'ESP8266' | 'ESP32' | 'ESP32-C3';

const MAGIC_AT = 0x40001000;

/** The registers from which esptool reads the kind of chip and its MAC; all others read 0. */
export function registersOf(kind: ChipKind, mac: number[]): Map<number, number> {
	const word = (...bytes: number[]) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
	const [m0, m1, m2, m3, m4, m5] = mac as [number, number, number, number, number, number];
	switch (kind) {
		case 'ESP8266':
			return new Map([
				[MAGIC_AT, 0xfff0c101],
				[0x3ff00050, word(m5, 0, 0, 0)],
				[0x3ff00054, word(0, 0, m3, m4)],
				[0x3ff0005c, word(0, m0, m1, m2)],
			]);
		case 'ESP32':
			return new Map([
				[MAGIC_AT, 0x00f01d83],
				[0x3ff5a004, word(m2, m3, m4, m5)],
				[0x3ff5a008, word(0, 0, m0, m1)],
			]);
		case 'ESP32-C3':
			return new Map([
				[MAGIC_AT, 0x1b31506f],
				[0x60008844, word(m2, m3, m4, m5)],
				[0x60008848, word(0, 0, m0, m1)],
			]);
	}
}
