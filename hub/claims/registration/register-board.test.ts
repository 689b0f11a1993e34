import { create } from '@bufbuild/protobuf';
import type { EntityManager } from '@mikro-orm/sqlite';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestDevices } from '../../../test/harness/devices.ts';
import { ANNA, planOf } from '../../../test/harness/records.ts';
import { type FromHub, HelloSchema } from '../../../protocol/device_pb.ts';
import { User } from '../../accounts/entities.ts';
import { systemRandom } from '../../base/random.ts';
import { Device } from '../../devices/entities.ts';
import { deviceCode } from '../../../protocol/mac.ts';
import { boundHello } from '../../link/board-message.ts';
import { Vault } from '../../store/vault.ts';
import { claimConflict } from '../claim-conflict.ts';
import { Claims, type ClaimsOptions, type Player } from '../claims.ts';
import { commitClaim } from '../commit-claim.ts';
import { type RegistrationRecord, Registration } from '../entities.ts';
import { handOver } from '../hand-over.ts';
import { CONFLICT_KEPT_MS } from '../limits.ts';
import { deletePendingDevice } from '../pending/delete-pending-device.ts';
import { renewPendingDevice } from '../pending/renew-pending-device.ts';
import { onBoardLeft } from './on-board-left.ts';
import { registerBoard } from './register-board.ts';
import type { RegisteringBoard } from './registering-board.ts';

const MAC = '02AABBCCDDEE';

let devices: TestDevices;
let claims: Claims;
let sent: FromHub['message'][];

beforeEach(async () => {
	sent = [];
	devices = await TestDevices.open();
	devices.options.vault = new Vault(new Uint8Array(32), systemRandom);
	const player: Partial<Player> = { remove: async () => undefined, handOver: async () => false };
	const options = { ...devices.options, log: pino({ level: 'silent' }), devices, player };
	claims = new Claims(options as Partial<ClaimsOptions> as ClaimsOptions);
});
afterEach(() => devices.close());

/** A pending device, or one whose key another board has used already. */
async function registered(usedByMac: string | null = null): Promise<RegistrationRecord> {
	const made = {
		id: 'r',
		keyId: '11'.repeat(16),
		sealedKey: Buffer.alloc(1),
		sealedWifi: null,
		ownerId: 'anna',
		name: 'Boiler',
		board: 'virtual',
		plan: planOf({}),
		createdAt: devices.clock.now(),
		expiresAt: devices.clock.now() + 3_600_000,
		usedByMac,
		deviceId: usedByMac && 'first',
		forDeviceId: null,
	};
	await devices.options.orm.em.fork().insert(Registration, made);
	claims.keep(made);
	return made;
}

function registers(registration: RegistrationRecord): ReturnType<typeof registerBoard> {
	const mac = Buffer.from(MAC, 'hex');
	const hello = boundHello(create(HelloSchema, { deviceId: deviceCode(MAC), mac, bootId: 1n, bootCount: 1 }))!;
	return registerBoard(claims, registration, hello, {
		address: '192.0.2.1',
		welcomedAt: 0,
		framesHeard: 0,
		send: (message) => void sent.push(message),
		close: () => undefined,
	});
}

describe.each([
	['deleted', deletePendingDevice],
	['renewed', renewPendingDevice],
])('a key that is %s during the handshake of its board', (_, change) => {
	it('brings back no card, and the board is sent nothing', async () => {
		const registering = registers(await registered());
		const changing = change(claims, 'r', ANNA);
		expect(await registering).toMatchObject({ ok: false, error: { kind: 'unknown' } });
		expect((await changing).ok).toBe(true);
		expect([claims.conflicts.size, sent]).toEqual([0, []]);
	});
});

it('a board whose person is removed while it stores its key becomes the device of whoever takes over', async () => {
	const { orm } = devices.options;
	const person = { passwordHash: '', role: 'owner', createdAt: 0 } as const;
	for (const name of ['anna', 'carla']) await orm.em.fork().insert(User, { ...person, id: name, name, folded: name });
	const registering = await registers(await registered());
	if (!registering.ok) throw new Error(registering.error.message);
	const offer = sent.find((message) => message.case === 'provision')!;
	const handedOver = await orm.em.fork().transactional(async (em) => {
		await em.nativeDelete(User, { id: 'anna' });
		return handOver(claims, em as EntityManager, 'anna', 'carla', 'keep');
	});
	await handedOver.committed(ANNA);
	await commitClaim(claims, registering.value, offer.value.keyId);
	expect(devices.byId.get('r')?.record.ownerId).toBe('carla');
	expect(await orm.em.fork().find(Device, {})).toMatchObject([{ id: 'r', ownerId: 'carla' }]);
});

it.each([
	['a guest now', 'guest', 'owner-may-not'],
	['a member', 'member', undefined],
] as const)(
	'a board whose config file is of %s waits for a person where that may not add devices',
	async (_, role, reason) => {
		const anna = { id: 'anna', name: 'anna', folded: 'anna', passwordHash: '', role, createdAt: 0 };
		await devices.options.orm.em.fork().insert(User, anna);
		expect(await registers(await registered())).toMatchObject({ ok: true });
		expect([...claims.conflicts.values()].map((conflict) => conflict.reason)).toEqual(reason ? [reason] : []);
		expect(sent.map((message) => message.case)).toEqual(reason ? [] : ['provision']);
	},
);

it('a board with the config file of somebody who was removed waits for whoever keeps their pending devices', async () => {
	const { orm } = devices.options;
	const carla = { id: 'carla', name: 'carla', folded: 'carla', passwordHash: '', role: 'owner', createdAt: 0 } as const;
	await orm.em.fork().insert(User, carla);
	const registration = await registered();
	const done = await orm.em
		.fork()
		.transactional((em) => handOver(claims, em as EntityManager, 'anna', 'carla', 'keep'));
	await done.committed(ANNA);
	expect(await registers(registration)).toMatchObject({ ok: true });
	expect([...claims.conflicts.values()]).toMatchObject([{ reason: 'expired' }]);
	expect(sent).toEqual([]);
	expect(await renewPendingDevice(claims, 'r', ANNA)).toMatchObject({ ok: true, value: { ownerId: 'carla' } });
});

describe('a board that loses its link while a person’s claim of it is written', () => {
	let board: RegisteringBoard;
	let claiming: ReturnType<typeof claimConflict>;

	/** A second board with a used key, which a person has claimed and which has stored its new key. */
	async function stored(): Promise<void> {
		const registering = await registers(await registered('02FFFFFFFFFF'));
		if (!registering.ok) throw new Error(registering.error.message);
		board = registering.value;
		claiming = claimConflict(claims, `r.${MAC}`, { ownerId: 'anna', by: ANNA });
		const offer = sent.find((message) => message.case === 'provision')!;
		const committing = commitClaim(claims, board, offer.value.keyId);
		onBoardLeft(claims, board);
		await committing;
	}

	it('is claimed all the same, and its card goes at once', async () => {
		await stored();
		expect(await claiming).toMatchObject({ ok: true, value: { record: { mac: MAC } } });
		expect(claims.conflicts.size).toBe(0);
	});

	it('keeps its card for a while if the claim cannot be written', async () => {
		await devices.options.orm.em
			.fork()
			.execute(`CREATE TRIGGER full BEFORE INSERT ON device BEGIN SELECT RAISE(ABORT, 'full'); END`);
		await stored();
		expect((await claiming).ok).toBe(false);
		expect([...claims.conflicts.values()]).toMatchObject([{ board: null }]);
		devices.clock.advance(CONFLICT_KEPT_MS);
		expect(claims.conflicts.size).toBe(0);
	});
});
