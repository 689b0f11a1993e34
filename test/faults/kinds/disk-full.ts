import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HubProcess } from '../../harness/hub-process.ts';
import { SmallDisk } from '../../harness/small-disk.ts';
import { endedStart } from '../../harness/ended-start.ts';
import { FaultHouse } from '../house/fault-house.ts';
import type { Kind } from '../run/kind.ts';
import { until } from '../world.ts';

const FAULT = 'disk full';
const KILLED = 'hub killed on a full disk, and started there';
const DISK_MB = 24;
const BOARDS = 2;
const ANSWERS = { least: 5, most: 30 };
const KILLED_TOO = 0.3;
const INSUFFICIENT_STORAGE = 507;
/** until the room in the files themselves is used up */
const REFUSED_MS = 60_000;

export const diskFull: Kind = {
	name: 'disk-full',
	what: 'the disk of the data folder fills up to the last byte: refusals in words, relays switch',
	missing() {
		const folder = mkdtempSync(join(tmpdir(), 'mooring-disk-probe-'));
		const disk = SmallDisk.mount(folder, 1);
		disk?.unmount();
		rmSync(folder, { recursive: true, force: true });
		return disk ? undefined : 'only root, or root in a namespace of its own, can mount a small disk';
	},
	async run(run) {
		const hub = new HubProcess();
		const disk = SmallDisk.mount(hub.data, DISK_MB)!;
		let house: FaultHouse | undefined;
		try {
			house = await FaultHouse.start(run, { boards: BOARDS, hub });
			while (!run.isOver) {
				const { writer, ledger } = house;
				const kills = run.dice.chance() < KILLED_TOO;
				const refused = ledger.refused;
				writer.refusals = [INSUFFICIENT_STORAGE];
				await house.writeDuring(async () => {
					await house!.answers(run.dice.between(ANSWERS.least, ANSWERS.most));
					disk.fill();
					run.inject(FAULT);
					await house!.allSwitch(FAULT);
					await house!.answers(run.dice.between(ANSWERS.least, ANSWERS.most));
					await house!.allSwitch(FAULT);
					if (kills) return await hub.kill();
					// The write-ahead log keeps its size when it is emptied: there may be room in it for many changes.
					await until(
						() => ledger.refused > refused,
						REFUSED_MS,
						() => `after ${FAULT}: no change was refused`,
					);
				});
				if (kills) await startOnFullDisk(hub);
				else await house.compare(FAULT); // nothing that was refused is there
				disk.empty();
				writer.refusals = [];
				if (kills) {
					run.inject(KILLED);
					await hub.kill();
					await hub.start();
					await house.follows(KILLED);
				}
				await house.compare(kills ? KILLED : FAULT);
			}
			await house.end(FAULT, /disk|SQLITE_FULL|ENOSPC/);
		} finally {
			await hub.kill();
			disk.unmount();
			if (house) await house.remove();
			else await hub.remove();
		}
	},
};

/** It says in words that it cannot, and ends; or it runs. */
async function startOnFullDisk(hub: HubProcess): Promise<void> {
	const { code, sentence } = await endedStart({ MOORING_DATA: hub.data, MOORING_PORT: '0' }, [
		'timeout',
		'--signal=KILL',
		'3',
	]);
	const wasRunning = code === null || code === TIMEOUT_CODE;
	if (!wasRunning && (code === 0 || !/^\S[^\n]*\.\n$/.test(sentence)))
		throw new Error(`a start on a full disk ended with ${code}: ${sentence}`);
}

/** Of timeout(1) when it had to kill. */
const TIMEOUT_CODE = 137;
