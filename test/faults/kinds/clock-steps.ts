import { join } from 'node:path';
import { bundle } from '../../harness/bundled-process.ts';
import { HubProcess } from '../../harness/hub-process.ts';
import { FaultHouse } from '../house/fault-house.ts';
import type { Kind } from '../run/kind.ts';

const FAULT = "hub's clock is set up to 1.5 days ahead or behind";
const DAY_MS = 24 * 3_600_000;
const BOARDS = 2;
const ANSWERS = { least: 1, most: 20 };
const KILLED_TOO = 0.2;

/** The hub's own code with a clock that can be set. It is the one kind that does not run `dist/hub.js`: nothing else may see another time. */
export const clockSteps: Kind = {
	name: 'clock-steps',
	what: "the hub's clock is set up to 1.5 days ahead or behind during writes and kills",
	missing: () => undefined,
	async run(run) {
		const env = { CLOCK_AHEAD_MS: '0' };
		const hub = new HubProcess(env, await bundle(join(import.meta.dirname, '../hub-main.ts')));
		const house = await FaultHouse.start(run, { boards: BOARDS, hub, lasting: true });
		try {
			while (!run.isOver) {
				const kills = run.dice.chance() < KILLED_TOO;
				await house.writeDuring(async () => {
					await house.answers(run.dice.between(ANSWERS.least, ANSWERS.most));
					// Never more than 1.5 days from now: the session would end after weeks.
					env.CLOCK_AHEAD_MS = String(run.dice.one([-DAY_MS, 0, DAY_MS]) + run.dice.between(-DAY_MS / 2, DAY_MS / 2));
					hub.tell(env.CLOCK_AHEAD_MS);
					run.inject(FAULT);
					await house.answers(run.dice.between(ANSWERS.least, ANSWERS.most));
					if (kills) await hub.kill();
				});
				if (kills) {
					run.inject('hub killed after a step of its clock');
					await hub.start();
					await house.follows(FAULT);
				}
				await house.allSwitch(FAULT);
				await house.compare(FAULT);
			}
			await house.end(FAULT);
		} finally {
			await house.remove();
		}
	},
};
