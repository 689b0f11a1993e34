import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { UpdateJob } from './entities.ts';
import type { Job, Updates } from './updates.ts';
import { findOutdated, newerFor } from './outdated.ts';
import { runNext } from './run-next.ts';
import { stopSending } from './send-image.ts';

/** Which boards whoever asks may update. */
export interface Within {
	mayUpdate: (device: LiveDevice) => boolean;
}

const ALL: Within = { mayUpdate: () => true };

/**
 * Puts devices at the end of the queue: the given ones, or all that are outdated and may be updated. Leaves out those
 * that are in it already or run the newest firmware. `evenIfOn`: also updates boards with a relay on, which are
 * otherwise skipped at their turn.
 */
export function startUpdates(
	updates: Updates,
	wish: { devices: string[] | 'outdated'; evenIfOn: boolean; by: Actor } & Partial<Within>,
): Promise<Result<void, Fault>> {
	return updates.locks.run('queue', async () => {
		const { devices, orm } = updates.options;
		const { mayUpdate } = { ...ALL, ...wish };
		const jobs: Job[] = [];
		const ids =
			wish.devices === 'outdated'
				? (await findOutdated(updates)).filter(({ device }) => mayUpdate(device)).map(({ device }) => device.record.id)
				: wish.devices;
		for (const id of new Set(ids)) {
			const device = devices.byId.get(id);
			if (!device) return fault('no-such-device');
			if (!mayUpdate(device)) return fault('not-your-device');
			const busy = updates.active?.device === device || updates.queue.some((job) => job.device === device);
			if (busy || !(await newerFor(device, updates.options.imageOf))) continue;
			jobs.push({ device, by: wish.by, evenIfOn: wish.evenIfOn, restarting: false });
		}
		if (jobs.length === 0) return fault('nothing-to-update');
		const place = updates.nextPlace;
		updates.nextPlace += jobs.length;
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

/**
 * Stops the updates that wait and the one under way, as far as they may be stopped. A board keeps what it has received,
 * which is not sent again.
 */
export function stopUpdates(updates: Updates, { mayUpdate }: Within = ALL): Promise<void> {
	return updates.locks.run('queue', async () => {
		const { active } = updates;
		const isStopped = ({ device }: { device: LiveDevice }) => mayUpdate(device);
		const stopped = [...updates.queue, ...(active?.state === 'sending' ? [active] : [])].filter(isStopped);
		const ids = stopped.map(({ device }) => device.record.id);
		await updates.options.orm.em.fork().nativeDelete(UpdateJob, { deviceId: ids });
		const waiting = updates.queue.filter(isStopped);
		updates.queue = updates.queue.filter((job) => !isStopped(job));
		if (updates.active && isStopped(updates.active)) stopSending(updates);
		for (const { device } of waiting) updates.events.emit('UpdateChanged', { device });
	});
}
