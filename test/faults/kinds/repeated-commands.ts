import type { DeviceConfig } from '../../../protocol/dashboard/plan.ts';
import type { BoardOnLine } from '../house/board-on-line.ts';
import { FaultHouse } from '../house/fault-house.ts';
import { keyOf, planValue } from '../house/read-house.ts';
import { BUSY } from '../house/writer.ts';
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
	const statuses = answers.map(({ status }) => status);
	const done = names.filter((_, n) => statuses[n] === 200);
	const isRight = done.length === 1 || (done.length === 0 && statuses.includes(BUSY));
	if (!isRight || statuses.some((status) => ![200, 409, BUSY].includes(status)))
		throw new Error(`${names.length} changes of one version were answered with ${statuses.join(', ')}`);
	if (done.length === 0) return;
	const words = `${keyOf.plan(id)} was changed once of ${names.length} times`;
	house.ledger.begin({ key: keyOf.plan(id), value: planValue(change(done[0]!)), words }).acknowledged();
	const late = await house.browser.request('PUT', path, change('Late'));
	run.inject(REORDERED);
	if (![409, BUSY].includes(late.status))
		throw new Error(`a change of an older version was answered with ${late.status}`);
}

/** Twice "on" and then "off": it is off, and was moved twice. */
async function switchesOnce(house: FaultHouse, run: KindRun, board: BoardOnLine): Promise<void> {
	const path = `/devices/${board.id}/relays/2`;
	const switchTo = async (on: boolean) => (await house.browser.request('PUT', path, { on })).status === 200;
	if (!(await switchTo(false))) return; // a board of a busy machine may answer too late
	const from = board.board.lines.length;
	const answered = await Promise.all([1, 2].map(() => switchTo(true)));
	run.inject(SWITCHED);
	if (![...answered, await switchTo(false)].every(Boolean)) return;
	await board.board.said(/^pin 14 is low$/, from);
	const moves = board.board.lines.slice(from).filter((line) => line.startsWith('pin 14 '));
	if (moves.length !== 2)
		throw new Error(`a relay that was switched on twice and off once has moved: ${moves.join(', ')}`);
}
