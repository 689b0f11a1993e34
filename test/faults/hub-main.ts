import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { readConfig } from '../../hub/config.ts';
import { startHub } from '../../hub/hub.ts';
import { ShiftedClock } from '../harness/shifted-clock.ts';

// The real hub as a process, but for what time it is: each line on its input is how far its clock is ahead of this machine's, ms.

const clock = new ShiftedClock();
const step = (aheadMs: string | undefined) => clock.set(Date.now() + Number(aheadMs));
step(process.env.CLOCK_AHEAD_MS);
// Whoever started it has gone where its input ends.
createInterface({ input: process.stdin })
	.on('line', step)
	.on('close', () => process.exit());

const config = readConfig(process.env);
if (!config.ok) throw new Error(config.error.message);
const started = await startHub(config.value, {
	log: pino({ level: config.value.log, base: undefined }),
	clock,
	// Passwords are not what this is about.
	passwordCost: { memoryCost: 8, timeCost: 1, parallelism: 1 },
});
if (!started.ok) throw new Error(started.error.message);
process.on('SIGTERM', () => void started.value.stop().then(() => process.exit(0)));
