import type { Unit as UnitWord } from '../../../protocol/dashboard/shapes.ts';
import { Unit } from '../../../protocol/device_pb.ts';
import type { ReadingReport } from '../../link/board-message.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice, LiveReading } from '../live-device.ts';
import { HUNDREDTHS } from './samples.ts';

/** What a card's small curve shows: three hours in steps of five minutes. */
export const RECENT_MS = 3 * 3_600_000;
const RECENT_STEP_MS = 5 * 60_000;
/** One sample per minute and quantity is kept; more would only wear out the SD card. */
const SAMPLE_STEP_MS = 60_000;
/** Samples are written together after this long, as "last seen" is; a power loss of the hub loses as much of them. */
const SAMPLES_WRITTEN_MS = 10 * 60_000;
/** Quantities one device may report; more is a fault of its firmware and is dropped. */
const MAX_READINGS = 12;

const UNITS: Partial<Record<Unit, UnitWord>> = {
	[Unit.CELSIUS]: 'celsius',
	[Unit.PERCENT]: 'percent',
	[Unit.HECTOPASCAL]: 'hectopascal',
	[Unit.LUX]: 'lux',
};

export function reportReading(devices: Devices, device: LiveDevice, report: ReadingReport): void {
	const unit = UNITS[report.unit];
	if (!unit || !device.measures(report.sensor, unit)) return;
	takeReading(devices, device, { sensor: report.sensor, unit, value: report.value });
}

/** Takes a reading; a null value says that the sensor does not answer. */
export function takeReading(
	devices: Devices,
	device: LiveDevice,
	{ sensor, unit, value: reported }: { sensor: number; unit: UnitWord; value: number | null },
): void {
	const at = devices.options.clock.now();
	const value = reported === null ? null : Math.round(reported * HUNDREDTHS) / HUNDREDTHS;
	const reading = find(device, sensor, unit);
	if (!reading) return;
	const sampleDue = value !== null && Math.floor(at / SAMPLE_STEP_MS) !== Math.floor(reading.at / SAMPLE_STEP_MS);
	reading.value = value;
	reading.at = at;
	if (value !== null) remember(reading, at, value);
	if (sampleDue) {
		devices.samples.push({ deviceId: device.record.id, sensor, unit, at, value });
		devices.writes.mark(device, SAMPLES_WRITTEN_MS);
	}
	devices.events.emit('ReadingTaken', { device, reading });
}

/** Takes over a stored sample at the start of the hub. */
export function recall(
	device: LiveDevice,
	sample: { sensor: number; unit: UnitWord; at: number; value: number },
): void {
	// The sensor of a stored sample may have been removed.
	const reading = device.measures(sample.sensor, sample.unit) && find(device, sample.sensor, sample.unit);
	if (!reading) return;
	reading.value = sample.value;
	reading.at = sample.at;
	remember(reading, sample.at, sample.value);
}

function find(device: LiveDevice, sensor: number, unit: UnitWord): LiveReading | undefined {
	const known = device.readings.find((reading) => reading.sensor === sensor && reading.unit === unit);
	if (known || device.readings.length >= MAX_READINGS) return known;
	const reading: LiveReading = { sensor, unit, value: null, at: 0, recent: [] };
	device.readings.push(reading);
	return reading;
}

/** Keeps the last value of every step. */
function remember(reading: LiveReading, at: number, value: number): void {
	const { recent } = reading;
	const last = recent.at(-1);
	if (last && Math.floor(last[0] / RECENT_STEP_MS) === Math.floor(at / RECENT_STEP_MS)) recent.pop();
	recent.push([at, value]);
	while (recent[0] && recent[0][0] < at - RECENT_MS) recent.shift();
}
