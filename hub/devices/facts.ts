import type { LogLine } from '../../protocol/dashboard/history.ts';
import type { BootReason } from '../../protocol/device_pb.ts';
import type { Actor } from '../base/actor.ts';
import type { Said } from './links/allowance.ts';
import type { LiveDevice, LiveInput, LiveReading, LiveRelay, RelayOutcome } from './live-device.ts';

/** What the devices tell, after it is so. */
export interface DeviceFacts {
	DeviceAdded: { device: LiveDevice };
	/** A person made the record of a board with polling firmware; it is told beside DeviceAdded. */
	LegacyDeviceAdded: { device: LiveDevice; by: Actor };
	/** The wall clock of this machine was set; Unix ms by it. */
	ClockStepped: { now: number };
	/** Something of its record is another: name, room, order, plan, token, how far its configuration has come. */
	DeviceChanged: { device: LiveDevice };
	DeviceRemoved: { id: string; name: string; by: Actor };
	/** The picture of a relay is another: wanted, reported, countdown or failure. */
	RelayChanged: { device: LiveDevice; relay: LiveRelay };
	/**
	 * The board has reported another state than before; cause and person stand on the relay. `forMs`: it goes off by itself
	 * after that, as somebody or a schedule wanted it; 0 = it stays.
	 */
	RelaySwitched: { device: LiveDevice; relay: LiveRelay; forMs: number };
	/** A relay that is on already has got another countdown, or with 0 none any more. */
	CountdownSet: { device: LiveDevice; relay: LiveRelay; forMs: number; by: Actor };
	/** A command had no effect. */
	CommandFailed: { device: LiveDevice; relay: LiveRelay; on: boolean; by: Actor; outcome: RelayOutcome };
	/** Presence or vitals. */
	PresenceChanged: { device: LiveDevice };
	/** ONLINE, AWAY or OFFLINE since just now. */
	PresenceMoved: { device: LiveDevice };
	/** A board has connected after it started anew. */
	BoardBooted: { device: LiveDevice; reason: BootReason };
	ReadingTaken: { device: LiveDevice; reading: LiveReading };
	InputChanged: { device: LiveDevice; input: LiveInput };
	BoardLogged: { device: LiveDevice; line: LogLine };
	DeviceRenamed: { device: LiveDevice; before: string; by: Actor };
	DeviceMoved: { device: LiveDevice; before: string | null; by: Actor };
	/** A person changed the plan; `changes` are short words such as "Fan: pin D2". */
	ConfigChanged: { device: LiveDevice; changes: string[]; by: Actor };
	/** `by` is null where the hub itself took it away */
	WifiChanged: { device: LiveDevice; before: string | null; ssid: string | null; by: Actor | null };
	ConfigApplied: { device: LiveDevice };
	ConfigRefused: { device: LiveDevice; error: string };
	TokenRotating: { device: LiveDevice; by: Actor };
	TokenRotated: { device: LiveDevice };
	TokenRevoked: { device: LiveDevice; by: Actor };
	/** A copy of this device's token, or of its board, tried to connect. */
	CloneTried: { device: LiveDevice; mac: string; address: string; how: 'other-mac' | 'second-link' };
	/** The board said more than it may: the excess is dropped, and its link closed where it goes on. */
	BoardFlooded: { device: LiveDevice; kind: Said | 'connection'; closed: boolean };
}
