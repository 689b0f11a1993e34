import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const UNIT = join(import.meta.dirname, '../../../packaging/mooring.service');
/** systemd rates what a service may do from 0 (nothing) to 100; above 50 it speaks of medium exposure. */
const MOST_EXPOSED = 25;

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe.skipIf(!hasSystemd)('the systemd unit', () => {
	it('has nothing that systemd does not know', () => {
		const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', UNIT], { encoding: 'utf8' });
		expect([status, stderr]).toEqual([0, '']);
	});

	it('may do little', () => {
		const args = ['security', '--offline=true', '--no-pager', `--threshold=${MOST_EXPOSED}`, UNIT];
		expect(() => execFileSync('systemd-analyze', args, { stdio: 'pipe' })).not.toThrow();
	});
});
