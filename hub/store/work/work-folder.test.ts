import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../../base/random.ts';
import { makeWorkFolder, removeLeftWorkFolders, removeWorkFolder } from './work-folder.ts';

/** Writes small files into a folder without a pause until it is gone, as SQLite's threads may. */
const WRITER = `
	const { parentPort, workerData } = require('node:worker_threads');
	const { writeFileSync } = require('node:fs');
	let count = 0;
	try {
		for (;;) {
			writeFileSync(workerData + '/' + count++, '');
			if (count === 50) parentPort.postMessage('writes');
		}
	} catch {}
`;

describe('a folder for files that are being written', () => {
	let data: string;
	beforeEach(() => {
		data = mkdtempSync(join(tmpdir(), 'mooring-work-'));
	});
	afterEach(() => rmSync(data, { recursive: true, force: true }));

	it('is removed whole while another thread still writes into it', async () => {
		for (let round = 0; round < 20; round++) {
			const folder = makeWorkFolder(data, systemRandom);
			const writer = new Worker(WRITER, { eval: true, workerData: folder });
			await new Promise((resolve) => writer.once('message', resolve));
			const ended = new Promise((resolve) => writer.once('exit', resolve));
			removeWorkFolder(folder);
			await ended;
			expect(readdirSync(data)).toEqual([]);
		}
	});

	it('may be removed twice, and is removed at a start when its process is gone', () => {
		const folder = makeWorkFolder(data, systemRandom);
		removeLeftWorkFolders(data);
		expect(readdirSync(data)).toEqual([]);
		removeWorkFolder(folder);
		removeWorkFolder(folder);
	});
});
