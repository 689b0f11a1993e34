import type { LogLine } from '../../protocol/dashboard/history.ts';
import type { DevicePlan, InputPlan, RelayPlan, SensorPlan } from '../../protocol/dashboard/plan.ts';
import type { Cause, PresenceState, Unit } from '../../protocol/dashboard/shapes.ts';
import { SENSOR_UNITS } from '../../protocol/dashboard/sensor-types.ts';
import type { Actor } from '../base/actor.ts';
import type { Timer } from '../base/clock.ts';
import type { BoardCapacity } from './config/capacity.ts';
import type { Pauses } from './config/hold.ts';
import { ConnectionLimit } from './links/connection-limit.ts';
import { Allowance } from './links/allowance.ts';
import type { BoardLink, Newcomer, RightfulBoot } from './links/board-link.ts';
import { CommandsInFlight } from './relays/commands-in-flight.ts';
import type { LegacyState } from './legacy/state.ts';
import { BeatPatience } from './presence/beat-patience.ts';

export type RelayOutcome = 'done' | 'no-answer' | 'link-lost' | 'refused';

/** A command on its way to the board. */
export interface Command {
	id: number;
	on: boolean;
	/** with on: off again after this time, 0 = stays */
	forMs: number;
	by: Actor;
	timer: Timer;
	/** when it fails at the latest, monotonic ms; set once the board waits for a dead time */
	endsBy?: number;
	settled: (outcome: RelayOutcome) => void;
}

export interface LiveRelay {
	plan: RelayPlan;
	reported: boolean | null;
	cause: Cause | null;
	by: Actor | null;
	changedAt: number | null;
	/** Unix ms when the board will switch it off by itself */
	offAt: number | null;
	/** Unix ms until which the board holds the command back for the dead time of its group */
	heldUntil: number | null;
	/** wall clock minus monotonic clock of the hub, ms, when the board reported `offAt` and `heldUntil` */
	clockAheadMs: number;
	command: Command | null;
	failure: 'no-answer' | 'link-lost' | 'refused' | null;
	failureTimer: Timer | null;
}

export interface LiveInput {
	plan: InputPlan;
	on: boolean | null;
	changedAt: number | null;
}

export interface LiveReading {
	sensor: number;
	unit: Unit;
	value: number | null;
	at: number;
	recent: [at: number, value: number][];
}

/** The record of a device, as in the table. */
export interface DeviceRecord {
	id: string;
	name: string;
	/** twelve upper-case hex digits; empty for a Legacy v1 board, which reports none */
	mac: string;
	board: string;
	ownerId: string;
	claimedAt: number;
	room: string | null;
	/** people's own order, from 0 */
	position: number;
	plan: DevicePlan;
	/** counts every change of the plan, names included */
	planVersion: number;
	/** number of the configuration the board is to run; 0 is the one in its config file */
	revision: number;
	/** the configuration the board runs, as reported last */
	appliedRevision: number;
	/** the plan the board runs, if it is not `plan` */
	runningPlan: DevicePlan | null;
	/** why the board refused `revision`, in words */
	configError: string | null;
	configChangedAt: number | null;
	configAppliedAt: number | null;
	/** name of its second Wi-Fi network, and the network itself, sealed */
	wifiName: string | null;
	sealedWifi: Buffer | null;
	/** Unix ms since when none of its tokens is valid; null = it has a valid one */
	revokedAt: number | null;
	/** SHA-256 of its polling token in hex; null = Secure v2 */
	legacyTokenHash: string | null;
	/** of its schedules */
	pauses: Pauses;
}

/** A device as the running hub knows it: its record and what its board reports. Not an entity of the ORM. */
export class LiveDevice {
	record: DeviceRecord;
	link: BoardLink | null = null;
	/** a second link with this device's key, while the first one is probed */
	newcomer: Newcomer | null = null;
	/** which boot is the real board, if copies of it were seen */
	rightful: RightfulBoot | null = null;
	/** how often boards may connect with its key */
	readonly connections = new ConnectionLimit();
	/** how much its board may send */
	readonly allowance = new Allowance();
	/** commands it was sent and has not answered */
	readonly inFlight = new CommandsInFlight();
	bootId = 0n;
	bootCount = 0;

	presence: PresenceState = 'offline';
	presenceSince: number;
	lastSeenAt: number | null = null;
	lastBeatMono = 0;
	/** the pace at which its beats are expected, and the one it was sent, which holds from its next beat on */
	paceMs = 0;
	nextPaceMs = 0;
	readonly detector = new BeatPatience();
	lateTimer: Timer | null = null;
	offlineTimer: Timer | null = null;

	rssi: number | null = null;
	ssid: string | null = null;
	address: string | null = null;
	freeHeap: number | null = null;
	firmware: string | null = null;
	chip: string | null = null;
	/** bits of Hello.features; null: its board has not been heard since the hub asks for them */
	features: number | null = null;
	/** what Hello.capacity says; null: its board does not say it, or has not been heard yet */
	capacity: BoardCapacity | null = null;
	clockUnset = false;
	/** revision that was sent on the present link and is not answered yet */
	sentRevision: number | null = null;
	/** as of the last beat */
	uptimeMs: number | null = null;
	/** when dashboards were last sent the vitals (monotonic), and with which signal strength */
	vitalsTold = { mono: -Infinity, rssi: null as number | null };

	relays: LiveRelay[] = [];
	inputs: LiveInput[] = [];
	readings: LiveReading[] = [];
	/** sensors on its wires, by pin and address; `at`: monotonic ms */
	readonly found = new Map<string, { gpio: number; address: string; celsius: number | null; at: number }>();
	/** the last lines the board sent, oldest first */
	readonly log: LogLine[] = [];
	/** lines sent to dashboards in the current period, and when it began (monotonic) */
	logSpell = { since: -Infinity, told: 0 };
	/** boot that was last announced, so that a reconnect does not count as a boot */
	toldBootId: bigint | null = null;

	/** what a Legacy v1 board is told; null until it is told something */
	legacy: LegacyState | null = null;

	constructor(record: DeviceRecord, now: number) {
		this.record = record;
		this.presenceSince = now;
		this.takePlan();
	}

	/** Takes over a changed plan; relays, inputs and readings that stay keep their state. */
	takePlan(): void {
		const { plan } = this.record;
		for (const relay of this.relays)
			if (!plan.relays.some(({ id }) => id === relay.plan.id)) relay.failureTimer?.cancel();
		this.relays = plan.relays.map((plan) => Object.assign(this.relay(plan.id) ?? unknownRelay(), { plan }));
		this.inputs = plan.inputs.map((plan) => {
			const known = this.inputs.find((input) => input.plan.id === plan.id);
			return { on: known?.on ?? null, changedAt: known?.changedAt ?? null, plan };
		});
		this.readings = this.readings.filter(({ sensor, unit }) => this.measures(sensor, unit));
	}

	/** The device has another board: forgets everything that the one before reported. */
	forgetBoard(): void {
		for (const relay of this.relays) {
			relay.failureTimer?.cancel();
			Object.assign(relay, unknownRelay());
		}
		for (const input of this.inputs) Object.assign(input, { on: null, changedAt: null });
		this.rssi = this.freeHeap = this.uptimeMs = null;
		this.ssid = this.address = this.firmware = this.chip = this.features = this.capacity = null;
		this.clockUnset = false;
		this.found.clear();
	}

	/** Whether its plan has a sensor for this quantity. What a Legacy v1 board reports is in no plan. */
	measures(sensor: number, unit: Unit): boolean {
		if (this.isLegacy) return true;
		const units = ({ type }: SensorPlan): readonly Unit[] => SENSOR_UNITS[type];
		return this.record.plan.sensors.some((plan) => plan.id === sensor && units(plan).includes(unit));
	}

	relay(id: number): LiveRelay | undefined {
		return this.relays.find((relay) => relay.plan.id === id);
	}

	get isLegacy(): boolean {
		return this.record.legacyTokenHash !== null;
	}
}

function unknownRelay(): Omit<LiveRelay, 'plan'> {
	return {
		reported: null,
		cause: null,
		by: null,
		changedAt: null,
		offAt: null,
		heldUntil: null,
		clockAheadMs: 0,
		command: null,
		failure: null,
		failureTimer: null,
	};
}
