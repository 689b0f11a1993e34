import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useMemory } from '../faults/world.ts';
import { PosixHouse, type HouseBoard } from './posix-house.ts';

// What may happen to a line and to a board's power, one by one, with the real hub at the other end. The firmware's own tests
// cut a link at every single byte; CUT_EVERY_BYTES=1 does so here, in minutes. `npm run faults` throws everything together.

/** Bytes between two cuts: no divisor of any frame's length, so that every part of every frame has its cut. */
const step = (bytes: number) => Number(process.env.CUT_EVERY_BYTES ?? bytes);
/** More bytes than each has in both directions, with the connection that follows it. */
const REGISTRATION_BYTES = 1_100;
const ROTATION_BYTES = 1_400;
const CONFIGURATION_BYTES = 250;
const UPDATE_BYTES = 8_500;
/** More operations of the flash than a claim has, and about as many as an update has. */
const CLAIM_OPERATIONS = 14;
const UPDATE_OPERATIONS = 100;
/** How much of an operation of the flash is done when the power is lost: nothing, half, nearly all. */
const PERCENTS = [0, 50, 99];
/** Claims, and updates, at a time. */
const AT_ONCE = 4;
const UPDATED_AT_A_TIME = 3;
const TIMEOUT_MS = process.env.CUT_EVERY_BYTES ? 3_600_000 : 300_000;

let house: PosixHouse;
/** One board of a hub is updated at a time: these are for that alone. */
const updating: PosixHouse[] = [];

beforeAll(async () => {
	useMemory();
	house = await PosixHouse.start();
	for (let n = 0; n < UPDATED_AT_A_TIME; n++) updating.push(await PosixHouse.start());
}, TIMEOUT_MS);
afterAll(async () => {
	for (const one of [house, ...updating]) await one?.remove();
});

/** Runs `act` for each of these, with each of the workers one at a time. */
async function shareOut<Worker, T>(
	workers: readonly Worker[],
	items: readonly T[],
	act: (worker: Worker, item: T) => Promise<void>,
): Promise<void> {
	const left = [...items];
	await Promise.all(
		workers.map(async (worker) => {
			for (let item = left.shift(); item !== undefined; item = left.shift()) await act(worker, item);
		}),
	);
}

const every = (bytes: number, most: number) => Array.from({ length: Math.ceil(most / bytes) }, (_, n) => n * bytes);

/** Each board obeys, was never refused, and comes back with what it has in its flash. */
async function areWell(boards: readonly HouseBoard[]): Promise<void> {
	await Promise.all(
		boards.map(async (board) => {
			board.proxy.heal();
			await board.switches();
			await board.board.cutPower();
			await board.switches();
			expect(board.refusals).toEqual([]);
		}),
	);
}

/** A line that breaks after so many bytes from the beginning of an operation on. */
async function cutEverywhere(
	boards: readonly HouseBoard[],
	cuts: number[],
	operation: (board: HouseBoard) => Promise<void>,
): Promise<void> {
	let hit = 0;
	await shareOut(boards, cuts, async (board, cut) => {
		await board.switches();
		const before = board.proxy.cuts;
		board.proxy.cutAfter(cut);
		await operation(board);
		hit += board.proxy.cuts - before;
		board.proxy.heal();
	});
	await areWell(boards);
	// None lies far behind the end of its operation.
	expect(hit).toBeGreaterThan(cuts.length / 2);
}

/** Power that is lost in one operation of the flash after the other, until an operation ends before. */
async function losePowerEverywhere(
	boards: readonly HouseBoard[],
	operation: (board: HouseBoard) => Promise<void>,
): Promise<void> {
	const lost = await Promise.all(
		boards.map(async (board, index) => {
			for (let n = 1; ; n++) {
				await board.switches();
				const { starts } = board.board;
				board.board.losePower(n, PERCENTS[index % PERCENTS.length]);
				await operation(board);
				await board.comesBack();
				if (board.board.starts === starts) return n - 1;
			}
		}),
	);
	await areWell(boards);
	expect(Math.min(...lost)).toBeGreaterThan(1);
}

describe.concurrent('a board and its hub', { timeout: TIMEOUT_MS }, () => {
	it('a link cut anywhere in handshake and claim ends with a claimed board', async () => {
		const cuts = every(step(29), REGISTRATION_BYTES);
		let hit = 0;
		await shareOut(Array.from({ length: AT_ONCE }), cuts, async (_, cutAfter) => {
			const board = await house.claim(`Cut after ${cutAfter}`, { cutAfter });
			if (board.proxy.wasCut) hit++;
			await board.board.stop();
		});
		// The last cuts lie behind the end of the claim.
		expect(hit).toBeGreaterThan(cuts.length * 0.75);
	});

	it('a link cut anywhere in a rotation ends with the new key', async () => {
		const boards = await house.add(6, 'Cut in a rotation');
		await cutEverywhere(boards, every(step(13), ROTATION_BYTES), (board) => board.rotates());
	});

	it('a link cut anywhere in a configuration ends with what is shown', async () => {
		const boards = await house.add(4, 'Cut in a configuration');
		await cutEverywhere(boards, every(step(7), CONFIGURATION_BYTES), (board) => board.configures());
	});

	it('power lost in any operation of the flash in a claim ends with a claimed board', async () => {
		const operations = Array.from({ length: CLAIM_OPERATIONS }, (_, n) => n + 1);
		const boards: HouseBoard[] = [];
		await shareOut(Array.from({ length: AT_ONCE }), operations, async (_, operation) => {
			const power = `${operation} ${PERCENTS[operation % PERCENTS.length]}`;
			const board = await house.claim(`Power lost in ${operation}`, { power });
			boards.push(board);
			await board.switches();
		});
		const lost = boards.filter(({ board }) => board.starts > 1).length;
		// The last ones lie behind the end of the claim.
		expect(lost).toBeGreaterThan(7);
		expect(lost).toBeLessThan(CLAIM_OPERATIONS);
		await areWell(boards);
		for (const { board } of boards) await board.stop();
	});

	it('power lost in any operation of the flash in a rotation ends with a key that is good', async () => {
		const boards = await house.add(PERCENTS.length, 'Power lost in a rotation');
		await losePowerEverywhere(boards, (board) => board.rotates());
	});

	it('power lost in any operation of the flash in a configuration ends with what is shown', async () => {
		const boards = await house.add(PERCENTS.length, 'Power lost in a configuration');
		await losePowerEverywhere(boards, (board) => board.configures());
	});

	it('an update ends with the new firmware wherever its link is cut; where power is lost, with it or the older one', async () => {
		const boards = (await Promise.all(updating.map((one) => one.add(1, 'Updated')))).flat();
		await cutEverywhere(boards, every(step(211), UPDATE_BYTES), async (board) => {
			const { state, reason, version } = await board.updates();
			expect({ state, reason }).toEqual({ state: 'done', reason: null });
			expect(board.device!.vitals.firmware).toBe(version);
		});
		let lost = 0;
		// Most of them write a piece of the image, all alike.
		const operations = every(5, UPDATE_OPERATIONS).map((operation) => operation + 1);
		await shareOut(boards, operations, async (board, operation) => {
			await board.switches();
			const { firmware } = board.device!.vitals;
			const { starts } = board.board;
			board.board.losePower(operation, PERCENTS[operation % PERCENTS.length]);
			const { state, reason, version } = await board.updates();
			await board.comesBack();
			board.board.losePower(0);
			if (board.board.starts > starts) lost++;
			if (state === 'failed') expect(reason).toMatch(/came back with its older firmware/);
			else expect(state).toBe('done');
			expect([firmware, version]).toContain(board.device!.vitals.firmware);
		});
		expect(lost).toBeGreaterThan(operations.length / 2);
		// And where it has failed it can be done again.
		for (const board of boards) expect(await board.updates()).toMatchObject({ state: 'done' });
		await areWell(boards);
	});
});

it('after all that every board has its one record, and nothing is left to claim', () => {
	for (const { world, boards } of [house, ...updating]) {
		expect(world.view.devices.size).toBe(boards.length);
		expect(world.view.pending.size).toBe(0);
	}
});
