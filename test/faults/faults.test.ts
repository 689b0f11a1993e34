import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { Dice } from './dice.ts';
import { FaultHouse } from './house/fault-house.ts';
import { KindRun } from './run/kind.ts';

const ROOT = join(import.meta.dirname, '../..');
/** For all kinds of faults together. */
const MINUTES = 0.35;
const AT_ONCE = 4;
const TIMEOUT_MS = 240_000;

async function runFaults(...args: string[]): Promise<{ code: number | null; output: string }> {
	const child = spawn(process.execPath, ['scripts/faults.mjs', ...args], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const [output, errors, [code]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, 'exit') as Promise<[number | null]>,
	]);
	return { code, output: output + errors };
}

// `npm run faults` for a moment: docs/faults.md. A run that failed says how it is repeated.
it(
	'loses no acknowledged write to a short run of every kind of fault',
	async () => {
		const { code, output } = await runFaults('--minutes', String(MINUTES), '--at-once', String(AT_ONCE));
		console.log(output);
		expect(output).toMatch(/^lost writes: 0$/m);
		expect(output).not.toMatch(/^FAILED/m);
		expect(code).toBe(0);
		const [, injected] = /^faults injected: ([\d,]+)/m.exec(output)!;
		expect(Number(injected!.replaceAll(',', ''))).toBeGreaterThan(10);
	},
	TIMEOUT_MS,
);

it(
	'says which write is lost where a hub comes back with yesterday’s files',
	async () => {
		const run = new KindRun(new Dice(1), 0);
		const house = await FaultHouse.start(run, { boards: 1 });
		const copy = mkdtempSync(join(tmpdir(), 'mooring-yesterday-'));
		try {
			await house.hub.stop();
			cpSync(house.hub.data, copy, { recursive: true });
			await house.hub.start();
			await house.follows('the copy');
			await house.writeDuring(() => house.answers(5));
			await house.hub.kill();
			rmSync(house.hub.data, { recursive: true });
			cpSync(copy, house.hub.data, { recursive: true });
			await house.hub.start();
			await house.follows('the older files');
			await expect(house.compare('the older files')).rejects.toThrow(
				/^after the older files: .+: answered at .+ UTC, but /,
			);
		} finally {
			await house.remove();
			rmSync(copy, { recursive: true, force: true });
		}
	},
	TIMEOUT_MS,
);
