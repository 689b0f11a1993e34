import type { DeviceConfig } from '../../../protocol/dashboard/plan.ts';
import type { BoardOnLine } from '../house/board-on-line.ts';
import { FaultHouse } from '../house/fault-house.ts';
import { keyOf, planValue } from '../house/read-house.ts';
import type { Kind, KindRun } from '../run/kind.ts';

const REPEATED = 'change sent several times at once';
const REORDERED = 'change sent after a newer one';
const SWITCHED = 'switch sent twice, at once';
const BOARDS = 2;
const TIMES = { least: 2, most: 6 };
const ANSWERS = { least: 0, most: 10 };

export const repeatedCommands: Kind = {
	name: 'repeated-commands',
	what: 'changes and switches that are sent several times, or after newer ones: one is done, the others are refused',
	missing: () => undefined,
	async run(run) {
		const house = await FaultHouse.start(run, { boards: BOARDS });
		try {
			while (!run.isOver) {
				await house.writeDuring(() => house.answers(run.dice.between(ANSWERS.least, ANSWERS.most)));
				await configuresOnce(house, run, run.dice.one(house.boards));
				await switchesOnce(house, run, run.dice.one(house.boards));
				await house.compare(REPEATED);
			}
			await house.end(REPEATED);
		} finally {
			await house.remove();
		}
	},
};

/** The same change several times, then that of an older version: only one is done. */
async function configuresOnce(house: FaultHouse, run: KindRun, { id }: BoardOnLine): Promise<void> {
	const path = `/devices/${id}/config`;
	const { plan, config } = await house.browser.call<DeviceConfig>('GET', path);
	const change = (name: string) => {
		const [relay, ...others] = plan.relays;
		return { ...plan, version: config.version, relays: [{ ...relay!, name }, ...others] };
	};
	const names = Array.from(
		{ length: run.dice.between(TIMES.least, TIMES.most) },
		(_, n) => `Same ${config.version}.${n}`,
	);
	const answers = await Promise.all(names.map((name) => house.browser.request('PUT', path, change(name))));
	run.inject(REPEATED, names.length - 1);
	const done = names.filter((_, n) => answers[n]!.status === 200);
	const refused = answers.filter(({ status }) => status === 409).length;
	if (done.length !== 1 || refused !== names.length - 1)
		throw new Error(
			`${names.length} changes of one version were answered with ${answers.map(({ status }) => status).join(', ')}`,
		);
	const words = `${keyOf.plan(id)} was changed once of ${names.length} times`;
	house.ledger.begin({ key: keyOf.plan(id), value: planValue(change(done[0]!)), words }).acknowledged();
	const late = await house.browser.request('PUT', path, change('Late'));
	run.inject(REORDERED);
	if (late.status !== 409) throw new Error(`a change of an older version was answered with ${late.status}`);
}

/** Twice "on" and then "off": it is off, and was moved twice. */
async function switchesOnce(house: FaultHouse, run: KindRun, board: BoardOnLine): Promise<void> {
	const path = `/devices/${board.id}/relays/2`;
	await house.browser.call('PUT', path, { on: false });
	const from = board.board.lines.length;
	await Promise.all([1, 2].map(() => house.browser.request('PUT', path, { on: true })));
	run.inject(SWITCHED);
	await house.browser.call('PUT', path, { on: false });
	await board.board.said(/^pin 14 is low$/, from);
	const moves = board.board.lines.slice(from).filter((line) => line.startsWith('pin 14 '));
	if (moves.length !== 2)
		throw new Error(`a relay that was switched on twice and off once has moved: ${moves.join(', ')}`);
}
