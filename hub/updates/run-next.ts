import { endUpdate } from './end-update.ts';
import { newerFor } from './outdated.ts';
import { beginSending, waitForBoard } from './send-image.ts';
import type { Active, Updates } from './updates.ts';

/** Begins with the next device of the queue, where none is under way. */
export async function runNext(updates: Updates): Promise<void> {
	const { devices } = updates.options;
	while (!updates.active) {
		const job = updates.queue.shift();
		if (!job) return;
		const { device } = job;
		if (!devices.byId.has(device.record.id)) continue;
		const image = await newerFor(updates, device).catch((error: unknown) => {
			updates.options.log.error({ err: error }, 'a firmware image could not be read');
			return undefined;
		});
		if (updates.active) return void updates.queue.unshift(job);
		if (!image) {
			await endUpdate(updates, job, {
				state: 'skipped',
				version: null,
				reason: 'It runs the newest firmware already.',
			});
			continue;
		}
		const { version } = image;
		if (!job.evenIfOn && device.relays.some(({ reported }) => reported)) {
			await endUpdate(updates, job, { state: 'skipped', version, reason: 'A relay of it is on.' });
			continue;
		}
		const active: Active = { ...job, image, state: 'sending', sent: 0, confirmed: 0, toldAt: -Infinity, timer: null };
		updates.active = active;
		updates.events.emit('UpdateStarted', { device, version, by: job.by });
		updates.events.emit('UpdateChanged', { device });
		if (device.link) beginSending(updates, active);
		else waitForBoard(updates, active);
	}
}
