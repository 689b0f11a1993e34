import { beforeEach, describe, expect, it } from 'vitest';
import { planOf } from '../../test/harness/records.ts';
import { ManualClock } from '../base/manual-clock.ts';
import { Claims, type ClaimsOptions, type Player } from './claims.ts';
import type { RegistrationRecord } from './entities.ts';
import { MAX_PLAYED } from './limits.ts';
import { playVirtualBoard } from './play-virtual-board.ts';

const ASKED = MAX_PLAYED + 50;

let claims: Claims;
let playing: Set<string>;

beforeEach(() => {
	playing = new Set();
	const player: Player = {
		get size() {
			return playing.size;
		},
		has: (id) => playing.has(id),
		async start(id) {
			await Promise.resolve(); // its folder is made first
			playing.add(id);
		},
		remove: async (id) => void playing.delete(id),
		handOver: async () => false,
	};
	const options = {
		player,
		clock: new ManualClock(),
		vault: { open: () => Buffer.alloc(32) },
		hubId: new Uint8Array(16),
		addresses: () => [{ host: '127.0.0.1', port: 1 }],
		devices: { options: { place: () => ({ latitude: null, longitude: null, timeZone: 'UTC0' }) } },
	} as Partial<Record<keyof ClaimsOptions, unknown>>;
	claims = new Claims(options as unknown as ClaimsOptions);
	for (let n = 0; n < ASKED; n++) pending(`p${n}`);
});

function pending(id: string, forDeviceId: string | null = null): void {
	claims.keep({
		id,
		keyId: Buffer.alloc(16, id).toString('hex'),
		sealedKey: Buffer.alloc(1),
		sealedWifi: null,
		ownerId: 'anna',
		name: id,
		board: 'virtual',
		plan: planOf({}),
		createdAt: 0,
		expiresAt: Infinity,
		usedByMac: null,
		deviceId: null,
		forDeviceId,
	} satisfies RegistrationRecord);
}

const play = (id: string) => playVirtualBoard(claims, id);
const refusal = {
	ok: false,
	error: {
		kind: 'too-many-played',
		message: expect.stringContaining(`simulates ${MAX_PLAYED} virtual boards already`) as unknown,
	},
};

describe('the limit of virtual boards that the hub plays', () => {
	it('holds for boards that are started one after another, and the refusal says what to do', async () => {
		for (let n = 0; n < MAX_PLAYED; n++) expect(await play(`p${n}`)).toMatchObject({ ok: true });
		expect(await play(`p${MAX_PLAYED}`)).toMatchObject(refusal);
		expect(playing.size).toBe(MAX_PLAYED);
		await claims.options.player.remove('p0');
		expect(await play(`p${MAX_PLAYED}`)).toMatchObject({ ok: true });
	});

	it('holds for boards that are all started at once', async () => {
		const answers = await Promise.all(Array.from({ length: ASKED }, (_, n) => play(`p${n}`)));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(MAX_PLAYED);
		expect(answers.at(-1)).toMatchObject(refusal);
		expect(playing.size).toBe(MAX_PLAYED);
	});

	it('does not stop boards from before the limit, which can also get new firmware', async () => {
		for (let n = 0; n < ASKED; n++) playing.add(`d${n}`);
		pending('new firmware', 'd0');
		expect(await play('new firmware')).toMatchObject({ ok: true });
		expect(await play('p0')).toMatchObject(refusal);
		expect(playing.size).toBe(ASKED);
	});
});
