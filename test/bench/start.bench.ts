import { HubProcess } from '../harness/hub-process.ts';
import { leastResidentBytes } from './lib/memory.ts';
import { report } from './lib/report.ts';
import { median } from './lib/statistics.ts';

/** The time from the start of the built hub's process to the first page served, and its memory at rest. */
const ROUNDS = 7;
const REST_MS = 2_000;
const TRY_AGAIN_MS = 2;

const starts: number[] = [];
const rests: number[] = [];
const hub = new HubProcess();
try {
	// Start it once before, so that data folder and page cache are as in a household.
	await hub.start();
	await hub.stop();
	for (let round = 0; round < ROUNDS; round++) {
		const began = performance.now();
		const listening = hub.start();
		await firstPage();
		starts.push(performance.now() - began);
		await listening;
		rests.push(await leastResidentBytes(hub.pid, REST_MS));
		await hub.stop();
	}
} finally {
	await hub.remove();
}
const seconds = median(starts) / 1_000;
const megabytes = median(rests) / 1e6;
report(
	'start',
	[
		{
			what: 'process start → first page',
			hub: `${seconds.toFixed(2)} s`,
			against: '',
			ratio: '',
			goal: '< 0.6 s',
		},
		{ what: 'memory at rest', hub: `${megabytes.toFixed(0)} MB`, against: '', ratio: '', goal: '< 85 MB' },
	],
	{ startSeconds: seconds, restMegabytes: megabytes },
);
process.exit(0);

/** Asks again and again until a page is served. */
async function firstPage(): Promise<void> {
	const tooLate = performance.now() + 20_000;
	for (;;) {
		const answer = await fetch(`${hub.origin}/`).catch(() => undefined);
		if (answer) {
			await answer.arrayBuffer();
			if (answer.status !== 200) throw new Error(`The hub answers its first page with ${answer.status}.`);
			return;
		}
		if (performance.now() > tooLate) throw new Error(`The hub serves no page:\n${hub.output}`);
		await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
	}
}
