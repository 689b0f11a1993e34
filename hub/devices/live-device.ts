import type { Cause, PresenceState, RelayPlan, SensorPlan, Unit } from '../../protocol/dashboard.ts';
import type { Timer } from '../base/clock.ts';
import type { BoardLink } from './board-link.ts';
import { PresenceDetector } from './presence-detector.ts';

/** A command on its way to the board. */
export interface Command {
	id: number;
	on: boolean;
	by: string;
	timer: Timer;
	settled: (outcome: 'done' | 'no-answer' | 'link-lost' | 'refused') => void;
}

export interface LiveRelay {
	plan: RelayPlan;
	reported: boolean | null;
	cause: Cause | null;
	by: string | null;
	changedAt: number | null;
	/** Unix ms when the board will switch it off by itself */
	offAt: number | null;
	command: Command | null;
	failure: 'no-answer' | 'link-lost' | 'refused' | null;
	failureTimer: Timer | null;
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
	mac: string;
	board: string;
	ownerId: string;
	plan: { relays: RelayPlan[]; sensors: SensorPlan[] };
	claimedAt: number;
}

/** A device as the running hub knows it: its record and what its board says. Lies outside the identity map. */
export class LiveDevice {
	record: DeviceRecord;
	link: BoardLink | null = null;
	bootId = 0n;
	bootCount = 0;

	presence: PresenceState = 'offline';
	presenceSince: number;
	lastSeenAt: number | null = null;
	lastBeatMono = 0;
	/** the pace its beats are expected at, and the one it was told and will keep from its next beat on */
	paceMs = 0;
	nextPaceMs = 0;
	readonly detector = new PresenceDetector();
	lateTimer: Timer | null = null;
	offlineTimer: Timer | null = null;

	rssi: number | null = null;
	ssid: string | null = null;
	address: string | null = null;
	freeHeap: number | null = null;
	firmware: string | null = null;
	/** of the last beat, and when that was (monotonic) */
	uptimeMs: number | null = null;
	vitalsTold = { mono: -Infinity, rssi: null as number | null };

	readonly relays: LiveRelay[];
	readonly readings: LiveReading[] = [];

	constructor(record: DeviceRecord, now: number) {
		this.record = record;
		this.presenceSince = now;
		this.relays = record.plan.relays.map((plan) => ({
			plan,
			reported: null,
			cause: null,
			by: null,
			changedAt: null,
			offAt: null,
			command: null,
			failure: null,
			failureTimer: null,
		}));
	}

	relay(id: number): LiveRelay | undefined {
		return this.relays.find((relay) => relay.plan.id === id);
	}
}
