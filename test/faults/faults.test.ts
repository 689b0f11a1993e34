import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MikroORM } from '@mikro-orm/sqlite';
import { entities } from '../../hub/schema.ts';
import { scriptOf } from './script.ts';
import { Subject } from './subject.ts';
import { World, useMemory } from './world.ts';

// Random operations with random faults, on boards that go on from run to run: the firmware and the real hub in
// processes of their own, with a real database. Repeat a failed run with FAULT_SEED=… FAULT_RUNS=1 npx vitest run
// test/faults

const SEEDS = 2 ** 31;
const RUNS = Number(process.env.FAULT_RUNS ?? 1_000);
const SEED = Number(process.env.FAULT_SEED ?? randomInt(SEEDS));
const BOARDS = Math.min(24, RUNS);
/** Boards that are claimed at once. */
const AT_ONCE = 8;
/** The level from which a line of the hub's log means that something is broken. */
const ERROR = 50;

let world: World;
const boards: Subject[] = [];

beforeAll(async () => {
	useMemory();
	world = await World.start();
	const names = Array.from({ length: BOARDS }, (_, n) => `Board ${n + 1}`);
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (let name = names.shift(); name; name = names.shift()) boards.push(await Subject.claim(world, name));
		}),
	);
}, 120_000);
afterAll(async () => {
	for (const board of boards) await board.remove();
	world.view.close();
	await world.hub.remove();
});

it(`no fault loses a board: ${RUNS} runs from seed ${SEED}`, { timeout: 600_000 }, async () => {
	console.log(`${RUNS} runs of faults from seed ${SEED}`);
	let next = 0;
	let failure: Error | undefined;
	await Promise.all(
		boards.map(async (board) => {
			while (next < RUNS && !failure) {
				const seed = (SEED + next++) % SEEDS;
				const script = scriptOf(seed);
				try {
					await board.run(script);
				} catch (error) {
					failure ??= new Error(
						`${(error as Error).message}\nin the run of seed ${seed}: ${JSON.stringify(script)}\n` +
							`again: FAULT_SEED=${seed} FAULT_RUNS=1 npx vitest run test/faults\nits board said:\n${board.said.join('\n')}`,
						{ cause: error },
					);
				}
			}
		}),
	);
	console.log(`the hub ended ${world.restarts} times, its clock stepped ${world.clockSteps} times`);
	if (failure) throw failure;
	expect([...world.view.devices.keys()].sort()).toEqual(boards.map(({ id }) => id).sort());
	expect(world.view.pending.size).toBe(0);
	expect((await world.hub.stop()).code).toBe(0);
	expect(await integrity(world.hub.data)).toEqual([{ integrity_check: 'ok' }]);
	expect(errorsOf(world.hub.output)).toEqual([]);
});

async function integrity(data: string): Promise<unknown> {
	const orm = MikroORM.initSync({
		entities,
		dbName: join(data, 'mooring.db'),
		discovery: { disableDynamicFileAccess: true },
	});
	await orm.connect();
	const rows = (await orm.em.getConnection().execute('PRAGMA integrity_check')) as unknown;
	await orm.close(true);
	return rows;
}

/** The lines of the hub's log with errors. */
function errorsOf(output: string): string[] {
	return output
		.split('\n')
		.filter((line) => line.startsWith('{') && (JSON.parse(line) as { level: number }).level >= ERROR);
}
