import { changeRecord } from './configure-device.ts';
import type { Devices } from '../devices.ts';
import type { ConfigReport } from '../../link/board-message.ts';
import type { LiveDevice } from '../live-device.ts';

/**
 * The board runs the configuration it was sent, or says why it refuses it and keeps the one before. Only the first
 * answer to each configuration sent counts.
 */
export function configApplied(devices: Devices, device: LiveDevice, { revision, error }: ConfigReport): Promise<void> {
	return devices.turns.run(device.record.id, async () => {
		if (!devices.byId.has(device.record.id) || revision !== device.record.revision) return; // a newer one is on its way
		if (device.sentRevision !== revision) return;
		device.sentRevision = null;
		if (error === '') return markApplied(devices, device, revision);
		if (device.record.configError !== error) {
			await changeRecord(devices, device, { configError: error });
			devices.events.emit('ConfigRefused', { device, error });
		}
		// Also if the error is the same: the page showed the configuration as on its way, and that has ended.
		devices.tellChanged(device);
	});
}

/** A board that connects says what it runs: its answer to an earlier Configure may have been lost with its link. */
export async function noteRunningRevision(devices: Devices, device: LiveDevice, revision: number): Promise<void> {
	const { record } = device;
	if (revision === record.appliedRevision) return;
	if (revision === record.revision) return markApplied(devices, device, revision);
	await changeRecord(devices, device, { appliedRevision: revision });
}

async function markApplied(devices: Devices, device: LiveDevice, revision: number): Promise<void> {
	await changeRecord(devices, device, {
		appliedRevision: revision,
		runningPlan: null,
		configError: null,
		configAppliedAt: devices.options.clock.now(),
	});
	devices.events.emit('ConfigApplied', { device });
	devices.tellChanged(device);
}
