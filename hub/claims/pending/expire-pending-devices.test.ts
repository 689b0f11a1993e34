import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { TestDevices } from '../../../test/harness/devices.ts';
import { planOf } from '../../../test/harness/records.ts';
import { Claims, type ClaimsOptions } from '../claims.ts';
import { Registration } from '../entities.ts';
import { EXPIRED_CLAIMABLE_MS, SWEEP_MS } from '../limits.ts';
import { expirePendingDevices } from './expire-pending-devices.ts';

let devices: TestDevices;
afterEach(() => devices.close());

it('the card of an expired device goes, and its virtual board stops; one that cannot be written at first holds up no other', async () => {
	devices = await TestDevices.open();
	const stopped: string[] = [];
	const removed: string[] = [];
	let failures = 0;
	const player = { remove: async (id: string) => void stopped.push(id) };
	const log = pino({}, { write: () => void failures++ });
	const claims = new Claims({ ...devices.options, log, devices, player } as unknown as ClaimsOptions);
	claims.events.on('PendingRemoved', ({ id }) => removed.push(id));
	const expired = {
		id: 'r',
		keyId: '11'.repeat(16),
		sealedKey: Buffer.alloc(1),
		sealedWifi: null,
		ownerId: 'anna',
		name: 'Boiler',
		board: 'virtual',
		plan: planOf({}),
		createdAt: 0,
		expiresAt: devices.clock.now() - EXPIRED_CLAIMABLE_MS,
		usedByMac: null,
		deviceId: null,
		forDeviceId: null,
	};
	const sql = (text: string) => devices.options.orm.em.fork().execute(text);
	for (const registration of [expired, { ...expired, id: 's', keyId: '22'.repeat(16) }]) {
		await devices.options.orm.em.fork().insert(Registration, registration);
		claims.keep(registration);
	}
	await sql(
		`CREATE TRIGGER full BEFORE UPDATE ON registration WHEN OLD.id = 'r' BEGIN SELECT RAISE(ABORT, 'full'); END`,
	);
	const expiring = expirePendingDevices(claims);
	devices.clock.advance(SWEEP_MS);
	await expect.poll(() => failures, { interval: 5 }).toBe(1);
	expect([removed, stopped]).toEqual([['s'], ['s']]);
	await sql('DROP TRIGGER full');
	devices.clock.advance(SWEEP_MS);
	await expect
		.poll(() => [removed, stopped], { interval: 5 })
		.toEqual([
			['s', 'r'],
			['s', 'r'],
		]);
	expiring.cancel();
});
