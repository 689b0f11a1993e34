import { runSoon } from './run-next.ts';
import { beginSending, onFallBack, finishUpdate } from './send-image.ts';
import type { Active, Updates } from './updates.ts';

/** The board has connected: continues its update, or finds out by its version how the update ended. */
export function onBoardConnected(updates: Updates, device: Active['device'], newBoot: boolean): void {
	const { active } = updates;
	if (updates.queue.some((job) => job.device === device)) runSoon(updates);
	if (!active || active.device !== device) return;
	const { version } = active.image;
	if (device.firmware === version) {
		updates.events.emit('UpdateDone', { device, version });
		return finishUpdate(active, { state: 'done', version, reason: null });
	}
	if (active.state !== 'restarting') return beginSending(updates, active);
	if (newBoot) onFallBack(updates, active);
}
