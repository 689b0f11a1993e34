import { readFileSync } from 'node:fs';
import { RawHttp, UPGRADE, head } from '../../harness/network/raw-http.ts';
import { FaultHouse } from '../house/fault-house.ts';
import { SlowReader } from '../house/slow-reader.ts';
import type { Kind } from '../run/kind.ts';

const READER = 'dashboard that does not read';
const HALF_OPEN = 'half-open connection';
const BOARDS = 2;
const READERS = { least: 5, most: 15 };
const SOCKETS = { least: 5, most: 30 };
const ANSWERS = { least: 10, most: 60 };
/** A hub at rest and what it may keep for all who do not read (16 MB), and what Node needs for that. */
const MOST_MB = 230;

/** Requests that end in the middle. */
const HALVES = [
	'',
	'GET /api/v1/dev',
	head('POST', '/api/v1/scenes', { 'Content-Length': '500', 'Content-Type': 'application/json' }) + '{"name":',
	head('GET', '/device', { ...UPGRADE, 'Sec-WebSocket-Protocol': 'mooring.v2' }),
	head('GET', '/socket.io/?EIO=4&transport=websocket', UPGRADE),
];

export const slowReaders: Kind = {
	name: 'slow-readers',
	what: 'dashboards that do not read and connections that say nothing more: bounded memory, everybody else is served',
	missing: () => undefined,
	async run(run) {
		const house = await FaultHouse.start(run, { boards: BOARDS });
		const { hub, browser } = house;
		const { dice } = run;
		try {
			while (!run.isOver) {
				const readers: SlowReader[] = [];
				const halves: RawHttp[] = [];
				await house.writeDuring(async () => {
					for (let n = dice.between(READERS.least, READERS.most); n > 0; n--)
						readers.push(await SlowReader.open(browser));
					run.inject(READER, readers.length);
					for (let n = dice.between(SOCKETS.least, SOCKETS.most); n > 0; n--) {
						const half = new RawHttp(hub.origin);
						halves.push(half);
						await half.send(dice.one(HALVES));
					}
					run.inject(HALF_OPEN, halves.length);
					await house.answers(dice.between(ANSWERS.least, ANSWERS.most));
					await house.allSwitch(READER);
				});
				const megabytes = residentMegabytes(hub.pid);
				if (megabytes > MOST_MB) throw new Error(`after ${READER}: the hub uses ${megabytes} MB, more than ${MOST_MB}`);
				for (const reader of readers) reader.end();
				for (const half of halves) half.cut();
				await house.compare(READER);
			}
			await house.end(READER);
		} finally {
			await house.remove();
		}
	},
};

function residentMegabytes(pid: number): number {
	return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1_024);
}
