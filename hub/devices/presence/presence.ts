import type { PresenceState } from '../../../protocol/dashboard/shapes.ts';
import { afterReading } from '../../base/clock.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';

/** AWAY becomes OFFLINE after this. */
export const AWAY_MS = 5 * 60_000;
/** A Legacy v1 board polls every 5 s. After this long without a poll it is AWAY, and AWAY_MS after the poll OFFLINE. */
export const POLL_PATIENCE_MS = 10_000;
/** An unchanged "last seen" may wait this long to be written. */
const LAST_SEEN_WRITTEN_MS = 10 * 60_000;
/** Signal strength is announced again when it changed by this much, and at most this often. */
const RSSI_STEP_DB = 3;
const VITALS_TOLD_MS = 10_000;

/** The board was heard just now: it is ONLINE, and AWAY if it stays silent for longer than its patience. */
export function markSeen(devices: Devices, device: LiveDevice): void {
	const { clock } = devices.options;
	device.lastSeenAt = clock.now();
	device.lastBeatMono = clock.mono();
	devices.writes.mark(device, LAST_SEEN_WRITTEN_MS);
	if (device.presence !== 'online') setPresence(devices, device, 'online');
	else announceVitals(devices, device);
	// A running timer computes by itself how long it still has to wait, which saves a new timer for every beat.
	if (!device.lateTimer) watchFor(devices, device, patience(device));
}

function watchFor(devices: Devices, device: LiveDevice, ms: number): void {
	const { options, stalls } = devices;
	device.lateTimer = afterReading(options.clock, ms, () => {
		stalls.look();
		const left = silentSince(devices, device) + patience(device) - options.clock.mono();
		if (left > 0) return watchFor(devices, device, left);
		device.lateTimer = null;
		goAway(devices, device);
	});
}

/** Since when the board is silent. A stop of the hub does not count as silence. */
function silentSince({ stalls }: Devices, { lastBeatMono }: LiveDevice): number {
	return lastBeatMono >= stalls.resumedAt ? lastBeatMono : Math.max(lastBeatMono, stalls.countsFrom);
}

/** Restarts the timer after the pace got shorter, because the board is late sooner. */
export function restartLateTimer(devices: Devices, device: LiveDevice): void {
	if (!device.lateTimer) return;
	device.lateTimer.cancel();
	watchFor(devices, device, patience(device));
}

/** How long a healthy board may be silent. */
function patience(device: LiveDevice): number {
	return device.isLegacy && !device.link ? POLL_PATIENCE_MS : device.detector.patience(device.paceMs);
}

export function goAway(devices: Devices, device: LiveDevice): void {
	stopWatching(device);
	setPresence(devices, device, 'away');
	goOfflineIn(devices, device, device.isLegacy ? AWAY_MS - POLL_PATIENCE_MS : AWAY_MS);
}

export function goOffline(devices: Devices, device: LiveDevice): void {
	stopWatching(device);
	setPresence(devices, device, 'offline');
}

export function goOfflineIn(devices: Devices, device: LiveDevice, ms: number): void {
	const { options, stalls } = devices;
	const lostBefore = stalls.lostMs;
	device.offlineTimer?.cancel();
	device.offlineTimer = afterReading(options.clock, ms, () => {
		stalls.look();
		const lost = stalls.lostMs - lostBefore;
		if (lost > 0) goOfflineIn(devices, device, lost);
		else goOffline(devices, device);
	});
}

export function stopWatching(device: LiveDevice): void {
	device.lateTimer?.cancel();
	device.lateTimer = null;
	device.offlineTimer?.cancel();
	device.offlineTimer = null;
}

function setPresence(devices: Devices, device: LiveDevice, state: PresenceState): void {
	if (state === 'online') {
		device.offlineTimer?.cancel();
		device.offlineTimer = null;
	}
	if (device.presence === state) return;
	device.presence = state;
	device.presenceSince = devices.options.clock.now();
	announce(devices, device);
	devices.events.emit('PresenceMoved', { device });
	if (state === 'online' || device.sentRevision === null) return;
	// The configuration sent last may not have arrived: it is sent again when the board is heard again.
	device.sentRevision = null;
	devices.tellChanged(device);
}

function announceVitals(devices: Devices, device: LiveDevice): void {
	const { mono, rssi } = device.vitalsTold;
	if (devices.options.clock.mono() - mono < VITALS_TOLD_MS) return;
	if (Math.abs((device.rssi ?? 0) - (rssi ?? 0)) >= RSSI_STEP_DB) announce(devices, device);
}

function announce(devices: Devices, device: LiveDevice): void {
	device.vitalsTold = { mono: devices.options.clock.mono(), rssi: device.rssi };
	devices.events.emit('PresenceChanged', { device });
}
