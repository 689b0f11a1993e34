import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NightlyWish } from '../../../protocol/dashboard/backup.ts';
import { LITTLE_WORK, PASSPHRASE, hubFolder, restoreInto } from '../../../test/harness/backup/crafted.ts';
import { ANNA } from '../../../test/harness/records.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import { systemRandom } from '../../base/random.ts';
import { type Data, openData } from '../../open-data.ts';
import { WORK_PREFIX } from '../../store/data-files.ts';
import { Backups, type BackupsOptions } from './backups.ts';
import { backupView } from './backup-view.ts';
import { changeNightly } from './change-nightly.ts';
import { downloadBackup } from './download-backup.ts';
import { keepNightly } from './keep-nightly.ts';
import { makeNightly } from './make-nightly.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
const WISH = { nightly: true, passphrase: PASSPHRASE, keepDaily: 7, keepWeekly: 4 };

let data: string;
let opened: Data;
let clock: ManualClock;
let failures: string[];
beforeEach(async () => {
	data = await hubFolder();
	const log = pino({ level: 'silent' });
	const result = await openData(data, systemRandom, log);
	if (!result.ok) throw new Error(result.error.message);
	opened = result.value;
	clock = new ManualClock(Date.UTC(2026, 10, 29, 12));
	failures = [];
});
afterEach(async () => {
	await opened.close();
	rmSync(data, { recursive: true });
});

function backupsWith(change: Partial<BackupsOptions> = {}): Backups {
	const { orm, vault, folder } = opened;
	const backups = new Backups({
		orm,
		clock,
		random: systemRandom,
		log: pino({ level: 'silent' }),
		vault,
		data,
		hubId: folder.hubId,
		version: '0.2.0',
		folder: undefined,
		offsetAt: () => () => HOUR_MS,
		flush: async () => undefined,
		work: LITTLE_WORK,
		...change,
	});
	backups.events.on('BackupFailed', ({ reason }) => failures.push(reason.message));
	return backups;
}

/** A minute goes by, and a backup that it began comes to its end. */
async function minute(backups: Backups): Promise<void> {
	clock.advance(MINUTE_MS);
	await expect.poll(() => backups.running, { interval: 5, timeout: 30_000 }).toBe(false);
}

const files = () => readdirSync(join(data, 'backups')).sort();

it('makes one at once when it is switched on, then one every night at three', async () => {
	const backups = backupsWith();
	const timer = keepNightly(backups);
	await minute(backups);
	expect(readdirSync(data)).not.toContain('backups');
	expect(await changeNightly(backups, WISH, ANNA, true)).toMatchObject({ ok: true });
	await minute(backups);
	expect(files()).toEqual([expect.stringContaining('2026-11-29T12-02-00Z.age')]);
	expect(backupView(backups)).toMatchObject({
		last: { kind: 'nightly' },
		failure: null,
		nightly: { on: true, files: 1, nextAt: Date.UTC(2026, 10, 30, 2) },
	});
	clock.advance(Date.UTC(2026, 10, 30, 1, 58) - clock.now());
	await minute(backups);
	expect(files()).toHaveLength(1);
	await minute(backups);
	expect(files()).toHaveLength(2);
	timer.cancel();
});

it('makes up for the nights while the hub did not run, with one', async () => {
	const before = backupsWith();
	await changeNightly(before, WISH, ANNA, true);
	expect(await makeNightly(before, null)).toMatchObject({ ok: true });
	clock.advance(3 * DAY_MS);
	const backups = backupsWith();
	await backups.load();
	const timer = keepNightly(backups);
	await minute(backups);
	await minute(backups);
	expect(files()).toHaveLength(2);
	timer.cancel();
});

it('makes one that its passphrase opens, though only sealed it is stored', async () => {
	const backups = backupsWith();
	await changeNightly(backups, WISH, ANNA, true);
	expect(await makeNightly(backups, null)).toMatchObject({ ok: true });
	const read = await restoreInto(data, readFileSync(join(data, 'backups', files()[0]!)));
	expect(read).toMatchObject({ ok: true });
	if (read.ok) read.value.discard();
	expect(JSON.stringify(backups.nightly)).not.toContain(PASSPHRASE);
	expect(await changeNightly(backups, { nightly: false, keepDaily: 3, keepWeekly: 0 }, ANNA, true)).toMatchObject({
		ok: true,
	});
	expect(backupView(backups).nightly).toMatchObject({ on: false, hasPassphrase: true, keepDaily: 3, nextAt: null });
});

it('is not switched on without a passphrase', async () => {
	const backups = backupsWith();
	const { passphrase: _, ...without } = WISH;
	expect(await changeNightly(backups, without, ANNA)).toMatchObject({
		ok: false,
		error: { kind: 'passphrase-needed', field: 'passphrase' },
	});
	expect(backupView(backups).nightly.on).toBe(false);
});

it('two changes at once are both kept, and fewer files than the other one keeps take a proof', async () => {
	const backups = backupsWith();
	const changed = (...wishes: NightlyWish[]) => Promise.all(wishes.map((wish) => changeNightly(backups, wish, ANNA)));
	expect(await changed({ keepDaily: 14 }, { keepWeekly: 8 })).toMatchObject([{ ok: true }, { ok: true }]);
	expect(backups.nightly).toMatchObject({ keepDaily: 14, keepWeekly: 8 });
	const refused = { ok: false, error: { kind: 'password-needed', field: 'current' } };
	expect(await changed({ keepDaily: 30 }, { keepDaily: 20 })).toMatchObject([{ ok: true }, refused]);
	const kept = backupsWith();
	await kept.load();
	for (const { nightly } of [backups, kept]) expect(nightly).toMatchObject({ keepDaily: 30, keepWeekly: 8 });
	expect(await changeNightly(backups, { keepDaily: 20 }, ANNA, true)).toMatchObject({ ok: true });
});

it('tells why one failed, deletes nothing, and tries again the next night', async () => {
	const folder = join(data, 'not-mounted');
	const backups = backupsWith({ folder });
	await changeNightly(backups, WISH, ANNA, true);
	const timer = keepNightly(backups);
	await minute(backups);
	await minute(backups);
	expect(failures).toEqual([`There is no folder ${folder} to write the backup into.`]);
	expect(backupView(backups).failure).toMatchObject({
		message: failures[0],
		fault: 'no-backup-folder',
		params: { folder },
	});
	mkdirSync(folder);
	writeFileSync(join(folder, 'other.txt'), '');
	clock.advance(DAY_MS);
	await minute(backups);
	expect(readdirSync(folder)).toHaveLength(2);
	expect(backupView(backups).failure).toBeNull();
	timer.cancel();
});

it('makes one at a time', async () => {
	const backups = backupsWith();
	await changeNightly(backups, WISH, ANNA, true);
	const [first, second] = await Promise.all([makeNightly(backups, null), makeNightly(backups, null)]);
	expect(first).toMatchObject({ ok: true });
	expect(second).toMatchObject({ ok: false, error: { kind: 'backup-running' } });
	expect(files()).toHaveLength(1);
});

it('tells who made one by hand, and who changed what about them', async () => {
	const backups = backupsWith();
	const facts: unknown[] = [];
	for (const fact of ['BackupMade', 'BackupFailed', 'NightlyChanged'] as const)
		backups.events.on(fact, (told) => void facts.push([fact, told]));
	await makeNightly(backups, ANNA);
	await changeNightly(backups, WISH, ANNA, true);
	await makeNightly(backups, ANNA);
	const off = { nightly: false, keepDaily: 7, keepWeekly: 4 };
	await changeNightly(backups, off, ANNA, true);
	await changeNightly(backups, off, ANNA, true);
	expect(facts).toMatchObject([
		['BackupFailed', { by: ANNA }],
		['NightlyChanged', { on: true, newPassphrase: true, by: ANNA }],
		['BackupMade', { by: ANNA }],
		['NightlyChanged', { on: false, newPassphrase: false, by: ANNA }],
	]);
	expect(facts).toHaveLength(4);
});

it('downloads that browsers do not take block each other, and not those of the night', async () => {
	const backups = backupsWith();
	await changeNightly(backups, WISH, ANNA, true);
	const download = () => downloadBackup(backups, { passphrase: PASSPHRASE, images: false }, ANNA);
	const [first, second] = [await download(), await download()];
	expect(await download()).toMatchObject({ ok: false, error: { kind: 'backup-running' } });
	expect(await makeNightly(backups, null)).toMatchObject({ ok: true });
	if (first.ok) first.value.discard();
	const third = await download();
	for (const each of [second, third]) {
		expect(each.ok).toBe(true);
		if (each.ok) each.value.discard();
	}
	expect(readdirSync(data).filter((name) => name.startsWith(WORK_PREFIX))).toEqual([]);
});

it('a second one within one second is no failure', async () => {
	const backups = backupsWith();
	await changeNightly(backups, WISH, ANNA, true);
	for (let n = 0; n < 3; n++) expect(await makeNightly(backups, ANNA)).toMatchObject({ ok: true });
	expect(failures).toEqual([]);
	expect(backupView(backups).failure).toBeNull();
});
