import { faultOf } from '../../protocol/dashboard/faults.ts';
import type { UpdateView } from '../../protocol/dashboard/updates.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { UpdateJob } from './entities.ts';
import type { Ending, Job, Updates } from './updates.ts';

/**
 * Ends the update of a device. After a failure the waiting ones are skipped too: what fails on one board may fail on
 * all.
 */
export async function endUpdate(updates: Updates, { device }: Job, how: Ending): Promise<void> {
	const { orm, log } = updates.options;
	const ended = [device];
	const show = ({ record }: LiveDevice, ending: Ending) => updates.ended.set(record.id, endedView(ending));
	show(device, how);
	if (how.state === 'failed')
		for (const waiting of updates.queue.splice(0)) {
			ended.push(waiting.device);
			const reason = faultOf('other-update-failed', { device: device.record.name });
			show(waiting.device, { state: 'skipped', version: how.version, reason });
		}
	try {
		await orm.em.fork().nativeDelete(UpdateJob, { deviceId: ended.map(({ record }) => record.id) });
	} catch (error) {
		log.error({ err: error }, 'update: its end could not be saved; it is checked again when the hub restarts');
	}
	for (const one of ended) updates.events.emit('UpdateChanged', { device: one });
}

function endedView({ state, version, reason }: Ending): UpdateView {
	return {
		state,
		version,
		percent: state === 'done' ? 100 : null,
		reason: reason?.message ?? null,
		...(reason && { fault: reason.kind }),
		...(reason?.params && { params: reason.params }),
	};
}
