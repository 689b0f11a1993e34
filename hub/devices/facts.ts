import type { Change } from '../../protocol/dashboard/changes.ts';
import type { LogLine } from '../../protocol/dashboard/history.ts';
import type { SchedulePlan } from '../../protocol/dashboard/plan.ts';
import type { BootReason } from '../../protocol/device_pb.ts';
import type { Actor } from '../base/actor.ts';
import type { Said } from './links/allowance.ts';
import type { LiveDevice, LiveInput, LiveReading, LiveRelay, RelayOutcome } from './live-device.ts';

/** Facts about devices, emitted once they are true. */
export interface DeviceFacts {
	DeviceAdded: { device: LiveDevice };
	/** A person added a board with polling firmware; emitted after DeviceAdded. */
	LegacyDeviceAdded: { device: LiveDevice; by: Actor };
	/** The wall clock of this machine was set; Unix ms by it. */
	ClockStepped: { now: number };
	/** Something in its record changed: name, room, order, plan, token, progress of its configuration. */
	DeviceChanged: { device: LiveDevice };
	DeviceRemoved: { id: string; name: string; by: Actor };
	/** What is shown of a relay changed: wanted, reported, countdown or failure. */
	RelayChanged: { device: LiveDevice; relay: LiveRelay };
	/**
	 * The board has reported another state than before; the relay holds the cause and person. `forMs`: a person or a
	 * schedule wanted it to go off again after this time; 0 = it stays.
	 */
	RelaySwitched: { device: LiveDevice; relay: LiveRelay; forMs: number };
	/**
	 * A relay that was on already has a new countdown; `forMs` 0 = its countdown was removed. `by` is null if the board
	 * did it itself; the relay holds the cause.
	 */
	CountdownSet: { device: LiveDevice; relay: LiveRelay; forMs: number; by: Actor | null };
	/** A command had no effect. */
	CommandFailed: { device: LiveDevice; relay: LiveRelay; on: boolean; by: Actor; outcome: RelayOutcome };
	/** A command to a relay has ended, in whatever way; `replaced`: by a newer one for the same relay. */
	CommandEnded: { outcome: RelayOutcome | 'replaced' };
	/** Presence or vitals changed. */
	PresenceChanged: { device: LiveDevice };
	/** The device has just become ONLINE, AWAY or OFFLINE. */
	PresenceMoved: { device: LiveDevice };
	/** A board has connected for the first time since it started. */
	BoardBooted: { device: LiveDevice; reason: BootReason };
	ReadingTaken: { device: LiveDevice; reading: LiveReading };
	/** `before`: null if it was not known */
	InputChanged: { device: LiveDevice; input: LiveInput; before: boolean | null };
	BoardLogged: { device: LiveDevice; line: LogLine };
	DeviceRenamed: { device: LiveDevice; before: string; by: Actor };
	DeviceMoved: { device: LiveDevice; before: string | null; by: Actor };
	/** A person changed the plan. */
	ConfigChanged: { device: LiveDevice; changes: Change[]; by: Actor };
	/** `schedule` is null if it is all of the device; `until` in Unix ms, 0 = they run again */
	SchedulesPaused: { device: LiveDevice; schedule: SchedulePlan | null; until: number; by: Actor };
	/** `by` is null if the hub itself removed the network */
	WifiChanged: { device: LiveDevice; before: string | null; ssid: string | null; by: Actor | null };
	ConfigApplied: { device: LiveDevice };
	ConfigRefused: { device: LiveDevice; error: string };
	TokenRotating: { device: LiveDevice; by: Actor };
	TokenRotated: { device: LiveDevice };
	TokenRevoked: { device: LiveDevice; by: Actor };
	/** A copy of this device's token, or of its board, tried to connect. */
	CloneTried: { device: LiveDevice; mac: string; address: string; how: 'other-mac' | 'second-link' };
	/** The board exceeded a message limit: the excess is dropped, and its link is closed if it goes on. */
	BoardFlooded: { device: LiveDevice; kind: Said | 'connection'; closed: boolean };
}
