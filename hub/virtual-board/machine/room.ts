import type { Board } from '../../../protocol/dashboard/boards.ts';
import { SensorType, Unit } from '../../../protocol/device_pb.ts';
import type { Random } from '../../base/random.ts';
import { pinRefusal } from '../../boards/pin-refusal.ts';
import { Drift } from './drift.ts';
import type { Sensors } from './machine.ts';

/** What each type measures. */
const UNITS: Record<SensorType, Unit[]> = {
	[SensorType.UNSPECIFIED]: [],
	[SensorType.DHT22]: [Unit.CELSIUS, Unit.PERCENT],
	[SensorType.DS18B20]: [Unit.CELSIUS],
	[SensorType.SHT3X]: [Unit.CELSIUS, Unit.PERCENT],
	[SensorType.BME280]: [Unit.CELSIUS, Unit.PERCENT, Unit.HECTOPASCAL],
	[SensorType.VIRTUAL]: [Unit.CELSIUS],
	[SensorType.DHT11]: [Unit.CELSIUS, Unit.PERCENT],
	[SensorType.SHT4X]: [Unit.CELSIUS, Unit.PERCENT],
	[SensorType.BMP280]: [Unit.CELSIUS, Unit.HECTOPASCAL],
	[SensorType.BH1750]: [Unit.LUX],
};
/** Sensors on I2C, which need two pins. */
const TWO_PINS = new Set([SensorType.SHT3X, SensorType.BME280, SensorType.SHT4X, SensorType.BMP280, SensorType.BH1750]);

/** Simulated sensors, with the slowly changing values of a room. */
export class Room implements Sensors {
	#board: Board | undefined;
	#random: Random;
	/** by sensor and unit */
	#drifts = new Map<string, Drift>();

	/** `board`: its entry in the catalogue; a board without one has every pin. */
	constructor(board: Board | undefined, random: Random) {
		this.#board = board;
		this.#random = random;
	}

	isPossible(type: SensorType, pin: number, pin2: number): boolean {
		const board = this.#board;
		if (type === SensorType.VIRTUAL) return board?.virtual ?? false;
		if (!UNITS[type]?.length) return false;
		const pins = TWO_PINS.has(type) ? [pin, pin2] : [pin];
		return !board || pins.every((gpio) => !pinRefusal(board, gpio, 'sensor'));
	}

	read(sensor: number, type: SensorType): { unit: Unit; value: number }[] {
		return UNITS[type].map((unit) => {
			const key = `${sensor} ${unit}`;
			const drift = this.#drifts.get(key) ?? new Drift(this.#random, unit);
			this.#drifts.set(key, drift);
			return { unit, value: drift.next() };
		});
	}
}
