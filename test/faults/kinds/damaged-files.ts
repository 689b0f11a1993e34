import {
	appendFileSync,
	cpSync,
	existsSync,
	openSync,
	readFileSync,
	closeSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import { createHash, randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { endedStart } from '../../harness/ended-start.ts';
import { checkIntegrity } from '../house/check-hub.ts';
import { FaultHouse } from '../house/fault-house.ts';
import type { Dice } from '../dice.ts';
import type { Kind } from '../run/kind.ts';

const BOARDS = 1;
const ANSWERS = { least: 1, most: 20 };
const PAGE_BYTES = 4_096;

interface Damage {
	words: string;
	/** the hub must refuse to start, or survive it */
	is: 'refused' | 'survived';
	spoil: (data: string, dice: Dice) => void;
}

const DATABASE = 'mooring.db';
const LOG = 'mooring.db-wal';
const at = (name: string, spoil: (file: string, dice: Dice) => void) => (data: string, dice: Dice) =>
	spoil(join(data, name), dice);
const garbage = (bytes: number) => randomFillSync(Buffer.alloc(bytes));

const DAMAGES: readonly Damage[] = [
	...[DATABASE, 'key', 'hub-id'].map((name): Damage => ({
		words: `${name} is empty`,
		is: 'refused',
		spoil: at(name, (file) => truncateSync(file)),
	})),
	...[DATABASE, 'key', 'hub-id'].map((name): Damage => ({
		words: `${name} is gone`,
		is: 'refused',
		spoil: at(name, (file) => rmSync(file)),
	})),
	{
		words: `${DATABASE} is something else`,
		is: 'refused',
		// A write-ahead log that holds every page would make it whole again.
		spoil: (data) => {
			rmSync(join(data, LOG), { force: true });
			writeFileSync(join(data, DATABASE), 'Dear diary, '.repeat(1_000));
		},
	},
	{
		words: `a page of ${DATABASE} is garbage`,
		is: 'refused',
		// The first page, so that no page of the write-ahead log replaces it unnoticed.
		spoil: (data) => {
			rmSync(join(data, LOG), { force: true });
			overwrite(join(data, DATABASE), 0, PAGE_BYTES);
		},
	},
	{
		words: `a torn write at the end of ${LOG}`,
		is: 'survived',
		spoil: at(LOG, (file, dice) => appendFileSync(file, garbage(dice.between(1, 3 * PAGE_BYTES)))),
	},
	{
		words: 'mooring.db-shm is garbage',
		is: 'survived',
		spoil: at('mooring.db-shm', (file) => writeFileSync(file, garbage(8 * PAGE_BYTES))),
	},
	{
		words: 'mooring.db-shm is gone',
		is: 'survived',
		spoil: at('mooring.db-shm', (file) => rmSync(file, { force: true })),
	},
];

export const damagedFiles: Kind = {
	name: 'damaged-files',
	what: 'files of the data folder are lost or damaged: the hub refuses in words and changes nothing, or goes on with everything',
	missing: () => undefined,
	async run(run) {
		const house = await FaultHouse.start(run, { boards: BOARDS });
		const { hub } = house;
		const copy = `${hub.data}-copy`;
		try {
			while (!run.isOver) {
				await house.writeDuring(async () => {
					await house.answers(run.dice.between(ANSWERS.least, ANSWERS.most));
					await hub.kill();
				});
				cpSync(hub.data, copy, { recursive: true, preserveTimestamps: true });
				const damage = run.dice.one(DAMAGES);
				damage.spoil(hub.data, run.dice);
				run.inject(damage.words);
				if (damage.is === 'refused') {
					await refusesToStart(hub.data, damage.words);
					rmSync(hub.data, { recursive: true });
					cpSync(copy, hub.data, { recursive: true, preserveTimestamps: true });
				}
				rmSync(copy, { recursive: true });
				await hub.start();
				await house.follows(damage.words);
				await house.compare(damage.words);
				await checkIntegrity(hub.data, damage.words);
			}
			await house.end('damaged files');
		} finally {
			rmSync(copy, { recursive: true, force: true });
			await house.remove();
		}
	},
};

async function refusesToStart(data: string, damage: string): Promise<void> {
	const before = hashes(data);
	const { code, sentence } = await endedStart({ MOORING_DATA: data });
	if (!code || !/^\S[^\n]*\.\n$/.test(sentence)) throw new Error(`${damage}: the hub ended with ${code}: ${sentence}`);
	if (hashes(data) !== before) throw new Error(`${damage}: the hub that did not start has changed a file`);
}

/** Of the files that a hub cannot make again. */
function hashes(data: string): string {
	const hashOf = (file: string) =>
		existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : 'none';
	return [DATABASE, 'key', 'hub-id'].map((name) => hashOf(join(data, name))).join(' ');
}

function overwrite(file: string, offset: number, bytes: number): void {
	const opened = openSync(file, 'r+');
	writeSync(opened, garbage(Math.min(bytes, statSync(file).size)), 0, undefined, offset);
	closeSync(opened);
}
