import { type InferEntity, defineEntity } from '@mikro-orm/core';
import type { DevicePlan } from '../../protocol/dashboard/plan.ts';
import type { Cause } from '../../protocol/dashboard/shapes.ts';
import type { Actor } from '../base/actor.ts';
import type { BoardCapacity } from './config/capacity.ts';
import type { Pauses } from './config/hold.ts';

/** A board's record on the hub: written before it is acknowledged. */
export const Device = defineEntity({
	name: 'Device',
	tableName: 'device',
	properties: (p) => ({
		id: p.text().primary(),
		name: p.text(),
		/** twelve upper-case hex digits */
		mac: p.text(),
		board: p.text(),
		ownerId: p.text(),
		plan: p.json<DevicePlan>(),
		claimedAt: p.bigint('number'),
		room: p.text().nullable(),
		position: p.integer(),
		planVersion: p.integer(),
		revision: p.integer(),
		appliedRevision: p.integer(),
		runningPlan: p.json<DevicePlan>().nullable(),
		configError: p.text().nullable(),
		configChangedAt: p.bigint('number').nullable(),
		configAppliedAt: p.bigint('number').nullable(),
		wifiName: p.text().nullable(),
		sealedWifi: p.blob().nullable(),
		revokedAt: p.bigint('number').nullable(),
		legacyTokenHash: p.text().nullable(),
		pauses: p.json<Pauses>(),
	}),
});
export type Device = InferEntity<typeof Device>;

/**
 * A device's token. `provenAt` is null until the board has connected with it once. Of a revoked one only the id is left,
 * so that its board is told why it is refused.
 */
export const DeviceKey = defineEntity({
	name: 'DeviceKey',
	tableName: 'device_key',
	properties: (p) => ({
		/** 32 hex digits */
		keyId: p.text().primary(),
		deviceId: p.text(),
		sealed: p.blob(),
		createdAt: p.bigint('number'),
		provenAt: p.bigint('number').nullable(),
		revokedAt: p.bigint('number').nullable(),
	}),
});
export type DeviceKey = InferEntity<typeof DeviceKey>;

export interface StoredVitals {
	rssi: number | null;
	ssid: string | null;
	address: string | null;
	firmware: string | null;
	chip?: string | null;
	features?: number | null;
	capacity?: BoardCapacity | null;
}

export interface StoredRelay {
	id: number;
	on: boolean;
	cause: Cause | null;
	by: Actor | null;
	changedAt: number | null;
}

/** What the board reported last. Changes often, is written behind, and is reported again when the board connects. */
export const DeviceLive = defineEntity({
	name: 'DeviceLive',
	tableName: 'device_live',
	properties: (p) => ({
		deviceId: p.text().primary(),
		lastSeenAt: p.bigint('number').nullable(),
		vitals: p.json<StoredVitals>(),
		relays: p.json<StoredRelay[]>(),
	}),
});
export type DeviceLive = InferEntity<typeof DeviceLive>;
