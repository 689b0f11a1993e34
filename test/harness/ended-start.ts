import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const HUB = join(import.meta.dirname, '../../dist/hub.js');
/** A start that cannot succeed ends by itself; if it does not, it is killed after this time. */
const ENDS_MS = 45_000;

/**
 * Starts a hub that must not start, and waits until it has ended. `under` is a program, with its arguments, that runs
 * the hub. The code is null where it had to be killed.
 */
export async function endedStart(
	env: Record<string, string>,
	under: readonly string[] = [],
): Promise<{ code: number | null; sentence: string; output: string }> {
	const [program, ...args] = [...under, process.execPath, HUB];
	const child = spawn(program!, args, {
		env: { ...process.env, MOORING_HOST: '127.0.0.1', MOORING_MDNS: 'off', MOORING_PORT: '0', ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const timer = setTimeout(() => child.kill('SIGKILL'), ENDS_MS);
	const [sentence, output, [code]] = await Promise.all([
		text(child.stderr),
		text(child.stdout),
		once(child, 'exit') as Promise<[number | null]>,
	]);
	clearTimeout(timer);
	return { code, sentence, output };
}
