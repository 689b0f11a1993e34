import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { systemRandom } from '../../hub/base/random.ts';
import { openDataFolder } from '../../hub/data-folder.ts';
import { createDevice } from '../../hub/devices/create-device.ts';
import { makeConfigFile } from '../../hub/claims/pending/make-config-file.ts';
import { entities, migrations } from '../../hub/schema.ts';
import { openStore } from '../../hub/store/open-store.ts';
import { openVault } from '../../hub/store/vault.ts';
import { type BoardProcess, type ClaimedKey, startClaimedBoards } from '../harness/boards/board-process.ts';
import { HubProcess } from '../harness/hub-process.ts';
import { planOf, recordOf } from '../harness/records.ts';
import { startBareRelay } from './lib/bare-process.ts';
import { leastResidentBytes } from './lib/memory.ts';
import { report } from './lib/report.ts';
import { median } from './lib/statistics.ts';

/**
 * What an idle board costs the hub, against an idle socket on bare uWebSockets.js: the memory with all of them
 * connected minus the memory at rest, divided by their number. Boards beat at the pace of a house that nobody looks at.
 */
const ROUNDS = 5;
const BOARDS = 5_000;
const PROCESSES = 2;
/** Wait this long after all have connected, so that the garbage of their handshakes is collected. */
const SETTLE_MS = 3_000;
const CONNECT_MS = 60_000;
/** Besides one file descriptor for each board, in the hub and at the other end. */
const SPARE_FILES = 200;

interface CrowdBoard {
	file: Uint8Array;
	claimed: ClaimedKey;
}

function checkOpenFiles(): void {
	const { soft } = (process.report.getReport() as unknown as { userLimits: { open_files: { soft: number | string } } })
		.userLimits.open_files;
	// Node raises the soft limit to the hard one by itself.
	if (typeof soft === 'number' && soft < BOARDS + SPARE_FILES)
		throw new Error(`This bench needs ${BOARDS + SPARE_FILES} open files a process, ${soft} are allowed (ulimit -n).`);
}

/** Fills the data folder with claimed devices, by the hub's own functions. */
async function claim(data: string, count: number): Promise<CrowdBoard[]> {
	const folder = must(openDataFolder(data, systemRandom));
	const vault = must(openVault({ keyFile: folder.keyFile, databaseFile: folder.database, random: systemRandom }));
	const orm = must(await openStore({ file: folder.database, entities, migrations }));
	const plan = planOf({ relays: [{ id: 1, name: 'Lamp', gpio: 0, activeLow: false }] });
	const boards: CrowdBoard[] = [];
	await orm.em.fork().transactional(async (em) => {
		for (let i = 0; i < count; i++) {
			const name = `Board ${i}`;
			const mac = `02${i.toString(16).padStart(10, '0').toUpperCase()}`;
			const keyId = systemRandom.bytes(16);
			const key = systemRandom.bytes(32);
			const record = recordOf({ id: `board-${i}`, name, mac, plan, claimedAt: Date.now() });
			await createDevice(em as SqlEntityManager, vault, record, { keyId: Buffer.from(keyId).toString('hex'), key });
			const registration = { keyId: systemRandom.bytes(16), key: systemRandom.bytes(32) };
			const file = makeConfigFile({ board: 'virtual', name, ...registration, hubId: folder.hubId, hubs: [], plan });
			boards.push({
				file,
				claimed: { mac, keyId: Buffer.from(keyId).toString('base64'), key: Buffer.from(key).toString('base64') },
			});
		}
	});
	await orm.close(true);
	return boards;
}

function must<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
	if (!result.ok) throw new Error(result.error.message);
	return result.value;
}

/** Bytes per board: for its link alone, and with the device's record in memory. */
async function hubRound(hub: HubProcess, restOfEmptyHub: number): Promise<{ link: number; whole: number }> {
	await hub.start();
	const crowd: BoardProcess[] = [];
	try {
		const atRest = await leastResidentBytes(hub.pid, SETTLE_MS);
		const files = openFiles(hub.pid);
		const share = Math.ceil(boards.length / PROCESSES);
		const address = hub.origin.slice('http://'.length);
		for (let i = 0; i < PROCESSES; i++)
			crowd.push(await startClaimedBoards(boards.slice(i * share, (i + 1) * share), address));
		await until(() => openFiles(hub.pid) >= files + boards.length);
		await sleep(SETTLE_MS);
		const connected = await leastResidentBytes(hub.pid, SETTLE_MS);
		if (openFiles(hub.pid) < files + boards.length || hub.output.includes('board refused'))
			throw new Error('Not all boards stayed on the line.');
		return { link: (connected - atRest) / boards.length, whole: (connected - restOfEmptyHub) / boards.length };
	} finally {
		for (const process of crowd) process.stop();
		await hub.stop();
	}
}

async function bareRound(): Promise<number> {
	const bare = await startBareRelay();
	try {
		const atRest = await leastResidentBytes(bare.pid, SETTLE_MS);
		for (let i = 0; i < PROCESSES; i++) await bare.addIdle(BOARDS / PROCESSES);
		return ((await leastResidentBytes(bare.pid, SETTLE_MS)) - atRest) / BOARDS;
	} finally {
		bare.stop();
	}
}

async function restOfEmptyHub(): Promise<number> {
	const hub = new HubProcess();
	try {
		await hub.start();
		return await leastResidentBytes(hub.pid, SETTLE_MS);
	} finally {
		await hub.remove();
	}
}

/** Asked of the kernel, not of the hub: an answer of thousands of devices would itself need memory. */
function openFiles(pid: number): number {
	return readdirSync(`/proc/${pid}/fd`).length;
}

async function until(condition: () => boolean): Promise<void> {
	const tooLate = performance.now() + CONNECT_MS;
	while (!condition()) {
		if (performance.now() > tooLate) throw new Error(`Not all boards were on the line after ${CONNECT_MS / 1_000} s.`);
		await sleep(100);
	}
}

checkOpenFiles();
const hub = new HubProcess();
const boards = await claim(hub.data, BOARDS);
const rounds = { link: [] as number[], whole: [] as number[], bare: [] as number[] };
try {
	for (let round = 0; round < ROUNDS; round++) {
		rounds.bare.push(await bareRound());
		const { link, whole } = await hubRound(hub, await restOfEmptyHub());
		rounds.link.push(link);
		rounds.whole.push(whole);
	}
} finally {
	await hub.remove();
}
const [link, whole, bare] = [median(rounds.link), median(rounds.whole), median(rounds.bare)];
const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;
const row = (what: string, value: number, goal: string) => ({
	what,
	hub: kB(value),
	against: kB(bare),
	ratio: `+ ${kB(value - bare)}`,
	goal,
});
report(
	'memory',
	[row('an idle board: its link', link, '< + 6 kB'), row('the same with its device record', whole, '')],
	{ boards: BOARDS, linkBytes: link, wholeBytes: whole, bareBytes: bare },
);
process.exit(0);
