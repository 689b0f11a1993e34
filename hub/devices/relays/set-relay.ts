import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { type Fault, fault, faultOf } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { afterReading } from '../../base/clock.ts';
import { type Result, ok } from '../../base/result.ts';
import { COMMANDS_IN_FLIGHT } from '../links/allowance.ts';
import type { Devices } from '../devices.ts';
import type { Command, LiveDevice, LiveRelay, RelayOutcome } from '../live-device.ts';

/** How long a board has to report what it did; after that it drops the command, and the switch on the page goes back. */
export const ANSWER_DEADLINE_MS = LIMITS.answerS.link * 1_000;
/**
 * A command is announced as under way only after this time. One that is answered sooner, which nobody could see, is
 * only announced as done, which halves the events on a good network. The dashboard that sent it shows it at once by
 * itself.
 */
const UNDER_WAY_TOLD_MS = 40;
/** How long the reason of a failed command is shown. */
export const FAILURE_SHOWN_MS = 10_000;

/**
 * Asks the board to switch a relay. Ok as soon as the command is sent; `settled` is called with how it ended. It is
 * done only when the board reports it. A newer command for the same relay replaces an older one.
 */
export function setRelay(
	devices: Devices,
	wish: { device: string; relay: number; on: boolean; forMs?: number | undefined; by: Actor },
	settled: (outcome: RelayOutcome) => void = () => undefined,
): Result<{ device: LiveDevice; relay: LiveRelay }, Fault> {
	const device = devices.byId.get(wish.device);
	if (!device) return fault('no-such-device');
	const relay = device.relay(wish.relay);
	if (!relay) return fault('no-such-relay', { device: device.record.name, relay: wish.relay });
	const { link } = device;
	if (!link || device.presence !== 'online') return fault('not-connected-not-switched', { device: device.record.name });

	const { clock } = devices.options;
	const now = clock.mono();
	if (device.inFlight.isFull(now))
		return fault('commands-not-answered', { device: device.record.name, commands: COMMANDS_IN_FLIGHT });

	replaceCommand(devices, relay);
	clearFailure(relay);
	const id = devices.takeCommandId();
	device.inFlight.sent(id, now + ANSWER_DEADLINE_MS);
	const timer = clock.after(UNDER_WAY_TOLD_MS, () => announceUnderWay(devices, device, relay, command));
	const forMs = wish.on ? (wish.forMs ?? 0) : 0;
	const command: Command = { id, on: wish.on, forMs, by: wish.by, timer, settled };
	relay.command = command;
	link.send({
		case: 'setRelay',
		value: {
			$typeName: 'mooring.v2.SetRelay',
			relay: wish.relay,
			on: wish.on,
			forMs,
			commandId: id,
			deadlineMs: BigInt(Math.round(now - link.welcomedAt + ANSWER_DEADLINE_MS)),
		},
	});
	return ok({ device, relay });
}

/** A newer command takes the place of the one under way. */
export function replaceCommand(devices: Devices, { command }: LiveRelay): void {
	if (!command) return;
	command.timer.cancel();
	command.settled('refused');
	devices.events.emit('CommandEnded', { outcome: 'replaced' });
}

function announceUnderWay(devices: Devices, device: LiveDevice, relay: LiveRelay, command: Command): void {
	const left = ANSWER_DEADLINE_MS - UNDER_WAY_TOLD_MS;
	command.timer = afterReading(devices.options.clock, left, () => settle(devices, device, relay, 'no-answer'));
	devices.events.emit('RelayChanged', { device, relay });
}

/**
 * The board obeys after the dead time of the interlock group, and answers again then: waits for that answer, however
 * often the board puts it off, for the longest dead time at most.
 */
export function waitForDeadTime(devices: Devices, device: LiveDevice, relay: LiveRelay, waitingMs: number): void {
	const { command } = relay;
	if (!command) return;
	const { clock } = devices.options;
	const now = clock.mono();
	command.endsBy ??= now + LIMITS.deadTimeMs + ANSWER_DEADLINE_MS;
	const leftMs = Math.max(0, Math.min(waitingMs + ANSWER_DEADLINE_MS, command.endsBy - now));
	command.timer.cancel();
	command.timer = afterReading(clock, leftMs, () => settle(devices, device, relay, 'no-answer'));
	devices.events.emit('RelayChanged', { device, relay });
}

/** Ends the command under way: the relay shows what the board reported and, if the command failed, why. */
export function settle(devices: Devices, device: LiveDevice, relay: LiveRelay, outcome: RelayOutcome): void {
	const { command } = relay;
	if (!command) return;
	command.timer.cancel();
	relay.command = null;
	relay.heldUntil = null;
	if (outcome !== 'done') {
		devices.events.emit('CommandFailed', { device, relay, on: command.on, by: command.by, outcome });
		relay.failure = outcome;
		relay.failureTimer = devices.options.clock.after(FAILURE_SHOWN_MS, () => {
			clearFailure(relay);
			devices.events.emit('RelayChanged', { device, relay });
		});
	}
	devices.events.emit('RelayChanged', { device, relay });
	devices.events.emit('CommandEnded', { outcome });
	command.settled(outcome);
}

export function clearFailure(relay: LiveRelay): void {
	relay.failureTimer?.cancel();
	relay.failureTimer = null;
	relay.failure = null;
}

/** The fault that a person is shown for a command that had no effect. */
export function outcomeFault(
	relay: LiveRelay,
	outcome: Exclude<RelayOutcome, 'done'>,
	deadlineMs = ANSWER_DEADLINE_MS,
): Fault {
	const still = relay.reported === null ? 'unknown' : relay.reported ? 'on' : 'off';
	return outcome === 'no-answer'
		? faultOf(outcome, { seconds: deadlineMs / 1_000, still })
		: faultOf(outcome, { still });
}
