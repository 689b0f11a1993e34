import type { Cause as CauseWord } from '../../../protocol/dashboard/shapes.ts';
import { Cause } from '../../../protocol/device_pb.ts';
import type { RelayReport } from '../../link/board-message.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice, LiveRelay } from '../live-device.ts';
import { clearFailure, settle, waitForDeadTime } from './set-relay.ts';

/** A relay's new state may wait this long to be written: taps in a row become one write. */
export const STATE_WRITTEN_MS = 3_000;

const SECOND_MS = 1_000;
/** The moment of a change is known only this exactly, ms, because of the board's clock and the network. */
const SAME_MOMENT_MS = 2_000;

const CAUSES: Record<Cause, CauseWord | null> = {
	[Cause.UNSPECIFIED]: null,
	[Cause.COMMAND]: 'command',
	[Cause.SCHEDULE]: 'schedule',
	[Cause.COUNTDOWN]: 'countdown',
	[Cause.AUTO_OFF]: 'auto-off',
	[Cause.PULSE]: 'pulse',
	[Cause.INTERLOCK]: 'interlock',
	[Cause.INPUT]: 'input',
	[Cause.BOOT]: 'boot',
};

/** What a board does by itself to a relay that may be in that state already. */
const OWN_ACTS: ReadonlySet<CauseWord | null> = new Set(['schedule', 'input']);

/** Takes the state of a relay as its board reports it, whatever was commanded. */
export function reportRelay(devices: Devices, device: LiveDevice, report: RelayReport): void {
	device.inFlight.answered(report.commandId);
	const relay = device.relay(report.relay);
	if (!relay) return; // the board still runs a configuration with other relays
	const now = devices.options.clock.now();
	const { command } = relay;
	const answers = command !== null && report.commandId === command.id;
	const before = relay.reported;
	const { offAt } = relay;
	const wasHeard = relay.clockAheadMs !== 0;
	const changed = before !== report.on;
	const cause = CAUSES[report.cause];

	const moved = changedAt(now, report.changedMs);
	relay.reported = report.on;
	// The board reports the cause of its last act, even if that changed nothing; then the earlier cause stays. A boot always
	// sets the relays.
	if (changed || cause === 'boot' || !isSameMoment(moved, relay.changedAt)) {
		if (answers && report.on === command.on && cause === 'command') relay.by = command.by;
		else if (changed || cause !== relay.cause) relay.by = null;
		relay.cause = cause;
		relay.changedAt = moved;
	}
	relay.offAt = report.remainingMs === null ? null : now + report.remainingMs;
	relay.heldUntil = report.waitingMs === null ? null : now + report.waitingMs;
	relay.clockAheadMs = now - devices.options.clock.mono();
	if (changed) devices.writes.mark(device, STATE_WRITTEN_MS);
	if (changed) clearFailure(relay);
	// Without a known state before it, a report is not a change.
	if (changed && before !== null)
		devices.events.emit('RelaySwitched', { device, relay, forMs: onFor(device, relay, report) });
	if (!changed && answers && command.on && report.on && (command.forMs > 0 || (offAt !== null && relay.offAt === null)))
		devices.events.emit('CountdownSet', { device, relay, forMs: wantedFor(relay), by: command.by });
	// A schedule or a wall switch that finds the relay on takes its countdown away, or gives it another.
	if (!changed && !answers && wasHeard && report.on && OWN_ACTS.has(cause) && !isSameEnd(offAt, relay.offAt)) {
		relay.cause = cause;
		relay.by = null;
		const forMs = Math.round((report.remainingMs ?? 0) / SECOND_MS) * SECOND_MS;
		devices.events.emit('CountdownSet', { device, relay, forMs, by: null });
	}
	if (answers && report.waitingMs !== null) return waitForDeadTime(devices, device, relay, report.waitingMs);
	if (answers) settle(devices, device, relay, report.on === command.on ? 'done' : 'refused');
	else devices.events.emit('RelayChanged', { device, relay });
}

/** A hub whose clock was never set is in 1970; a change before that has no date. */
function changedAt(now: number, agoMs: number | null): number | null {
	return agoMs === null || agoMs > now ? null : now - agoMs;
}

function isSameEnd(one: number | null, other: number | null): boolean {
	return one === other || isSameMoment(one, other);
}

function isSameMoment(one: number | null, other: number | null): boolean {
	return one !== null && other !== null && Math.abs(one - other) <= SAME_MOMENT_MS;
}

/** How long it stays on because a command or schedule said so; the plan's own limit and pulse do not count. */
function onFor({ record }: LiveDevice, relay: LiveRelay, { on, remainingMs, changedMs }: RelayReport): number {
	const { plan, cause } = relay;
	if (!on || remainingMs === null || plan.pulseMs > 0) return 0;
	if (cause === 'command') return wantedFor(relay);
	const timed = record.plan.schedules.some((schedule) => schedule.relay === plan.id && schedule.forMs > 0);
	if (cause !== 'schedule' || !timed) return 0;
	return Math.round((remainingMs + (changedMs ?? 0)) / SECOND_MS) * SECOND_MS;
}

function wantedFor({ plan, command }: LiveRelay): number {
	return command?.forMs ? Math.min(command.forMs, plan.maxOnMs || command.forMs) : 0;
}
