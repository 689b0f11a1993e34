import { FaultHouse } from '../house/fault-house.ts';
import type { Kind } from '../run/kind.ts';
import { pause, until } from '../world.ts';

const HUB = 'hub does not run for a while (SIGSTOP)';
const BOARD = 'board does not run for a while (SIGSTOP)';
const BOARDS = 4;
const ANSWERS = { least: 1, most: 15 };
const STOPPED_MS = { least: 100, most: 3_000 };
const SHOWN_MS = 30_000;

export const stoppedProcesses: Kind = {
	name: 'stopped-processes',
	what: 'the hub, or a board, does not run for a while: nobody is told away because the hub itself stood still',
	missing: () => undefined,
	async run(run) {
		const house = await FaultHouse.start(run, { boards: BOARDS });
		const { hub, view } = house;
		try {
			await view.watch(true);
			while (!run.isOver) {
				const ms = run.dice.between(STOPPED_MS.least, STOPPED_MS.most);
				const board = run.dice.chance() < 0.3 ? run.dice.one(house.boards) : undefined;
				const pid = board ? board.board.pid : hub.pid;
				const before = view.events.length;
				await house.writeDuring(async () => {
					await house.answers(run.dice.between(ANSWERS.least, ANSWERS.most));
					process.kill(pid, 'SIGSTOP');
					run.inject(board ? BOARD : HUB);
					await pause(ms);
					process.kill(pid, 'SIGCONT');
					await house.answers(run.dice.between(ANSWERS.least, ANSWERS.most));
				});
				await house.allSwitch(board ? BOARD : HUB);
				const told = view.events
					.slice(before)
					.filter((event) => event.type === 'presence' && event.presence.state !== 'online');
				if (!board && told.length > 0)
					throw new Error(`after ${HUB} for ${ms} ms: boards were told away: ${JSON.stringify(told[0])}`);
				await until(
					() => house.boards.every(({ id }) => view.devices.get(id)?.presence.state === 'online'),
					SHOWN_MS,
					() => `after ${board ? BOARD : HUB}: not every board is shown online`,
				);
				await house.compare(board ? BOARD : HUB);
			}
			await house.end(HUB);
		} finally {
			await house.remove();
		}
	},
};
