import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/sqlite';
import { Device } from '../../hub/devices/entities.ts';
import { writeSamples } from '../../hub/devices/readings/samples.ts';
import { entities, migrations } from '../../hub/schema.ts';
import { openStore } from '../../hub/store/open-store.ts';
import { startBoard } from '../harness/boards/board-process.ts';
import { BrowserSession } from '../harness/browser-session.ts';
import { HubProcess } from '../harness/hub-process.ts';
import { report } from './lib/report.ts';

/**
 * What the hub writes to its disk while 50 boards beat, each with a temperature, and nobody touches anything: by the
 * kernel's count (/proc/PID/io, Linux), over WINDOW_MS and extrapolated to an hour. The means of the sensors are made
 * once an hour, and also a minute after the hub's start, here with an hour of samples. SQLite copies its log into the
 * database now and then; that is added as if it happened at the end of each window, which is more often than it does.
 */
const BOARDS = 50;
/** Two rounds of what the hub writes every ten minutes. */
const WINDOW_MS = 20 * 60_000 + 10_000;
const HOUR_MS = 3_600_000;
/**
 * Times after the start: presence is written but no means are made yet; then means are made, and nothing else is due.
 */
const BEFORE_MEANS_MS = 50_000;
const AFTER_MEANS_MS = 80_000;
const ALL_ONLINE_MS = 40_000;
const GOAL_BYTES = 1e6;
/** Sizes in SQLite's log: its head, each frame's head, which begins with the page's number (big-endian), and a page. */
const LOG_HEAD = 32;
const FRAME_HEAD = 24;
const PAGE = 4_096;

const hub = new HubProcess();
const log = join(hub.data, 'mooring.db-wal');
try {
	await hub.start();
	const owner = new BrowserSession(hub.origin);
	await owner.setUp(hub.setUpCode);
	const files: Uint8Array[] = [];
	for (let n = 0; n < BOARDS; n++) {
		const relays = [{ id: 1, name: 'Lamp', gpio: 0, activeLow: false }];
		const { id } = await owner.addVirtualBoard({ name: `Board ${n}`, relays, sensors: [{ id: 1, type: 'virtual' }] });
		files.push(await owner.configFile(id));
	}
	const boards = await startBoard(files);
	try {
		await allOnline(owner);
		await hub.stop();
		await writeAnHour();
		await hub.start();
		const began = performance.now();
		await allOnline(owner);
		await sleep(began + BEFORE_MEANS_MS - performance.now());
		const beforeMeans = written();
		await sleep(began + AFTER_MEANS_MS - performance.now());
		const [atFirst, logAtFirst] = [written(), statSync(log).size];
		await sleep(WINDOW_MS);
		const [atLast, copied] = [written(), pagesSince(logAtFirst) * PAGE];
		const times = HOUR_MS / WINDOW_MS;
		const means = atFirst - beforeMeans;
		tell({ beats: (atLast - atFirst) * times, means, copies: copied * times });
	} finally {
		boards.stop();
	}
} finally {
	await hub.remove();
}
process.exit(0);

function tell({ beats, means, copies }: { beats: number; means: number; copies: number }): void {
	const sum = beats + means + copies;
	const kB = (bytes: number) => `${(bytes / 1_000).toFixed(0)} kB`;
	const row = (what: string, bytes: number, goal = '') => ({ what, hub: kB(bytes), against: '', ratio: '', goal });
	report(
		'idle-writes',
		[
			row(`an hour of ${BOARDS} idle boards`, sum, `< ${kB(GOAL_BYTES)}`),
			row('  what they tell', beats),
			row('  the means of their sensors', means),
			row('  copied from the log into the database, at most', copies),
		],
		{ boards: BOARDS, hourBytes: sum, beatBytes: beats, meanBytes: means, copiedBytes: copies },
	);
}

/** Bytes this process has sent to the disk, by the kernel's count. */
function written(): number {
	const found = /^write_bytes: (\d+)$/m.exec(readFileSync(`/proc/${hub.pid}/io`, 'utf8'));
	if (!found) throw new Error('The kernel does not say what the hub writes.');
	return Number(found[1]);
}

/** How many different pages were added to the log since it had this size. */
function pagesSince(size: number): number {
	const pages = new Set<number>();
	const end = statSync(log).size;
	const file = openSync(log, 'r');
	const head = Buffer.alloc(4);
	for (let frame = Math.max(size, LOG_HEAD); frame + FRAME_HEAD + PAGE <= end; frame += FRAME_HEAD + PAGE) {
		readSync(file, head, 0, head.length, frame);
		pages.add(head.readUInt32BE());
	}
	closeSync(file);
	return pages.size;
}

/** Writes the samples of the whole hour before this one, for which the hub then makes means. */
async function writeAnHour(): Promise<void> {
	const store = await openStore({ file: join(hub.data, 'mooring.db'), entities, migrations });
	if (!store.ok) throw new Error(store.error.message);
	const em = store.value.em.fork() as EntityManager;
	const devices = await em.find(Device, {});
	const begin = (Math.floor(Date.now() / HOUR_MS) - 1) * HOUR_MS;
	for (let minute = 0; minute < 60; minute++)
		await writeSamples(
			em,
			devices.map(({ id }, n) => ({
				deviceId: id,
				sensor: 1,
				unit: 'celsius' as const,
				at: begin + minute * 60_000,
				value: 20 + n / 10,
			})),
		);
	await store.value.close(true);
}

async function allOnline(browser: BrowserSession): Promise<void> {
	const tooLate = performance.now() + ALL_ONLINE_MS;
	for (;;) {
		const { devices } = await browser.call<{ devices: { presence: { state: string } }[] }>('GET', '/devices');
		if (devices.filter(({ presence }) => presence.state === 'online').length === BOARDS) return;
		if (performance.now() > tooLate) throw new Error(`Not all boards are online:\n${hub.output}`);
		await sleep(500);
	}
}
