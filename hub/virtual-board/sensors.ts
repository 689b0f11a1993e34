import { type SensorConfig, SensorType, Unit } from '../../protocol/device_pb.ts';
import { type Clock, type Timer, every } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import { Drift } from './drift.ts';

/** Read this often. */
export const READ_EVERY_MS = 5_000;

/** What each type measures. */
const UNITS: Record<SensorType, Unit[]> = {
	[SensorType.UNSPECIFIED]: [],
	[SensorType.DHT22]: [Unit.CELSIUS, Unit.PERCENT],
	[SensorType.DS18B20]: [Unit.CELSIUS],
	[SensorType.SHT3X]: [Unit.CELSIUS, Unit.PERCENT],
	[SensorType.BME280]: [Unit.CELSIUS, Unit.PERCENT, Unit.HECTOPASCAL],
	[SensorType.VIRTUAL]: [Unit.CELSIUS],
};

export interface Reading {
	sensor: number;
	value: number;
	unit: Unit;
}

export interface SensorsOptions {
	configs: SensorConfig[];
	clock: Clock;
	random: Random;
	tell: (reading: Reading) => void;
}

/** The sensors of a board that has none: rooms that drift, with their calibration. */
export class Sensors {
	#options: SensorsOptions;
	/** by sensor id and unit */
	#rooms = new Map<string, Drift>();
	#timer: Timer;

	constructor(options: SensorsOptions) {
		this.#options = options;
		this.#timer = every(options.clock, READ_EVERY_MS, () => this.#read(false));
	}

	configure(configs: SensorConfig[]): void {
		this.#options = { ...this.#options, configs };
	}

	/** Every reading, also what has not changed. */
	tellAll(): void {
		this.#read(true);
	}

	stop(): void {
		this.#timer.cancel();
	}

	#read(all: boolean): void {
		const { configs, clock, tell } = this.#options;
		for (const { id, type, calibration } of configs)
			for (const unit of UNITS[type] ?? []) {
				const room = this.#roomOf(id, unit);
				const offset = calibration.find((each) => each.unit === unit)?.offset ?? 0;
				const value = room.read(clock.mono(), offset) ?? (all ? room.tell(clock.mono(), offset) : undefined);
				if (value !== undefined) tell({ sensor: id, value, unit });
			}
	}

	#roomOf(id: number, unit: Unit): Drift {
		const key = `${id} ${unit}`;
		const room = this.#rooms.get(key) ?? new Drift(this.#options.random, unit);
		this.#rooms.set(key, room);
		return room;
	}
}
