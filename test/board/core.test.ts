import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// The core's own tests are C++ and run as one program, here built with the sanitizers; each of its lines is one test.
const PROGRAM = join(import.meta.dirname, '../../.cache/firmware/host/core-tests');
const { stdout, stderr, status, error } = spawnSync(PROGRAM, { encoding: 'utf8' });

describe('the core', () => {
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
});
