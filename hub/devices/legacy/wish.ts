import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Devices } from '../devices.ts';
import { notRevoked } from './find-legacy-board.ts';
import { LegacyBoard, type LegacyRelay, legacyOf, legacyRelay, withRelay } from './state.ts';
import type { Command, LiveDevice, LiveRelay, RelayOutcome } from '../live-device.ts';
import { clearFailure, replaceCommand, settle } from '../relays/set-relay.ts';

/** Three polls of a Legacy v1 board, which polls every 5 s. After this the board is not told the command any more. */
export const LEGACY_DEADLINE_MS = LIMITS.answerS.legacy * 1_000;

/** Commands to one board that wait to be stored: several times its relays. The answer to its poll waits behind them. */
export const WISHES_WAITING = 32;

export interface LegacyWish {
	relay: number;
	on: boolean;
	forMs?: number | undefined;
	by: Actor;
}

/**
 * A person switches a relay of a board that polls. The command is stored first, so that a restart of the hub does not
 * lose it; the board is told at its next poll, and the poll after that settles it. After the deadline the command is
 * dropped, so that nothing switches when nobody expects it.
 */
export async function wishLegacy(
	devices: Devices,
	device: LiveDevice,
	wish: LegacyWish,
	settled: (outcome: RelayOutcome) => void,
): Promise<Result<{ device: LiveDevice; relay: LiveRelay }, Fault>> {
	const state = legacyOf(device);
	if (state.wishing >= WISHES_WAITING) return fault('commands-not-written', { device: device.record.name });
	state.wishing++;
	try {
		return await write(devices, device, wish, settled);
	} finally {
		state.wishing--;
	}
}

function write(
	devices: Devices,
	device: LiveDevice,
	wish: LegacyWish,
	settled: (outcome: RelayOutcome) => void,
): Promise<Result<{ device: LiveDevice; relay: LiveRelay }, Fault>> {
	const { id, name } = device.record;
	return devices.locks.run(id, async () => {
		const relay = device.relay(wish.relay);
		if (devices.byId.get(id) !== device) return fault('no-such-device');
		if (!relay) return fault('no-such-relay', { device: name, relay: wish.relay });
		const allowed = notRevoked(device);
		if (!allowed.ok) return allowed;
		if (device.presence !== 'online') return fault('not-polling-not-switched', { device: name });
		const { on, by, forMs = 0 } = wish;
		const until = devices.options.clock.now() + LEGACY_DEADLINE_MS;
		await keep(devices, device, { ...legacyRelay(legacyOf(device), wish.relay), wish: { on, forMs, by, until } });
		replaceCommand(devices, relay);
		clearFailure(relay);
		beginCommand(devices, device, relay, { on, forMs, by, settled }, LEGACY_DEADLINE_MS);
		devices.events.emit('RelayChanged', { device, relay });
		return ok({ device, relay });
	});
}

/** Begins a command that ends after `leftMs` at the latest; also resumes one after a restart of the hub. */
export function beginCommand(
	devices: Devices,
	device: LiveDevice,
	relay: LiveRelay,
	wish: Pick<Command, 'on' | 'forMs' | 'by' | 'settled'>,
	leftMs: number,
): void {
	const { clock, log } = devices.options;
	const timer = clock.after(leftMs, () => {
		devices.locks
			.run(device.record.id, () => giveUp(devices, device, relay, command))
			.catch((error: unknown) =>
				log.error(
					{ err: error },
					'legacy board: could not save that a command has expired; it is dropped all the same',
				),
			);
	});
	const command: Command = { id: devices.takeCommandId(), ...wish, timer };
	relay.command = command;
}

async function giveUp(devices: Devices, device: LiveDevice, relay: LiveRelay, command: Command): Promise<void> {
	if (relay.command !== command) return;
	const state = legacyOf(device);
	const last = legacyRelay(state, relay.plan.id);
	const dropped = { ...last, wish: null };
	try {
		if (last.wish) await keep(devices, device, dropped);
	} finally {
		// Also if it cannot be stored: the next start of the hub drops expired commands too.
		state.relays = withRelay(state.relays, dropped);
		settle(devices, device, relay, 'no-answer');
	}
}

async function keep(devices: Devices, device: LiveDevice, changed: LegacyRelay): Promise<void> {
	await writeLegacy(devices, device, withRelay(legacyOf(device).relays, changed));
}

/** Changes the database first, then memory. Call only while holding the device's turn. */
export async function writeLegacy(devices: Devices, device: LiveDevice, relays: readonly LegacyRelay[]): Promise<void> {
	await devices.options.orm.em.fork().upsert(LegacyBoard, { deviceId: device.record.id, relays });
	legacyOf(device).relays = relays;
}
