import { personActor } from '../base/actor.ts';
import { UpdateJob } from './entities.ts';
import { runSoon } from './run-next.ts';
import type { Updates } from './updates.ts';

/** Resumes updates that had not ended when the hub stopped. */
export async function loadUpdates(updates: Updates): Promise<void> {
	const { orm, devices } = updates.options;
	for (const { deviceId, place, by, evenIfOn, restarting } of await orm.em
		.fork()
		.find(UpdateJob, {}, { orderBy: { place: 'asc' } })) {
		updates.nextPlace = place + 1;
		const device = devices.byId.get(deviceId);
		if (device) updates.queue.push({ device, by: personActor({ id: null, name: by }), evenIfOn, restarting });
	}
	if (updates.queue.length > 0) runSoon(updates);
}
