import { svelte } from '@sveltejs/vite-plugin-svelte';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { FIRMWARE_TESTS } from './scripts/lib/firmware/firmware-tests.mjs';
import { PATIENCE_MS } from './test/harness/patience.ts';

/** Left out here and not by arguments: vitest's own --exclude does not reach its projects. */
const withoutBrowser = process.env.MOORING_SKIP_BROWSER === '1';
const withoutFirmware = process.env.MOORING_SKIP_FIRMWARE === '1';
/** Of `npm run test:quick`. */
const onlyUnitTests = process.env.MOORING_UNIT_TESTS === '1';
/**
 * Not in `npm run test:quick`, and each with modules of its own: they walk through a year of sunrises or through all time
 * zones, write many megabytes, start other programs, or put others in the place of modules.
 */
const APART = [
	'protocol/{generated,vectors/sun}.test.ts',
	'hub/time/{posix-rule,zone-to-posix}.test.ts',
	'hub/backup/{make/write-backup-file,restore/put-in-place}.test.ts',
	'hub/store/upkeep/upkeep.test.ts',
];

/** Tests beside their sources. */
const UNIT_TESTS = '{hub,protocol,src}/**/*.test.ts';
const INTEGRATION_TESTS = 'test/integration/**/*.test.ts';
const BROWSER_TESTS = 'test/browser/**/*.test.ts';
/** They start many hubs and boards at a time, and judge how long these take. */
const CROWDED_TESTS = ['test/faults/faults.test.ts', 'test/integration/backup/moved-house.test.ts'];

const notTests = [
	...configDefaults.exclude,
	...['test/bench/**', 'build/**', '.cache/**', '.svelte-kit/**'],
	...(withoutFirmware ? FIRMWARE_TESTS : []),
];

function folder(path: string): string {
	return fileURLToPath(new URL(path, import.meta.url));
}

/** Most of what tests do is wait, so one file more runs at a time than there are cores. */
export default defineConfig({
	plugins: [svelte()],
	resolve: { alias: { $lib: folder('src/lib'), $words: folder('src/lib/words/en'), $protocol: folder('protocol') } },
	test: {
		testTimeout: 20_000,
		hookTimeout: 30_000,
		restoreMocks: true,
		maxWorkers: availableParallelism() + 1,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					// Whatever the locale of the machine that runs them.
					setupFiles: ['test/harness/plain-formats.ts'],
					include: [UNIT_TESTS],
					exclude: [...notTests, ...APART],
					// Files of one worker share their modules: loading them anew takes longer than the tests.
					isolate: false,
				},
			},
			{
				extends: true,
				test: {
					name: 'hub',
					include: onlyUnitTests ? [] : ['test/**/*.test.ts', ...APART],
					exclude: [...notTests, INTEGRATION_TESTS, BROWSER_TESTS, ...CROWDED_TESTS],
					// Some start hubs and boards several times; on a busy machine that takes three times as long.
					testTimeout: 60_000,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'integration',
					include: onlyUnitTests ? [] : [INTEGRATION_TESTS],
					exclude: [...notTests, ...CROWDED_TESTS],
					isolate: false,
					testTimeout: 60_000,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: withoutBrowser || onlyUnitTests ? [] : [BROWSER_TESTS],
					exclude: notTests,
					isolate: false,
					// As long as the waits for pages, and room for three of them.
					expect: { poll: { timeout: PATIENCE_MS } },
					testTimeout: 3 * PATIENCE_MS,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'crowded',
					include: onlyUnitTests ? [] : CROWDED_TESTS,
					exclude: notTests,
					fileParallelism: false,
					sequence: { groupOrder: 1 },
				},
			},
		],
	},
});
