import type { Cause as CauseWord } from '../../../protocol/dashboard/shapes.ts';
import { Cause } from '../../../protocol/device_pb.ts';
import type { RelayReport } from '../../link/board-message.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice, LiveRelay } from '../live-device.ts';
import { clearFailure, heldBack, settle } from './set-relay.ts';

/** A relay's new state may wait this long to be written: taps in a row become one write. */
export const STATE_WRITTEN_MS = 3_000;

const SECOND_MS = 1_000;
/** A board and the network tell the moment of one change no more exactly than this, ms. */
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

/** The board says what a relay really is: the truth, whatever was wanted. */
export function reportRelay(devices: Devices, device: LiveDevice, report: RelayReport): void {
	device.inFlight.answered(report.commandId);
	const relay = device.relay(report.relay);
	if (!relay) return; // of a configuration that is not this one any more
	const now = devices.options.clock.now();
	const { command } = relay;
	const answers = command !== null && report.commandId === command.id;
	const before = relay.reported;
	const hadEnd = relay.offAt !== null;
	const changed = before !== report.on;
	const cause = CAUSES[report.cause];

	const moved = changedAt(now, report.changedMs);
	relay.reported = report.on;
	// The board tells the cause of its last act: one that moved nothing is not who moved it. A boot always sets its relays.
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
	// The first report after a start only says what was so already.
	if (changed && before !== null)
		devices.events.emit('RelaySwitched', { device, relay, forMs: onFor(device, relay, report) });
	if (!changed && answers && command.on && report.on && (command.forMs > 0 || (hadEnd && relay.offAt === null)))
		devices.events.emit('CountdownSet', { device, relay, forMs: wantedFor(relay), by: command.by });
	if (answers && report.waitingMs !== null) return heldBack(devices, device, relay, report.waitingMs);
	if (answers) settle(devices, device, relay, report.on === command.on ? 'done' : 'refused');
	else devices.events.emit('RelayChanged', { device, relay });
}

/** A hub without a clock of its own may live in 1970: what was before that has no date. */
function changedAt(now: number, agoMs: number | null): number | null {
	return agoMs === null || agoMs > now ? null : now - agoMs;
}

function isSameMoment(one: number | null, other: number | null): boolean {
	return one !== null && other !== null && Math.abs(one - other) <= SAME_MOMENT_MS;
}

/** How long it stays on where that was wanted: its longest on-time and its pulse are no news. */
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
