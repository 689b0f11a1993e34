import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import type * as Fs from 'node:fs';
import type * as FsPromises from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LITTLE_WORK, NOW, PASSPHRASE, hubFolder, restoreInto } from '../../../test/harness/backup/crafted.ts';
import { systemRandom } from '../../base/random.ts';
import { bytesToGather } from './gather-files.ts';
import { writeBackupFile } from './write-backup-file.ts';

const SPARE_BYTES = 32 * 1_048_576;

/** The disks: how much is free on the one of each folder, and whether a folder can be synced. */
const disk = vi.hoisted(() => ({
	free: new Map<string, number>(),
	devices: new Map<string, number>(),
	block: 512,
	syncs: true,
}));
vi.mock('node:fs', async (original) => {
	const fs = await original<typeof Fs>();
	return {
		...fs,
		statfsSync(path: string) {
			const free = disk.free.get(path);
			return free === undefined ? fs.statfsSync(path) : { bavail: Math.floor(free / disk.block), bsize: disk.block };
		},
		statSync(...asked: Parameters<typeof fs.statSync>) {
			const found = fs.statSync(...asked);
			const dev = disk.devices.get(String(asked[0]));
			return found && dev !== undefined ? Object.assign(found, { dev }) : found;
		},
	};
});
vi.mock('node:fs/promises', async (original) => {
	const fs = await original<typeof FsPromises>();
	return {
		...fs,
		async open(...asked: Parameters<typeof fs.open>) {
			const file = await fs.open(...asked);
			if (asked.length === 1 && !disk.syncs)
				file.sync = () =>
					Promise.reject(Object.assign(new Error('EINVAL: invalid argument, fsync'), { code: 'EINVAL' }));
			return file;
		},
	};
});

let data: string;
let folder: string;
beforeEach(async () => {
	data = await hubFolder();
	folder = mkdtempSync(join(tmpdir(), 'mooring-file-'));
});
afterEach(() => {
	disk.free.clear();
	disk.devices.clear();
	disk.syncs = true;
	for (const made of [data, folder]) rmSync(made, { recursive: true });
});

const hubId = () => Buffer.from(readFileSync(join(data, 'hub-id'), 'utf8').trim(), 'hex');
const options = () => ({ data, hubId: hubId(), version: '0.2.0', passphrase: PASSPHRASE, withImages: false, now: NOW });
const write = () => writeBackupFile(join(folder, 'hub.age'), { ...options(), random: systemRandom, work: LITTLE_WORK });

it('needs room for the copy and the file where both are on one disk', async () => {
	const bytes = bytesToGather(data, false);
	disk.free.set(data, SPARE_BYTES + 2 * bytes - disk.block);
	expect(await write()).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
	expect(readdirSync(folder)).toEqual([]);
	disk.free.set(data, SPARE_BYTES + 2 * bytes + disk.block);
	expect(await write()).toMatchObject({ ok: true });
});

it('needs room for each where they are on two', async () => {
	const bytes = bytesToGather(data, false);
	disk.devices.set(data, 1).set(folder, 2);
	disk.free.set(data, SPARE_BYTES + bytes + disk.block).set(folder, SPARE_BYTES + bytes - disk.block);
	expect(await write()).toMatchObject({ ok: false, error: { kind: 'disk-full' } });
	disk.free.set(folder, SPARE_BYTES + bytes + disk.block);
	expect(await write()).toMatchObject({ ok: true });
});

it('is written although its folder cannot be synced, as on some network disks', async () => {
	disk.syncs = false;
	expect(await write()).toMatchObject({ ok: true, value: { unsynced: { code: 'EINVAL' } } });
	expect(readdirSync(folder)).toEqual(['hub.age']);
	const read = await restoreInto(data, readFileSync(join(folder, 'hub.age')));
	expect(read).toMatchObject({ ok: true });
	if (read.ok) read.value.discard();
});
