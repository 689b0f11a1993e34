import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestDevices } from '../../../test/harness/devices.ts';
import { DeviceKey } from '../entities.ts';
import { MAX_REVOKED_KEYS, revokeKeys } from './revoke-keys.ts';

const MORE = 5;

let devices: TestDevices;
beforeEach(async () => void (devices = await TestDevices.open()));
afterEach(() => devices.close());

const keyId = (device: string, n: number) => `${device}${n}`;

it('forgets the oldest revoked keys of a device, in memory and in the database, and none of another', async () => {
	const [pump, gate] = [await devices.add('pump'), await devices.add('gate')];
	for (let n = 0; n < MAX_REVOKED_KEYS + MORE; n++)
		for (const [id, device] of [['p', pump] as const, ...(n < 2 ? [['g', gate] as const] : [])]) {
			const row = { keyId: keyId(id, n), deviceId: device.record.id, createdAt: n, provenAt: 1, revokedAt: null };
			await devices.options.orm.em.fork().insert(DeviceKey, { ...row, sealed: Buffer.of(1) });
			devices.keys.set(row.keyId, { device, key: new Uint8Array(32), createdAt: n, proven: true });
			devices.clock.advance(1);
			await revokeKeys(devices, device, async () => undefined);
		}
	const kept = [
		...Array.from({ length: MAX_REVOKED_KEYS }, (_, n) => keyId('p', n + MORE)),
		...[0, 1].map((n) => keyId('g', n)),
	].sort();
	expect([...devices.revokedKeys.keys()].sort()).toEqual(kept);
	const rows = await devices.options.orm.em.fork().find(DeviceKey, {});
	expect(rows.map((row) => row.keyId).sort()).toEqual(kept);
	expect(rows.every(({ sealed }) => sealed.length === 0)).toBe(true);
});
