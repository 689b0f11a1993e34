import type { UpdateView } from '../../protocol/dashboard/updates.ts';
import { UpdateJob } from './entities.ts';
import type { Ending, Job, Updates } from './updates.ts';

/**
 * Ends the update of a device. After a failure the waiting ones are skipped too: what fails on one board may fail on
 * all.
 */
export async function endUpdate(updates: Updates, { device }: Job, how: Ending): Promise<void> {
	const { orm, log } = updates.options;
	const ended = [device];
	const show = (id: string, view: UpdateView) => updates.ended.set(id, view);
	show(device.record.id, { ...how, percent: how.state === 'done' ? 100 : null });
	if (how.state === 'failed')
		for (const waiting of updates.queue.splice(0)) {
			ended.push(waiting.device);
			const reason = `Not begun with: ${device.record.name} failed.`;
			show(waiting.device.record.id, { state: 'skipped', version: how.version, percent: null, reason });
		}
	try {
		await orm.em.fork().nativeDelete(UpdateJob, { deviceId: ended.map(({ record }) => record.id) });
	} catch (error) {
		log.error({ err: error }, 'update: its end could not be saved; it is checked again when the hub restarts');
	}
	for (const one of ended) updates.events.emit('UpdateChanged', { device: one });
}
