import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Events } from '../../base/events.ts';
import type { BackupFacts, Backups } from '../nightly/backups.ts';
import { tellRestored } from './tell-restored.ts';

const MADE_AT = Date.UTC(2026, 10, 29, 12);

let data: string;
let logged: string;
let told: unknown[];
let backups: Backups;
beforeEach(() => {
	data = mkdtempSync(join(tmpdir(), 'mooring-restored-'));
	[logged, told] = ['', []];
	const log = pino({}, { write: (line: string) => void (logged += line) });
	const events = new Events<BackupFacts>();
	events.on('Restored', (fact) => void told.push(fact));
	backups = { options: { data, log }, events } as unknown as Backups;
});
afterEach(() => rmSync(data, { recursive: true }));

const mark = () => join(data, 'restored');

it('tells once where a restored hub comes from, and keeps the mark until that is recorded', async () => {
	writeFileSync(mark(), JSON.stringify({ madeAt: MADE_AT, version: '0.2.0' }));
	await expect(tellRestored(backups, () => Promise.reject(new Error('the disk is full')))).rejects.toThrow('full');
	expect(existsSync(mark())).toBe(true);
	await tellRestored(backups, async () => undefined);
	await tellRestored(backups, async () => undefined);
	const fact = { madeAt: MADE_AT, version: '0.2.0' };
	expect(told).toEqual([fact, fact]);
	expect(logged).toContain('restored from a backup of 2026-11-29T12:00:00.000Z');
	expect(existsSync(mark())).toBe(false);
});

it.each(['', '{', '[]', '{"madeAt":"yesterday","version":"1"}', '{"madeAt":1e300,"version":"1"}', '{"madeAt":5}'])(
	'starts with the damaged mark %j',
	async (text) => {
		writeFileSync(mark(), text);
		await tellRestored(backups, async () => undefined);
		expect([told, logged]).toEqual([[], '']);
	},
);
