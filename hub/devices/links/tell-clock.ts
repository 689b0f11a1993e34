import { type Timer, every } from '../../base/clock.ts';
import type { Devices } from '../devices.ts';
import { forEachDevice } from '../for-each-device.ts';

/** How often the hub looks whether its clock was set. */
const LOOK_EVERY_MS = 5_000;
/** A smaller step is told with the next daily message. */
const STEP_MS = 2_000;
/** Boards' own clocks drift by seconds a day, and the zone may have another rule by then. */
const TELL_EVERY_MS = 24 * 3_600_000;

/** Boards hear what time it is when they connect; from now on also when the hub's clock was set, and daily. */
export function keepClocks(devices: Devices): Timer {
	const { clock, log } = devices.options;
	let ahead = clock.now() - clock.mono();
	let toldAt = clock.mono();
	return every(clock, LOOK_EVERY_MS, () => {
		const byMs = clock.now() - clock.mono() - ahead;
		const stepped = Math.abs(byMs) > STEP_MS;
		if (!stepped && clock.mono() - toldAt < TELL_EVERY_MS) return;
		ahead += byMs;
		toldAt = clock.mono();
		if (stepped) {
			log.info({ byMs: Math.round(byMs) }, 'the clock of this machine was set; boards and dashboards are told');
			shiftEnds(devices);
			devices.events.emit('ClockStepped', { now: clock.now() });
		}
		tellClock(devices);
	});
}

/** Every board on the line hears what time it is, and the zone. */
export function tellClock(devices: Devices): void {
	const { clock, place } = devices.options;
	forEachDevice(devices, ({ link }) => {
		const hubTimeMs = BigInt(Math.round(clock.now()));
		const { timeZone } = place();
		link?.send({ case: 'setClock', value: { $typeName: 'mooring.v2.SetClock', hubTimeMs, timeZone } });
	});
}

/**
 * A board counts down in monotonic time, so its remaining time stays and the Unix time of its end moves with the clock.
 * What a board has told since the clock was set is by the new clock already.
 */
function shiftEnds(devices: Devices): void {
	const { clock } = devices.options;
	const aheadMs = clock.now() - clock.mono();
	for (const device of devices.byId.values()) {
		if (device.isLegacy) continue; // told by the hub itself, with the countdown in its record
		for (const relay of device.relays) {
			const byMs = Math.round(aheadMs - relay.clockAheadMs);
			if (Math.abs(byMs) <= STEP_MS || (relay.offAt === null && relay.heldUntil === null)) continue;
			relay.clockAheadMs = aheadMs;
			if (relay.offAt !== null) relay.offAt += byMs;
			if (relay.heldUntil !== null) relay.heldUntil += byMs;
			devices.events.emit('RelayChanged', { device, relay });
		}
	}
}
