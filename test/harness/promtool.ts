import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where scripts/lib/promtool.mjs has unpacked it. */
const UNPACKED = join(import.meta.dirname, '../../.cache/promtool/usr/bin/promtool');
const PROGRAM = existsSync(UNPACKED) ? UNPACKED : 'promtool';

export function hasPromtool(): boolean {
	return spawnSync(PROGRAM, ['--version']).status === 0;
}

/** What promtool finds wrong with figures in Prometheus' text format. */
export function checkMetrics(text: string): { status: number | null; said: string } {
	const { status, stdout, stderr } = spawnSync(PROGRAM, ['check', 'metrics'], { input: text, encoding: 'utf8' });
	return { status, said: stdout + stderr };
}
