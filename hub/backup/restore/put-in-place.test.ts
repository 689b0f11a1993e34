import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Fs from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { finishRestore, putInPlace } from './put-in-place.ts';

/** How many renames and syncs may still be done before the power is cut. */
const power = vi.hoisted(() => ({ left: Infinity, used: 0 }));
vi.mock('node:fs', async (original) => {
	const fs = await original<typeof Fs>();
	const cut = <Args extends unknown[], Answer>(act: (...args: Args) => Answer) => {
		return (...args: Args): Answer => {
			if (power.left-- <= 0) throw new Error('the power is cut');
			power.used++;
			return act(...args);
		};
	};
	return {
		...fs,
		renameSync: cut(fs.renameSync),
		rmSync: cut(fs.rmSync),
		mkdirSync: cut(fs.mkdirSync),
		fsyncSync: cut(fs.fsyncSync),
	};
});

const NOW = Date.UTC(2026, 10, 29, 12);
const ASIDE = 'before-restore-2026-11-29T12-00-00';
const folders: string[] = [];
afterEach(() => {
	power.left = Infinity;
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A data folder with the files of a hub, and a backup that was checked. */
function prepared(): { data: string; work: string } {
	const data = mkdtempSync(join(tmpdir(), 'mooring-place-'));
	folders.push(data);
	for (const name of ['mooring.db', 'mooring.db-wal', 'key', 'hub-id', 'clean-stop']) write(data, name, 'old');
	write(data, 'virtual-boards/old/flash', 'old');
	const work = join(data, 'work-1-a');
	for (const name of ['mooring.db', 'key', 'hub-id', 'restored']) write(work, `new/${name}`, 'new');
	write(work, 'new/virtual-boards/new/flash', 'new');
	return { data, work };
}

function write(folder: string, name: string, text: string): void {
	mkdirSync(join(folder, name, '..'), { recursive: true });
	writeFileSync(join(folder, name), text);
}

/** Which hub is in the folder, if it is one hub. */
function hubIn(data: string): string {
	const texts = ['mooring.db', 'key', 'hub-id'].map((name) => readFileSync(join(data, name), 'utf8'));
	const [board] = readdirSync(join(data, 'virtual-boards'));
	const log = existsSync(join(data, 'mooring.db-wal')) ? 'old' : 'new';
	return [...new Set([...texts, board, log])].join(' and ');
}

it('puts the new hub in the place of the old one, and keeps that aside', () => {
	const { data, work } = prepared();
	expect(putInPlace(data, work, NOW)).toBe(join(data, ASIDE));
	expect(readdirSync(data).sort()).toEqual([ASIDE, 'hub-id', 'key', 'mooring.db', 'restored', 'virtual-boards']);
	expect(hubIn(data)).toBe('new');
	expect(hubIn(join(data, ASIDE))).toBe('old');
});

it('leaves nothing aside where there was nothing', () => {
	const { data, work } = prepared();
	const empty = mkdtempSync(join(tmpdir(), 'mooring-place-'));
	folders.push(empty);
	cpSync(work, join(empty, 'work-1-a'), { recursive: true });
	expect(putInPlace(empty, join(empty, 'work-1-a'), NOW)).toBeUndefined();
	expect(hubIn(empty)).toBe('new');
	expect(hubIn(data)).toBe('old');
});

it('leaves the old or the new hub wherever the power is cut, and however often', () => {
	const whole = prepared();
	power.used = 0;
	putInPlace(whole.data, whole.work, NOW);
	const steps = power.used;
	expect(steps).toBeGreaterThan(15);
	const found = new Set<string>();
	for (let first = 0; first < steps; first++)
		for (let second = 0; second < steps - first; second += 3) {
			const { data, work } = prepared();
			power.left = first;
			expect(() => putInPlace(data, work, NOW)).toThrow('the power is cut');
			power.left = second;
			try {
				finishRestore(data);
			} catch {
				// cut a second time
			}
			power.left = Infinity;
			finishRestore(data);
			found.add(hubIn(data));
			expect(existsSync(join(data, 'restore-ready'))).toBe(false);
			if (hubIn(data) === 'new') expect(hubIn(join(data, ASIDE))).toBe('old');
		}
	expect([...found].sort()).toEqual(['new', 'old']);
});
