import { endedStart } from '../../harness/ended-start.ts';
import { HubProcess } from '../../harness/hub-process.ts';
import { FaultHouse } from '../house/fault-house.ts';
import { LoopDisk } from '../machine/loop-disk.ts';
import type { Kind } from '../run/kind.ts';

const FAULT = 'disk fails and becomes read-only under a running hub';
const START = 'hub started on a read-only disk';
const DISK_MB = 64;
const BOARDS = 2;
const ANSWERS = { least: 5, most: 30 };
const INSUFFICIENT_STORAGE = 507;

export const diskReadOnly: Kind = {
	name: 'disk-read-only',
	what: 'the disk of the data folder becomes read-only under the running hub, as ext4 does after an error',
	missing: () => LoopDisk.missing(),
	async run(run) {
		const hub = new HubProcess();
		const disk = LoopDisk.mount(hub.data, DISK_MB);
		let house: FaultHouse | undefined;
		try {
			house = await FaultHouse.start(run, { boards: BOARDS, hub });
			while (!run.isOver) {
				const { writer, ledger } = house;
				const refused = ledger.refused;
				writer.refusals = [INSUFFICIENT_STORAGE];
				await house.writeDuring(async () => {
					await house!.answers(run.dice.between(ANSWERS.least, ANSWERS.most));
					disk.fail();
					writer.doubtsBegunBefore = performance.now();
					run.inject(FAULT);
					await house!.allSwitch(FAULT);
					await house!.answers(run.dice.between(ANSWERS.least, ANSWERS.most));
					await house!.allSwitch(FAULT);
				});
				if (ledger.refused === refused) throw new Error(`after ${FAULT}: no change was refused`);
				writer.refusals = [];
				await hub.kill();
				disk.unmount();
				disk.repair();
				disk.mountAgain('ro');
				await refusesToStart(hub.data);
				run.inject(START);
				disk.unmount();
				disk.mountAgain();
				await hub.start();
				await house.follows(FAULT);
				await house.compare(FAULT);
			}
			await house.end(FAULT, /disk|SQLITE|EROFS|EIO|I\/O error|readonly|read-only/);
		} finally {
			await hub.kill();
			disk.remove();
			if (house) await house.remove();
			else await hub.remove();
		}
	},
};

async function refusesToStart(data: string): Promise<void> {
	const { code, sentence } = await endedStart({ MOORING_DATA: data });
	if (!code || !/^\S[^\n]*read-only[^\n]*\.\n$/.test(sentence))
		throw new Error(`a start on a read-only disk ended with ${code}: ${sentence}`);
}
