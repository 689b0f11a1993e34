import { errorsOf, stopHub } from '../house/check-hub.ts';
import type { Kind } from '../run/kind.ts';
import { type Fault, type Step, scriptOf } from '../script.ts';
import { Subject } from '../subject.ts';
import { World } from '../world.ts';

const BOARDS = 8;
const SEEDS = 2 ** 31;

const WORDS: Record<Fault['what'], string | undefined> = {
	nothing: undefined,
	cut: 'line of a board cut after some bytes',
	'power at flash': 'power of a board lost in an operation of its flash',
	plug: 'plug of a board pulled',
	silence: 'line of a board silent (half-open)',
	slow: 'line of a board slow',
	disorder: 'bytes on a line repeated or in the wrong order',
	hub: 'hub stopped or killed under its boards',
	clock: "hub's clock steps by most of a day under its boards",
};

/** Random operations on boards that go on from run to run, each with a random fault: subject.ts says what must be so after each. */
export const boards: Kind = {
	name: 'boards',
	what: 'boards that switch, rotate keys, are configured, updated and flashed, while lines are cut, power is lost and the hub ends',
	missing: () => undefined,
	async run(run) {
		const world = await World.start();
		const subjects: Subject[] = [];
		let failure: Error | undefined;
		const goOn = async (subject: Subject, first: number) => {
			for (let seed = first; !run.isOver && !failure; seed = (seed + BOARDS) % SEEDS) {
				const script = scriptOf(seed);
				try {
					await subject.run(script);
				} catch (error) {
					const said = subject.said.join('\n');
					const words = `${(error as Error).message}\nin the run of seed ${seed}: ${JSON.stringify(script)}\nits board said:\n${said}\nthe hub logged:\n${errorsOf(world.hub.output).join('\n')}`;
					failure ??= new Error(words, { cause: error });
				}
				count(script, (fault) => run.inject(fault));
			}
		};
		try {
			const names = Array.from({ length: BOARDS }, (_, n) => `Board ${n + 1}`);
			subjects.push(...(await Promise.all(names.map((name) => Subject.claim(world, name)))));
			const first = run.dice.between(0, SEEDS - 1);
			await Promise.all(subjects.map((subject, n) => goOn(subject, (first + n) % SEEDS)));
			if (failure) throw failure;
			await end(world, subjects);
		} finally {
			for (const subject of subjects) await subject.remove();
			world.view.close();
			await world.hub.remove();
		}
	},
};

function count(script: readonly Step[], inject: (fault: string) => void): void {
	for (const { fault } of script) {
		const words = WORDS[fault.what];
		if (words) inject(words);
	}
}

/** Every board has its one record, nothing is left to claim, and the hub has nothing to complain of. */
async function end({ hub, view }: World, subjects: readonly Subject[]): Promise<void> {
	const ids = subjects.map(({ id }) => id).sort();
	const shown = [...view.devices.keys()].sort();
	if (ids.join() !== shown.join()) throw new Error(`the hub shows ${shown.length} devices instead of ${ids.length}`);
	if (view.pending.size > 0) throw new Error(`${view.pending.size} devices are still pending`);
	await stopHub(hub, 'all faults of boards');
}
