import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const BUILT = join(import.meta.dirname, '../../.cache/firmware/host');

/** Runs a program of C++ tests that `npm test` has built, here with the sanitizers: each of its lines is a test. */
export function linesAreTests(program: string): void {
	const { stdout, stderr, status, error } = spawnSync(join(BUILT, program), { encoding: 'utf8' });
	const words: string[] = [];
	for (const line of (stdout ?? '').split('\n')) {
		const [, outcome, name] = /^(ok|FAILED) (.+)$/.exec(line) ?? [];
		if (!name) {
			words.push(line);
			continue;
		}
		const why = words.splice(0).join('\n');
		it(name, () => expect(outcome, why).toBe('ok'));
	}

	it('runs to its end', () => {
		expect(error, 'it is not built: `npm test` builds it').toBeUndefined();
		expect(stderr).toBe('');
		expect(status).toBe(0);
	});
}
