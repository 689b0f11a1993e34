import type {
	DeviceView,
	PendingView,
	PresenceView,
	ReadingView,
	RelayView,
	VitalsView,
} from '../../protocol/dashboard.ts';
import type { Claims, Conflict, RegistrationRecord } from '../claims/claims.ts';
import type { Devices } from '../devices/devices.ts';
import type { LiveDevice, LiveReading, LiveRelay } from '../devices/live-device.ts';
import { deviceCode, macWords } from '../devices/mac.ts';
import { boardName } from '../images/catalogue.ts';

/** What dashboards are shown of devices and pending devices. */
export class Views {
	#devices: Devices;
	#claims: Claims;
	#plays: (id: string) => boolean;

	constructor(devices: Devices, claims: Claims, plays: (id: string) => boolean) {
		this.#devices = devices;
		this.#claims = claims;
		this.#plays = plays;
	}

	devices(): DeviceView[] {
		return [...this.#devices.byId.values()].map((device) => this.device(device));
	}

	device(device: LiveDevice): DeviceView {
		const { record } = device;
		return {
			id: record.id,
			name: record.name,
			code: deviceCode(record.mac),
			mac: macWords(record.mac),
			board: record.board,
			boardName: boardName(record.board),
			security: 'secure-v2',
			claimedAt: record.claimedAt,
			virtual: this.#plays(record.id),
			presence: presenceView(device),
			vitals: this.vitals(device),
			relays: device.relays.map(relayView),
			readings: device.readings.map(readingView),
		};
	}

	vitals(device: LiveDevice): VitalsView {
		const { rssi, ssid, address, freeHeap, firmware, uptimeMs } = device;
		const sinceBeat = this.#devices.options.clock.mono() - device.lastBeatMono;
		const uptime = uptimeMs === null || !device.link ? null : Math.round(uptimeMs + sinceBeat);
		return { rssi, ssid, address, freeHeap, firmware, uptimeMs: uptime };
	}

	/** Boards that wait for a person first, then pending devices, oldest first. */
	pendings(): PendingView[] {
		const conflicts = [...this.#claims.conflicts.values()].map((conflict) => this.conflict(conflict));
		const pending = this.#claims.pending().flatMap((registration) => this.pending(registration) ?? []);
		return [...conflicts, ...pending];
	}

	/** A pending device or a conflict by its id, undefined where there is nothing to show. */
	pendingById(id: string): PendingView | undefined {
		const conflict = this.#claims.conflicts.get(id);
		if (conflict) return this.conflict(conflict);
		const registration = this.#claims.byId.get(id);
		return registration && this.pending(registration);
	}

	pending(registration: RegistrationRecord): PendingView | undefined {
		const { id, usedByMac, sealedKey, keyId } = registration;
		if (usedByMac !== null || !sealedKey) return undefined;
		// The board that came with this key has a card of its own while it waits.
		if ([...this.#claims.conflicts.values()].some((conflict) => conflict.registration.id === id)) return undefined;
		const expired = this.#claims.isExpired(registration);
		return {
			...common(registration),
			id,
			state: expired ? 'expired' : 'ready',
			code: `${keyId.slice(0, 4)}-${keyId.slice(4, 8)}`.toUpperCase(),
			virtualRunning: this.#plays(id),
			step: this.#claims.steps.get(id) ?? 'waiting',
		};
	}

	conflict(conflict: Conflict): PendingView {
		const known = [...this.#devices.byId.values()].find((device) => device.record.mac === conflict.mac);
		return {
			...common(conflict.registration),
			id: conflict.id,
			state: 'awaiting',
			code: deviceCode(conflict.mac),
			virtualRunning: this.#plays(conflict.registration.id),
			step: 'authenticated',
			conflict: {
				reason: conflict.reason,
				mac: macWords(conflict.mac),
				address: conflict.address,
				connected: conflict.board !== null,
				...(known ? { deviceName: known.record.name } : {}),
			},
		};
	}
}

function common({ name, board, createdAt, expiresAt, plan }: RegistrationRecord) {
	return { name, board, boardName: boardName(board), createdAt, expiresAt, relayCount: plan.relays.length };
}

export function relayView(relay: LiveRelay): RelayView {
	const { plan, command, reported, cause, by, changedAt, offAt, failure } = relay;
	return {
		id: plan.id,
		name: plan.name,
		reported,
		wanted: command ? command.on : null,
		cause,
		by,
		changedAt,
		offAt,
		failure,
	};
}

export function presenceView(device: LiveDevice): PresenceView {
	return { state: device.presence, since: device.presenceSince, lastSeenAt: device.lastSeenAt };
}

function readingView({ sensor, unit, value, at, recent }: LiveReading): ReadingView {
	return { sensor, unit, value, at, recent };
}
