import { expect, it } from 'vitest';
import { SensorType, Unit } from '../../../protocol/device_pb.ts';
import { systemRandom } from '../../base/random.ts';
import { findBoard } from '../../boards/catalogue.ts';
import { Pins } from './pins.ts';
import { Room } from './room.ts';

/** By the numbers of the core's PinUse. */
const USE = { relay: 0, input: 1, pulledUpInput: 2 };
const boardOf = (id: string) => ({ board: findBoard(id), switched: () => undefined });
const refusal = (id: string, pin: number, use: number) => new Pins(boardOf(id)).refusal(pin, use);
const isPossible = (id: string, type: SensorType, pin: number, pin2 = 0) =>
	new Room(findBoard(id), systemRandom).isPossible(type, pin, pin2);

const sensor = (id: number, type: SensorType, address?: string) => ({ id, type, pin: 4, address });

it('a pin of a played board has the same uses as on the real one', () => {
	expect(refusal('esp32-devkit', 6, USE.relay)).toBe('ESP32 DevKit has no pin with GPIO 6.');
	expect(refusal('esp32-devkit', 34, USE.relay)).toBe(
		'IO34 cannot be used: This pin can only read: neither a relay nor a sensor works on it.',
	);
	expect(refusal('esp32-devkit', 34, USE.input)).toBeUndefined();
	expect(refusal('esp32-devkit', 34, USE.pulledUpInput)).toMatch(/^The chip cannot pull IO34 up\. /);
	expect(refusal('from-before', 6, USE.relay)).toBeUndefined();
});

it('a board of the catalogue has its sensors, and a virtual board plays them all besides its own', () => {
	expect(isPossible('esp32-devkit', SensorType.DHT22, 4)).toBe(true);
	expect(isPossible('esp32-devkit', SensorType.SHT3X, 4, 34)).toBe(false);
	expect(isPossible('esp32-devkit', SensorType.DHT22, 4, 34)).toBe(true);
	expect(isPossible('esp32-devkit', SensorType.VIRTUAL, 0)).toBe(false);
	expect(isPossible('esp32-devkit', 99 as SensorType, 4)).toBe(false);
	expect(isPossible('virtual', SensorType.VIRTUAL, 0)).toBe(true);
	expect(isPossible('virtual', SensorType.DHT22, 4)).toBe(true);
	expect(isPossible('virtual', SensorType.BH1750, 4, 5)).toBe(true);
	expect(isPossible('virtual', SensorType.BH1750, 4, 16)).toBe(false);
	expect(isPossible('from-before', SensorType.DHT22, 6)).toBe(true);
});

it('a sensor measures all quantities of its type, each independently', () => {
	const room = new Room(undefined, systemRandom);
	expect(room.read(sensor(1, SensorType.BME280)).map(({ unit }) => unit)).toEqual([
		Unit.CELSIUS,
		Unit.PERCENT,
		Unit.HECTOPASCAL,
	]);
	expect(room.read(sensor(1, SensorType.BH1750)).map(({ unit }) => unit)).toEqual([Unit.LUX]);
	expect(room.read(sensor(1, SensorType.BMP280)).map(({ unit }) => unit)).toEqual([Unit.CELSIUS, Unit.HECTOPASCAL]);
	const [first] = room.read(sensor(1, SensorType.VIRTUAL));
	const [second] = room.read(sensor(2, SensorType.VIRTUAL));
	expect(first!.value).not.toBe(second!.value);
});

it('three thermometers hang on every wire, each with an address that its CRC fits and a temperature of its own', () => {
	const room = new Room(undefined, systemRandom);
	const found = room.onWire(4);
	expect(found.map(({ address }) => address)).toEqual(room.onWire(4).map(({ address }) => address));
	expect(new Set([...found, ...room.onWire(5)].map(({ address }) => address)).size).toBe(6);
	expect(found.every(({ address }) => /^28[\da-f]{14}$/.test(address))).toBe(true);
	const [, second] = found;
	const [read] = room.read(sensor(1, SensorType.DS18B20, second!.address));
	expect(Math.abs(read!.value - second!.celsius)).toBeLessThan(0.2);
	expect(room.onWire(4)[1]!.celsius).toBe(read!.value);
	expect(room.read(sensor(1, SensorType.DS18B20, '28ff00000000001d'))[0]!.value).toBeNaN();
});
