import { changeRecord } from './change-record.ts';
import type { Devices } from '../devices.ts';
import type { ConfigReport } from '../../link/board-message.ts';
import type { LiveDevice } from '../live-device.ts';

/** How soon a report that could not be saved is tried again: the disk may have room by then. */
const TRY_AGAIN_MS = 10_000;

/**
 * The board runs the configuration it was sent, or says why it refuses it and keeps the one before. Only the first
 * answer to each configuration sent counts. The board does not repeat it, so what cannot be saved now is saved later.
 */
export async function configApplied(devices: Devices, device: LiveDevice, report: ConfigReport): Promise<void> {
	const { link } = device;
	const { clock, log } = devices.options;
	try {
		await devices.locks.run(device.record.id, () => saveReport(devices, device, report));
	} catch (error) {
		log.error(
			{ err: error, device: device.record.id },
			'could not save which configuration a board runs; retrying in 10 s, or when it connects again',
		);
		// A board that connects again says what it runs.
		clock.after(TRY_AGAIN_MS, () => void (link && device.link === link && configApplied(devices, device, report)));
	}
}

async function saveReport(devices: Devices, device: LiveDevice, { revision, error }: ConfigReport): Promise<void> {
	if (!devices.byId.has(device.record.id) || revision !== device.record.revision) return; // a newer one is on its way
	if (device.sentRevision !== revision) return;
	if (error === '') {
		await markApplied(devices, device, revision);
		device.sentRevision = null;
		return;
	}
	const isNew = device.record.configError !== error;
	if (isNew) await changeRecord(devices, device, { configError: error });
	device.sentRevision = null;
	if (isNew) devices.events.emit('ConfigRefused', { device, error });
	// Also if the error is the same: the page showed the configuration as on its way, and that has ended.
	devices.tellChanged(device);
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
