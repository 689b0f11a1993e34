import type { Board } from '../../../protocol/dashboard/boards.ts';
import { SensorType, Unit } from '../../../protocol/device_pb.ts';
import type { Random } from '../../base/random.ts';
import { pinRefusal } from '../../boards/pin-refusal.ts';
import { Drift } from './drift.ts';
import type { PlacedSensor, Sensors } from './machine.ts';

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

/** DS18B20s that hang on the wire of every pin. */
const ON_A_WIRE = 3;
const DS18B20_FAMILY = 0x28;
/** Polynomial of one-wire addresses, lowest bit first. */
const CRC_POLYNOMIAL = 0x8c;

/** In hex: family, a serial number made of the pin and the sensor's number on it, CRC. */
function wireAddress(pin: number, number: number): string {
	const bytes = [DS18B20_FAMILY, pin, number, 0, 0, 0, 0];
	return Buffer.from([...bytes, crcOf(bytes)]).toString('hex');
}

function crcOf(bytes: number[]): number {
	let crc = 0;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ CRC_POLYNOMIAL : crc >> 1;
	}
	return crc;
}

/** Simulated sensors, with the slowly changing values of a room. */
export class Room implements Sensors {
	#board: Board | undefined;
	#random: Random;
	/** by sensor and unit, or by address */
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

	read({ id, type, pin, address }: PlacedSensor): { unit: Unit; value: number }[] {
		if (type === SensorType.DS18B20) return [{ unit: Unit.CELSIUS, value: this.#readWire(pin, address) }];
		return UNITS[type as SensorType].map((unit) => ({ unit, value: this.#drift(`${id} ${unit}`, unit).next() }));
	}

	onWire(pin: number): { address: string; celsius: number }[] {
		return Array.from({ length: ON_A_WIRE }, (_, number) => wireAddress(pin, number)).map((address) => ({
			address,
			celsius: this.#drift(address, Unit.CELSIUS).value,
		}));
	}

	/** NaN: no sensor on the wire of this pin has the address. Without one it is the first. */
	#readWire(pin: number, address = wireAddress(pin, 0)): number {
		const isThere = this.onWire(pin).some((one) => one.address === address);
		return isThere ? this.#drift(address, Unit.CELSIUS).next() : NaN;
	}

	#drift(key: string, unit: Unit): Drift {
		const drift = this.#drifts.get(key) ?? new Drift(this.#random, unit);
		this.#drifts.set(key, drift);
		return drift;
	}
}
