import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { removeHub, startHub } from '../../harness/boards/life/hub.ts';
import { World } from '../../harness/boards/life/model.ts';
import { step } from '../../harness/boards/life/steps.ts';

const RUNS = 25;
const STEPS = 20;

beforeAll(startHub);
afterAll(removeHub);

describe('the life of boards', () => {
	it(
		'no order of things leaves one out without a word, and no key works when it should not',
		{ timeout: 120_000 },
		async () => {
			await fc.assert(
				fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: STEPS, size: 'max' }), async (steps) => {
					const world = new World();
					try {
						await world.begin();
						for (const one of steps) await world.take(one);
						await world.check();
					} finally {
						await world.end();
					}
				}),
				{ numRuns: RUNS, verbose: 1, endOnFailure: true },
			);
		},
	);
});
