import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../base/manual-clock.ts';
import { systemRandom } from '../../base/random.ts';
import { KEPT_MS, Restores } from './restores.ts';
import { takeUpload } from './take-upload.ts';

let data: string;
let clock: ManualClock;
let restores: Restores;

beforeEach(() => {
	data = mkdtempSync(join(tmpdir(), 'mooring-restores-'));
	clock = new ManualClock();
	restores = new Restores({
		clock,
		random: systemRandom,
		log: pino({ level: 'silent' }),
		data,
		version: '1.0.0',
		schema: { entities: [], migrations: [] },
		ownership: { exists: async () => false, isProvedBy: () => true, close: async () => true },
		replaceBy: () => undefined,
	});
});
afterEach(() => rmSync(data, { recursive: true }));

async function* pieces(...lengths: number[]): AsyncGenerator<Uint8Array> {
	for (const length of lengths) yield new Uint8Array(length);
}

describe('an upload', () => {
	it('is known by its handle alone, and given up for a newer one', () => {
		const first = restores.open(10);
		expect(restores.of(first.handle)).toBe(first);
		for (const wrong of ['', 'x', first.handle.slice(1), `${first.handle}x`])
			expect(restores.of(wrong)).toBeUndefined();
		const second = restores.open(10);
		expect(restores.of(first.handle)).toBeUndefined();
		expect(readdirSync(data)).toHaveLength(1);
		expect(existsSync(second.folder)).toBe(true);
		restores.discard();
		expect([restores.of(second.handle), readdirSync(data)]).toEqual([undefined, []]);
	});

	it('is removed when nothing more is heard of it, but not while it is read', async () => {
		const upload = restores.open(10);
		clock.advance(KEPT_MS - 1);
		expect(await takeUpload(restores, upload, pieces(4, 6))).toEqual({ ok: true, value: undefined });
		clock.advance(KEPT_MS - 1);
		upload.stage = 'reading';
		clock.advance(KEPT_MS);
		expect(restores.of(upload.handle)).toBe(upload);
		upload.stage = 'uploaded';
		clock.advance(KEPT_MS);
		expect(restores.of(upload.handle)).toBeUndefined();
		expect(readdirSync(data)).toEqual([]);
	});

	it.each([[[4]], [[4, 7]], [[]]])('of 10 bytes does not count if %j come, and may be sent again', async (lengths) => {
		const upload = restores.open(10);
		expect(await takeUpload(restores, upload, pieces(...lengths))).toMatchObject({ error: { kind: 'upload-cut' } });
		expect(readdirSync(upload.folder)).toEqual([]);
		expect(await takeUpload(restores, upload, pieces(10))).toMatchObject({ ok: true });
	});

	it('that is given up meanwhile writes no more', async () => {
		const upload = restores.open(10);
		async function* slow(): AsyncGenerator<Uint8Array> {
			yield new Uint8Array(4);
			restores.open(10);
			yield new Uint8Array(6);
		}
		expect(await takeUpload(restores, upload, slow())).toMatchObject({ error: { kind: 'restore-over' } });
		expect(existsSync(upload.folder)).toBe(false);
	});
});
