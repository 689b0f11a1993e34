import { createHash } from 'node:crypto';
import type { TokenView } from '../../../protocol/dashboard/devices.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { nextKey } from './rotate-token.ts';

/** Bytes of the key's hash that people compare. */
const FINGERPRINT_BYTES = 6;

/** What people are shown of a device's token. The key itself leaves the hub only for the board's flash. */
export function tokenView(
	devices: Devices,
	device: LiveDevice,
	firmware: { id: string; expiresAt: number } | undefined,
): TokenView {
	const { record } = device;
	const next = nextKey(devices, device)?.[0];
	const current = devices.keysOf(device).find(([keyId]) => keyId !== next)?.[1];
	return {
		state: record.revokedAt !== null ? 'revoked' : next ? 'rotating' : 'active',
		createdAt: current?.createdAt ?? (device.isLegacy ? record.claimedAt : null),
		lastUsedAt: device.lastSeenAt,
		fingerprint: current ? fingerprint(current.key) : null,
		firmware: firmware ? { pending: firmware.id, expiresAt: firmware.expiresAt } : null,
	};
}

/** "3F9A 61D2 07BE": part of the key's SHA-256, which reveals nothing of a random key of 256 bits. */
function fingerprint(key: Uint8Array): string {
	const hash = createHash('sha256').update(key).digest().subarray(0, FINGERPRINT_BYTES).toString('hex').toUpperCase();
	return hash.match(/.{4}/g)!.join(' ');
}
