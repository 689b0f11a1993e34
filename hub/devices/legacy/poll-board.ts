import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Devices } from '../devices.ts';
import { notRevoked } from './find-legacy-board.ts';
import { answerLegacy } from './answer.ts';
import { reportLegacy } from './report.ts';
import type { LiveDevice, LiveReading } from '../live-device.ts';
import { markSeen } from '../presence/presence.ts';
import { takeReading } from '../readings/report-reading.ts';

/** The id of a Legacy v1 board's only sensor. */
const SENSOR = 1;
/** An unchanged reading is taken again after this, as other boards report it. */
const SAME_READING_MS = 60_000;

/** What a Legacy v1 board says when it asks; it may say nothing at all. */
export interface Poll {
	address: string;
	relays: ReadonlyMap<number, boolean>;
	/** degrees Celsius and percent; null if the sensor does not answer */
	temperature?: number | null;
	humidity?: number | null;
}

/** Handles a poll of a Legacy v1 board: takes what it reports and answers how its relays shall be. */
export function pollBoard(
	devices: Devices,
	device: LiveDevice,
	poll: Poll,
): Promise<Result<ReadonlyMap<number, boolean>, Fault>> {
	return devices.locks.run(device.record.id, async () => {
		if (devices.byId.get(device.record.id) !== device || !device.isLegacy) return fault('no-such-device');
		const allowed = notRevoked(device);
		if (!allowed.ok) return allowed;
		device.address = poll.address;
		markSeen(devices, device);
		read(devices, device, 'celsius', poll.temperature);
		read(devices, device, 'percent', poll.humidity);
		for (const relay of device.relays) reportLegacy(devices, device, relay, poll.relays.get(relay.plan.id));
		return ok(await answerLegacy(devices, device, poll.relays));
	});
}

function read(devices: Devices, device: LiveDevice, unit: LiveReading['unit'], value: number | null | undefined): void {
	if (value === undefined) return;
	const known = device.readings.find((reading) => reading.unit === unit);
	const same = known !== undefined && known.value === value;
	if (same && Math.abs(devices.options.clock.now() - known.at) < SAME_READING_MS) return;
	takeReading(devices, device, { sensor: SENSOR, unit, value });
}
