import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import { UpdateJob } from './entities.ts';
import type { Job, Updates } from './updates.ts';
import { findOutdated, newerFor } from './outdated.ts';
import { runNext } from './run-next.ts';
import { stopSending } from './send-image.ts';

/**
 * Puts devices at the end of the queue: the given ones, or all that are outdated. Leaves out those that are in it
 * already or run the newest firmware. `evenIfOn`: also updates boards with a relay on, which are otherwise skipped at
 * their turn.
 */
export function startUpdates(
	updates: Updates,
	wish: { devices: string[] | 'outdated'; evenIfOn: boolean; by: Actor },
): Promise<Result<void, Fault>> {
	return updates.turns.run('queue', async () => {
		const { devices, orm } = updates.options;
		const jobs: Job[] = [];
		const ids =
			wish.devices === 'outdated' ? (await findOutdated(updates)).map(({ device }) => device.record.id) : wish.devices;
		for (const id of new Set(ids)) {
			const device = devices.byId.get(id);
			if (!device) return fault('no-such-device');
			const busy = updates.active?.device === device || updates.queue.some((job) => job.device === device);
			if (busy || !(await newerFor(device, updates.options.imageOf))) continue;
			jobs.push({ device, by: wish.by, evenIfOn: wish.evenIfOn, restarting: false });
		}
		if (jobs.length === 0) return fault('nothing-to-update');
		const place = updates.queue.length;
		await orm.em.fork().upsertMany(
			UpdateJob,
			jobs.map(({ device, by, evenIfOn }, index) => ({
				deviceId: device.record.id,
				place: place + index,
				by: by.name,
				evenIfOn,
				restarting: false,
			})),
		);
		for (const job of jobs) {
			const { device } = job;
			if (!devices.byId.has(device.record.id)) continue; // deleted meanwhile
			updates.queue.push(job);
			updates.ended.delete(device.record.id);
			updates.events.emit('UpdateChanged', { device });
		}
		void runNext(updates);
		return ok();
	});
}

/** Empties the queue and stops the update under way. A board keeps what it has received, which is not sent again. */
export function stopUpdates(updates: Updates): Promise<void> {
	return updates.turns.run('queue', async () => {
		const { active } = updates;
		const stopped = active?.state === 'sending' ? [...updates.queue, active] : updates.queue;
		const ids = stopped.map(({ device }) => device.record.id);
		await updates.options.orm.em.fork().nativeDelete(UpdateJob, { deviceId: ids });
		const waiting = updates.queue.splice(0);
		stopSending(updates);
		for (const { device } of waiting) updates.events.emit('UpdateChanged', { device });
	});
}
