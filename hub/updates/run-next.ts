import { faultOf } from '../../protocol/dashboard/faults.ts';
import { endUpdate } from './end-update.ts';
import { isNewer } from '../base/is-newer.ts';
import { TURN_MS, beginSending, endTurn, waitForBoard, waitForRestart } from './send-image.ts';
import type { Active, Ending, Job, Updates } from './updates.ts';

/** A board that has just connected reports its relays first; a board with a relay on is not updated without consent. */
const REPORTS_RELAYS_MS = 1_000;

/** Continues with the queue in a moment; for when the hub has started or a board has connected. */
export function runSoon(updates: Updates): void {
	if (updates.soon || updates.stopped) return;
	updates.soon = updates.options.clock.after(REPORTS_RELAYS_MS, () => {
		updates.soon = null;
		void runNext(updates);
	});
}

/** Updates one device of the queue after another, unless that is going on already. */
export async function runNext(updates: Updates): Promise<void> {
	if (updates.running) return;
	updates.running = true;
	try {
		for (let job = takeNext(updates); job; job = takeNext(updates)) {
			const ending = await run(updates, job);
			if (ending === 'later') {
				updates.queue.push(job);
				updates.events.emit('UpdateChanged', { device: job.device });
			} else if (ending !== 'gone') await endUpdate(updates, job, ending);
		}
	} finally {
		updates.running = false;
	}
}

/** The hub stops. Updates that have not ended are in the database and go on after the next start. */
export function haltUpdates(updates: Updates): void {
	updates.stopped = true;
	updates.soon?.cancel();
	updates.active?.timer?.cancel();
	updates.active?.turn?.cancel();
}

/**
 * A board that is restarting comes first; otherwise the first connected one, so that an absent board does not block
 * others.
 */
function takeNext(updates: Updates): Job | undefined {
	const { queue, stopped } = updates;
	if (stopped) return undefined;
	return queue.find(({ restarting }) => restarting) ?? queue.find(({ device }) => device.link);
}

/** Resolves when the device's turn ends: back with its new firmware, failed, skipped, deleted, or away for long. */
async function run(updates: Updates, job: Job): Promise<Ending | 'later' | 'gone'> {
	const { device } = job;
	const { imageOf, log } = updates.options;
	let isUnreadable = false;
	const image = await imageOf(device.record.board).catch((error: unknown) => {
		log.error({ err: error }, 'update: the firmware image could not be read; the device is skipped');
		isUnreadable = true;
		return undefined;
	});
	// Until here it was in the queue, where a person may have stopped it, or deleted its device.
	if (updates.stopped || !updates.queue.includes(job)) return 'gone';
	updates.queue.splice(updates.queue.indexOf(job), 1);
	const running = device.firmware ?? '';
	if (!image)
		return {
			state: 'skipped',
			version: null,
			reason: faultOf(isUnreadable ? 'image-unreadable' : 'no-image-any-more'),
		};
	const { version } = image;
	if (running === version) {
		// It came back with it while the hub did not run.
		updates.events.emit('UpdateDone', { device, version });
		return { state: 'done', version, reason: null };
	}
	if (!isNewer(version, running)) return { state: 'skipped', version, reason: faultOf('newer-already') };
	if (!job.restarting) {
		if (!job.evenIfOn && device.relays.some(({ reported }) => reported))
			return { state: 'skipped', version, reason: faultOf('relay-is-on') };
		updates.events.emit('UpdateStarted', { device, before: device.firmware, version, by: job.by });
	}
	return new Promise<Ending | 'later' | 'gone'>((resolve) => {
		const active: Active = {
			...job,
			image,
			state: 'sending',
			sent: 0,
			confirmed: 0,
			sentOnce: 0,
			mostConfirmed: 0,
			answered: false,
			begins: 0,
			stepsBack: 0,
			toldAt: -Infinity,
			timer: null,
			turn: null,
			finish(how) {
				updates.active = null; // at once: messages that still arrive belong to no update
				resolve(how);
			},
		};
		active.turn = updates.options.clock.after(TURN_MS, () => endTurn(updates, active));
		updates.active = active;
		updates.events.emit('UpdateChanged', { device });
		if (job.restarting) waitForRestart(updates, active);
		else if (device.link) beginSending(updates, active);
		else waitForBoard(updates, active);
	});
}
