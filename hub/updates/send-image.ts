import { type Fault, faultOf } from '../../protocol/dashboard/faults.ts';
import { afterReading } from '../base/clock.ts';
import type { UpdateReport } from '../link/board-message.ts';
import { UpdateJob } from './entities.ts';
import type { Active, Updates } from './updates.ts';

/** Bytes of one OtaChunk; with its frame it stays under 1,024 bytes. */
const CHUNK_BYTES = 960;
/** Bytes that may be sent before the board has confirmed them. */
const WINDOW_BYTES = 8 * CHUNK_BYTES;
/** A connected board that confirms nothing for this long has failed; erasing a sector takes a tenth of a second. */
const SILENCE_MS = 30_000;
/** How long a board that has lost its link is waited for. Then others go first, and it continues whenever it is back. */
const LINK_LOST_MS = 10 * 60_000;
/** Longer than the 90 s after which an ESP32 falls back to its older firmware, plus the time to reconnect. */
const RESTART_MS = 180_000;
/** Progress is announced at most this often. */
const TOLD_MS = 500;
/** A board keeps what it has received; one that steps back more often in one update would ask for the same for ever. */
export const STEPS_BACK_MAX = 16;
/** How often a board may reconnect without having received more than ever before. */
export const BEGINS_WITHOUT_GAIN_MAX = 10;
/** Limit for a whole update, while others wait; even the slowest board needs only a small part of it. */
export const TURN_MS = 30 * 60_000;

/** Announces the image. The board answers from where to send it, also after a lost link or a restart. */
export function beginSending(updates: Updates, active: Active): void {
	const { image, device } = active;
	active.state = 'sending';
	active.answered = false;
	active.sent = active.sentOnce = active.confirmed = 0;
	if (++active.begins > BEGINS_WITHOUT_GAIN_MAX)
		return fail(updates, active, faultOf('update-begun-in-vain', { times: BEGINS_WITHOUT_GAIN_MAX }));
	device.link!.send({
		case: 'otaBegin',
		value: { $typeName: 'mooring.v2.OtaBegin', version: image.version, size: image.bytes.length, sha256: image.sha256 },
	});
	failAfter(updates, active, SILENCE_MS, faultOf('update-not-taken'));
}

/** The board is not connected: its update continues when it is. */
export function waitForBoard(updates: Updates, active: Active): void {
	setTimer(updates, active, LINK_LOST_MS, () => finishUpdate(active, 'later'));
}

/** The board has reported that it starts the new firmware: waits until it is back with it. */
export function waitForRestart(updates: Updates, active: Active): void {
	active.state = 'restarting';
	active.confirmed = active.image.bytes.length;
	// After a restart of the hub, the board connected before its update was resumed, with its older firmware.
	if (active.restarting && active.device.link) return onFallBack(updates, active);
	failAfter(updates, active, RESTART_MS, faultOf('update-board-not-back'));
}

/** The board reports that it has a part of the image, has checked all of it, or cannot go on. */
export function otaProgress(updates: Updates, device: Active['device'], progress: UpdateReport): void {
	const { active } = updates;
	if (!active || active.device !== device || active.state === 'restarting') return;
	if (progress.error !== '') return fail(updates, active, faultOf('board-says', { words: progress.error }));
	const { image } = active;
	const { nextOffset } = progress;
	if (progress.done) {
		if (active.state !== 'checking') return fail(updates, active, faultOf('update-checked-too-early'));
		waitForRestart(updates, active);
		rememberRestart(updates, active);
		return updates.events.emit('UpdateChanged', { device });
	}
	if (active.state === 'checking') return;
	if (nextOffset === null || nextOffset > image.bytes.length)
		return fail(updates, active, faultOf('update-too-much-taken'));
	const isAnswerToBegin = !active.answered;
	active.answered = true;
	if (nextOffset < active.confirmed && ++active.stepsBack > STEPS_BACK_MAX)
		return fail(updates, active, faultOf('update-asked-again'));
	if (isAnswerToBegin || nextOffset > active.confirmed)
		failAfter(updates, active, SILENCE_MS, faultOf('update-not-taken-on'));
	if (nextOffset > active.mostConfirmed) {
		active.mostConfirmed = nextOffset;
		active.begins = 0;
	}
	// The answer to a Begin says where to continue; chunks that were sent before do not count any more.
	if (nextOffset < active.confirmed || nextOffset > active.sent) active.sent = nextOffset;
	active.confirmed = nextOffset;
	if (nextOffset >= image.bytes.length) {
		active.state = 'checking';
		device.link?.send({ case: 'otaEnd', value: { $typeName: 'mooring.v2.OtaEnd' } });
		return updates.events.emit('UpdateChanged', { device });
	}
	sendMore(active);
	const mono = updates.options.clock.mono();
	if (mono - active.toldAt < TOLD_MS) return;
	active.toldAt = mono;
	updates.events.emit('UpdateChanged', { device });
}

/** The board's link was lost. */
export function onBoardLost(updates: Updates, device: Active['device']): void {
	const { active } = updates;
	if (active?.device === device && active.state !== 'restarting') waitForBoard(updates, active);
}

/** A device was deleted. */
export function onDeviceDeleted(updates: Updates, id: string): void {
	updates.queue = updates.queue.filter(({ device }) => device.record.id !== id);
	updates.ended.delete(id);
	const { active } = updates;
	if (active?.device.record.id === id) finishUpdate(active, 'gone');
}

function sendMore(active: Active): void {
	const { image, device } = active;
	while (active.sent < image.bytes.length && active.sent - active.confirmed < WINDOW_BYTES) {
		const data = image.bytes.subarray(active.sent, active.sent + CHUNK_BYTES);
		device.link?.send({ case: 'otaChunk', value: { $typeName: 'mooring.v2.OtaChunk', offset: active.sent, data } });
		active.sent += data.length;
		// The answer to a new chunk does not count against the board's allowance; the answer to a repeated one does.
		if (active.sent <= active.sentOnce) continue;
		active.sentOnce = active.sent;
		device.allowance.owe('otaProgress', 1);
	}
}

/** The device's time is up: others go on. If its board is not connected, its update continues when it is. */
export function endTurn(updates: Updates, active: Active): void {
	if (active.state === 'restarting') return; // that has a time limit of its own
	if (!active.device.link) return finishUpdate(active, 'later');
	fail(updates, active, faultOf('update-too-slow', { minutes: TURN_MS / 60_000 }));
}

/**
 * A person stops the update under way. The board keeps what it has received. While it checks or starts the image it
 * cannot be stopped any more, and ends soon by itself.
 */
export function stopSending(updates: Updates): void {
	const { active } = updates;
	if (active?.state === 'sending') fail(updates, active, faultOf('update-stopped'), 'skipped');
}

/** The board runs its older firmware again: the new one did not start, or could not reach the hub. */
export function onFallBack(updates: Updates, active: Active): void {
	fail(updates, active, faultOf('update-fell-back', { firmware: active.device.firmware }));
}

/** Remembers across a restart of the hub that the board must come back, so that it fails if it does not. */
function rememberRestart({ options }: Updates, { device }: Active): void {
	options.orm.em
		.fork()
		.nativeUpdate(UpdateJob, { deviceId: device.record.id }, { restarting: true })
		.catch((error: unknown) =>
			options.log.error({ err: error }, 'update: could not save that the board restarts; the update goes on'),
		);
}

function fail(updates: Updates, active: Active, reason: Fault, state: 'failed' | 'skipped' = 'failed'): void {
	const { device, image } = active;
	updates.events.emit('UpdateFailed', { device, version: image.version, reason });
	finishUpdate(active, { state, version: image.version, reason });
}

/** Ends the turn of its device. */
export function finishUpdate(active: Active, how: Parameters<Active['finish']>[0]): void {
	active.timer?.cancel();
	active.turn?.cancel();
	active.finish(how);
}

function failAfter(updates: Updates, active: Active, ms: number, reason: Fault): void {
	setTimer(updates, active, ms, () => fail(updates, active, reason));
}

function setTimer(updates: Updates, active: Active, ms: number, act: () => void): void {
	active.timer?.cancel();
	if (!updates.stopped) active.timer = afterReading(updates.options.clock, ms, act);
}
