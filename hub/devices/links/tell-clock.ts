import { type Timer, every } from '../../base/clock.ts';
import type { Devices } from '../devices.ts';
import { forEachDevice } from '../for-each-device.ts';
import { shiftCountdowns } from '../legacy/shift-countdowns.ts';

/** How often the hub checks whether its clock was set. */
const LOOK_EVERY_MS = 5_000;
/** Smaller steps are sent with the next daily message. */
const STEP_MS = 2_000;
/** Boards' own clocks drift by seconds a day, and the rule of the time zone may have changed by then. */
const TELL_EVERY_MS = 24 * 3_600_000;

/** Sends boards the time daily and when the hub's clock was set; a board that connects is told it in the Welcome. */
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
			log.info({ byMs: Math.round(byMs) }, 'the clock of this machine was set; boards and dashboards are updated');
			shiftEnds(devices);
			devices.events.emit('ClockStepped', { now: clock.now() });
		}
		tellClock(devices);
	});
}

/** Sends every connected board the time and the time zone. */
export function tellClock(devices: Devices): void {
	const { clock, place } = devices.options;
	forEachDevice(devices, ({ link }) => {
		const hubTimeMs = BigInt(Math.round(clock.now()));
		const { timeZone } = place();
		link?.send({ case: 'setClock', value: { $typeName: 'mooring.v2.SetClock', hubTimeMs, timeZone } });
	});
}

/**
 * A board, or the hub for one with polling firmware, counts down in monotonic time: its remaining time stays, so the Unix time of the end moves with the clock.
 * Ends that a board has reported since the clock was set are right already.
 */
function shiftEnds(devices: Devices): void {
	const { clock } = devices.options;
	const aheadMs = clock.now() - clock.mono();
	for (const device of devices.byId.values()) {
		if (device.isLegacy) {
			void shiftCountdowns(devices, device, STEP_MS);
			continue;
		}
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
