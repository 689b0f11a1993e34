import { endUpdate } from './end-update.ts';
import { newerFor } from './outdated.ts';
import { beginSending, waitForBoard } from './send-image.ts';
import type { Active, Ending, Updates } from './updates.ts';

/** Takes one device of the queue after another, where that is not going on already. */
export async function runNext(updates: Updates): Promise<void> {
	const { devices } = updates.options;
	if (updates.running) return;
	updates.running = true;
	try {
		for (let job = updates.queue.shift(); job; job = updates.queue.shift()) {
			const { device } = job;
			if (!devices.byId.has(device.record.id)) continue;
			const image = await newerFor(updates, device).catch((error: unknown) => {
				updates.options.log.error({ err: error }, 'a firmware image could not be read');
				return undefined;
			});
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
			updates.events.emit('UpdateStarted', { device, version, by: job.by });
			const ending = await send(updates, { ...job, image });
			if (ending) await endUpdate(updates, job, ending);
		}
	} finally {
		updates.running = false;
	}
}

/** Resolves when the device is over: back with its new firmware, failed, or gone. */
async function send(
	updates: Updates,
	job: Pick<Active, 'device' | 'by' | 'evenIfOn' | 'image'>,
): Promise<Ending | null> {
	const ending = await new Promise<Ending | null>((over) => {
		const active: Active = { ...job, state: 'sending', sent: 0, confirmed: 0, toldAt: -Infinity, timer: null, over };
		updates.active = active;
		updates.events.emit('UpdateChanged', { device: job.device });
		if (job.device.link) beginSending(updates, active);
		else waitForBoard(updates, active);
	});
	updates.active = null;
	return ending;
}
