import type {
	DeviceView,
	InputView,
	PresenceView,
	ReadingView,
	RelayView,
	VitalsView,
} from '../../protocol/dashboard/devices.ts';
import type { PendingView } from '../../protocol/dashboard/pending.ts';
import type { Capacity, ConfigView } from '../../protocol/dashboard/plan.ts';
import { shownActor } from '../base/actor.ts';
import type { Claims, Conflict } from '../claims/claims.ts';
import type { RegistrationRecord } from '../claims/entities.ts';
import { firmwareFor } from '../claims/registration/registrations-of.ts';
import { capacityOf } from '../devices/config/capacity.ts';
import { LEGACY_BOARD } from '../devices/legacy/add-legacy-device.ts';
import type { Devices } from '../devices/devices.ts';
import type { LiveDevice, LiveInput, LiveReading, LiveRelay } from '../devices/live-device.ts';
import { deviceCode, macWords } from '../../protocol/mac.ts';
import { tokenView } from '../devices/tokens/token-view.ts';
import { boardName } from '../boards/catalogue.ts';
import type { Updates } from '../updates/updates.ts';

/** What dashboards are shown of devices and pending devices. */
export class Views {
	#devices: Devices;
	#claims: Claims;
	#plays: (id: string, keyId?: string) => boolean;
	#updates: Updates;

	constructor(devices: Devices, claims: Claims, updates: Updates, plays: (id: string, keyId?: string) => boolean) {
		this.#updates = updates;
		this.#devices = devices;
		this.#claims = claims;
		this.#plays = plays;
	}

	get deviceCount(): number {
		return this.#devices.byId.size;
	}

	devices(): DeviceView[] {
		return [...this.#devices.byId.values()].map((device) => this.device(device));
	}

	device(device: LiveDevice): DeviceView {
		const { record } = device;
		return {
			id: record.id,
			name: record.name,
			room: record.room,
			position: record.position,
			ownerId: record.ownerId,
			code: record.mac === '' ? '' : deviceCode(record.mac),
			mac: macWords(record.mac),
			board: record.board,
			boardName: record.board === LEGACY_BOARD ? 'Older firmware' : boardName(record.board),
			security: device.isLegacy ? 'legacy-v1' : 'secure-v2',
			claimedAt: record.claimedAt,
			virtual: this.#plays(record.id),
			token: tokenView(this.#devices, device, firmwareFor(this.#claims, record.id)),
			config: configView(device),
			update: this.#updates.view(record.id),
			presence: presenceView(device),
			vitals: this.vitals(device),
			relays: device.relays.map(relayView),
			inputs: device.inputs.map(inputView),
			readings: device.readings.map(readingView),
			...sensorNames(device),
		};
	}

	vitals(device: LiveDevice): VitalsView {
		const { rssi, ssid, address, freeHeap, firmware, chip, clockUnset, uptimeMs } = device;
		const { clock } = this.#devices.options;
		const sinceBeat = clock.mono() - device.lastBeatMono;
		const uptime = uptimeMs === null || !device.link ? null : Math.round(uptimeMs + sinceBeat);
		const startedAt = uptime === null ? null : Math.max(0, clock.now() - uptime);
		return { rssi, ssid, address, freeHeap, firmware, chip, clockUnset, uptimeMs: uptime, startedAt };
	}

	/** Boards that wait for a person first, then pending devices, oldest first. */
	pendings(): PendingView[] {
		const conflicts = [...this.#claims.conflicts.values()].map((conflict) => this.conflict(conflict));
		const pending = this.#claims.pending().flatMap((registration) => this.pending(registration) ?? []);
		return [...conflicts, ...pending];
	}

	/** A pending device or a conflict by its id; undefined if there is nothing to show. */
	pendingById(id: string): PendingView | undefined {
		const conflict = this.#claims.conflicts.get(id);
		if (conflict) return this.conflict(conflict);
		const registration = this.#claims.byId.get(id);
		return registration && this.pending(registration);
	}

	pending(registration: RegistrationRecord): PendingView | undefined {
		const { id, usedByMac, sealedKey, keyId, forDeviceId } = registration;
		if (usedByMac !== null || !sealedKey) return undefined;
		// A board that waits with this key has a card of its own, shown instead.
		if ([...this.#claims.conflicts.values()].some((conflict) => conflict.registration.id === id)) return undefined;
		const expired = this.#claims.isExpired(registration);
		const usbMac = this.#claims.usbMacs.get(id);
		return {
			...this.#common(registration),
			id,
			state: expired ? 'expired' : 'ready',
			code: usbMac ? deviceCode(usbMac) : `${keyId.slice(0, 4)}-${keyId.slice(4, 8)}`.toUpperCase(),
			virtualRunning: this.#plays(forDeviceId ?? id, keyId),
			step: this.#claims.steps.get(id) ?? 'waiting',
		};
	}

	conflict(conflict: Conflict): PendingView {
		const known = [...this.#devices.byId.values()].find((device) => device.record.mac === conflict.mac);
		return {
			...this.#common(conflict.registration),
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
				...(known ? { device: { id: known.record.id, name: known.record.name } } : {}),
			},
		};
	}

	#common(registration: RegistrationRecord) {
		const { name, board, createdAt, expiresAt, plan, ownerId, forDeviceId } = registration;
		const device = this.#devices.byId.get(forDeviceId ?? '');
		return {
			name: device?.record.name ?? name,
			board,
			boardName: boardName(board),
			createdAt,
			expiresAt,
			relayCount: plan.relays.length,
			ownerId,
			forDevice: device
				? {
						id: device.record.id,
						name: device.record.name,
						kind: device.isLegacy ? ('upgrade' as const) : ('regenerate' as const),
					}
				: null,
		};
	}
}

export function capacityView(device: LiveDevice): Capacity {
	const { relays, inputs, sensors, schedules } = capacityOf(device);
	return { relays, inputs, sensors, schedules };
}

export function configView({ record, sentRevision }: LiveDevice): ConfigView {
	const { planVersion, revision, appliedRevision, configError, configChangedAt, configAppliedAt, wifiName } = record;
	const open = sentRevision === revision ? 'sent' : configError !== null ? 'refused' : 'waiting';
	return {
		version: planVersion,
		state: revision === appliedRevision ? 'applied' : open,
		error: configError,
		changedAt: configChangedAt,
		appliedAt: configAppliedAt,
		secondWifi: wifiName,
	};
}

export function inputView({ plan, on, changedAt }: LiveInput): InputView {
	return { id: plan.id, name: plan.name, on, changedAt, ...(plan.kind && { kind: plan.kind }) };
}

export function relayView(relay: LiveRelay): RelayView {
	const { plan, command, reported, cause, by, changedAt, offAt, heldUntil, failure } = relay;
	return {
		id: plan.id,
		name: plan.name,
		icon: plan.icon,
		pulseMs: plan.pulseMs,
		heldUntil,
		reported,
		wanted: command ? command.on : null,
		cause,
		by: by && shownActor(by),
		changedAt,
		offAt,
		failure,
		...(plan.notInAllOff && { notInAllOff: true as const }),
	};
}

export function presenceView(device: LiveDevice): PresenceView {
	return { state: device.presence, since: device.presenceSince, lastSeenAt: device.lastSeenAt };
}

/** Those of its sensors that people have named. */
export function sensorNames({ record }: LiveDevice): Pick<DeviceView, 'sensors'> {
	const named = record.plan.sensors.flatMap(({ id, name }) => (name === undefined ? [] : [{ id, name }]));
	return named.length > 0 ? { sensors: named } : {};
}

export function readingView({ sensor, unit, value, at, recent }: LiveReading): ReadingView {
	return { sensor, unit, value, at, recent };
}
