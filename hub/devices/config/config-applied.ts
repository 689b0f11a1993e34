import { changeRecord } from './configure-device.ts';
import type { Devices } from '../devices.ts';
import type { ConfigReport } from '../../link/board-message.ts';
import type { LiveDevice } from '../live-device.ts';

/**
 * The board runs a configuration, or says why it does not; then it goes on with the one before. Only the first answer to
 * what was sent counts: one that nobody asked for changes nothing.
 */
export function configApplied(devices: Devices, device: LiveDevice, { revision, error }: ConfigReport): Promise<void> {
	return devices.turns.run(device.record.id, async () => {
		if (!devices.byId.has(device.record.id) || revision !== device.record.revision) return; // a newer one is on its way
		if (device.sentRevision !== revision) return;
		device.sentRevision = null;
		if (error === '') return runs(devices, device, revision);
		if (device.record.configError !== error) {
			await changeRecord(devices, device, { configError: error });
			devices.events.emit('ConfigRefused', { device, error });
		}
		// Also where it repeats itself: it was sent again meanwhile, and that is over.
		devices.tellChanged(device);
	});
}

/** A board that connects tells what it runs: the answer to an earlier Configure may have been lost with its link. */
export async function boardRuns(devices: Devices, device: LiveDevice, revision: number): Promise<void> {
	const { record } = device;
	if (revision === record.appliedRevision) return;
	if (revision === record.revision) return runs(devices, device, revision);
	await changeRecord(devices, device, { appliedRevision: revision });
}

async function runs(devices: Devices, device: LiveDevice, revision: number): Promise<void> {
	await changeRecord(devices, device, {
		appliedRevision: revision,
		runningPlan: null,
		configError: null,
		configAppliedAt: devices.options.clock.now(),
	});
	devices.events.emit('ConfigApplied', { device });
	devices.tellChanged(device);
}
