import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runsFirmware } from '../scripts/lib/firmware/firmware-tests.mjs';

const ROOT = join(import.meta.dirname, '..');
const ENVIRONMENTS = {
	firmware: { MOORING_SKIP_FIRMWARE: '1' },
	browser: { MOORING_SKIP_BROWSER: '1' },
	'all but units': { MOORING_UNIT_TESTS: '1' },
};

/** What vitest would run, however it was called: each line is "[project] path". */
function listed(leftOut: keyof typeof ENVIRONMENTS, ...filters: string[]): string[] {
	const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
	const env = {
		...process.env,
		MOORING_SKIP_FIRMWARE: '',
		MOORING_SKIP_BROWSER: '',
		MOORING_UNIT_TESTS: '',
		...ENVIRONMENTS[leftOut],
	};
	const lines = execFileSync(process.execPath, [vitest, 'list', '--filesOnly', ...filters], { cwd: ROOT, env });
	return lines.toString().trim().split('\n');
}

it('runs no test of the firmware with MOORING_SKIP_FIRMWARE=1, and all others', () => {
	const lines = listed('firmware', 'test/');
	expect(lines.filter((line) => /test\/(board|faults)\/|usb-walk/.test(line))).toEqual([]);
	expect(lines).toContain('[hub] test/skipping.test.ts');
	expect(lines).toContain('[browser] test/browser/home.test.ts');
}, 60_000);

it('runs no test of the browser with MOORING_SKIP_BROWSER=1, and all others', () => {
	const lines = listed('browser', 'test/');
	expect(lines.filter((line) => line.includes('test/browser/'))).toEqual([]);
	expect(lines).toContain('[hub] test/board/core.test.ts');
}, 60_000);

it('runs only tests beside their sources with MOORING_UNIT_TESTS=1, without slow ones', () => {
	const lines = listed('all but units');
	expect(lines.filter((line) => !/^\[unit\] (hub|protocol|src)\//.test(line))).toEqual([]);
	expect(lines).toContain('[unit] hub/base/events.test.ts');
	expect(lines).not.toEqual(expect.arrayContaining([expect.stringContaining('protocol/vectors/sun.test.ts')]));
}, 60_000);

it.each([
	{ args: [], runs: true },
	{ args: ['test/board'], runs: true },
	{ args: ['./test/board/faults.test.ts'], runs: true },
	{ args: ['test/faults/'], runs: true },
	{ args: ['test/browser'], runs: true },
	{ args: ['test/'], runs: true },
	{ args: ['faults'], runs: true },
	{ args: ['--maxWorkers=1'], runs: true },
	{ args: ['test/browser/home.test.ts'], runs: false },
	{ args: ['hub/store', '--maxWorkers=1'], runs: false },
])('builds the firmware for `npm test $args`: $runs', ({ args, runs }) => {
	expect(runsFirmware(args)).toBe(runs);
});
