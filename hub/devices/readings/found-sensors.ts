import type { FoundSensors } from '../../../protocol/dashboard/devices.ts';
import type { FoundReport } from '../../link/board-message.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';

/** A board tells every 10 s what is on its wires; what it has not told for longer than twice that is gone. */
const GONE_AFTER_MS = 25_000;
/** Sensors on the wires of one board that are remembered. */
const MAX_FOUND = 64;

export function reportFound({ options }: Devices, device: LiveDevice, { pin, address, celsius }: FoundReport): void {
	const now = options.clock.mono();
	for (const [key, { at }] of device.found) if (at < now - GONE_AFTER_MS) device.found.delete(key);
	const hex = Buffer.from(address).toString('hex');
	const key = `${pin} ${hex}`;
	if (device.found.size >= MAX_FOUND && !device.found.has(key)) return;
	device.found.set(key, { gpio: pin, address: hex, celsius, at: now });
}

/** Those that were told a short while ago, by pin and address. */
export function foundSensors({ options }: Devices, { found }: LiveDevice): FoundSensors['sensors'] {
	const since = options.clock.mono() - GONE_AFTER_MS;
	return [...found]
		.filter(([, { at }]) => at >= since)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, { gpio, address, celsius }]) => ({ gpio, address, celsius }));
}
