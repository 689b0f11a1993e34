import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { readConfig } from '../../hub/config/config.ts';
import { startHub } from '../../hub/hub.ts';
import { ShiftedClock } from '../harness/shifted-clock.ts';

// The real hub as a process, with a clock that tests can set: each line of its input says how many ms it is ahead of
// this machine's.

const clock = new ShiftedClock();
const step = (aheadMs: string | undefined) => clock.set(Date.now() + Number(aheadMs));
step(process.env.CLOCK_AHEAD_MS);
// The end of its input means that the test has ended.
createInterface({ input: process.stdin })
	.on('line', step)
	.on('close', () => process.exit());

const config = readConfig(process.env);
if (!config.ok) throw new Error(config.error.message);
const started = await startHub(config.value, {
	log: pino({ level: config.value.log, base: undefined }),
	clock,
	// Cheap hashes, since these tests are not about passwords.
	passwordCost: { memoryCost: 8, timeCost: 1, parallelism: 1 },
});
if (!started.ok) throw new Error(started.error.message);
process.on('SIGTERM', () => void started.value.stop().then(() => process.exit(0)));
