import { HubProcess } from '../../harness/hub-process.ts';
import { LoopDisk } from '../machine/loop-disk.ts';
import { checkIntegrity } from '../house/check-hub.ts';
import { FaultHouse } from '../house/fault-house.ts';
import type { Kind } from '../run/kind.ts';
import { pause } from '../world.ts';

const FAULT = "power of the hub's machine lost (its disk keeps only what was synced)";
const DISK_MB = 64;
const BOARDS = 2;
const ANSWERS = { least: 0, most: 60 };
/** How long the hub runs on a disk that is gone, before it is gone itself. */
const AFTER_MS = 50;
/** What a hub answers while its disk is gone. */
const STORAGE = [500, 503, 507];

export const machineOff: Kind = {
	name: 'machine-off',
	what: 'the machine loses its power: what the file system has not synced is gone',
	missing: () => LoopDisk.missing(),
	async run(run) {
		const hub = new HubProcess();
		const disk = LoopDisk.mount(hub.data, DISK_MB);
		let house: FaultHouse | undefined;
		try {
			house = await FaultHouse.start(run, { boards: BOARDS, hub });
			house.writer.doubtsRefusals = true;
			while (!run.isOver) {
				const answers = run.dice.between(ANSWERS.least, ANSWERS.most);
				house.writer.refusals = STORAGE;
				await house.writeDuring(async () => {
					await house!.answers(answers);
					disk.losePower();
					run.inject(FAULT);
					await pause(run.dice.between(0, AFTER_MS));
					await hub.kill();
				});
				house.writer.refusals = [];
				disk.unmount();
				disk.mountAgain();
				await hub.start();
				await house.follows(FAULT);
				await house.compare(FAULT);
				await checkIntegrity(hub.data, FAULT);
			}
			await house.end(FAULT, /disk|SQLITE|EIO|EROFS|I\/O error/);
		} finally {
			await hub.kill();
			disk.remove();
			if (house) await house.remove();
			else await hub.remove();
		}
	},
};
