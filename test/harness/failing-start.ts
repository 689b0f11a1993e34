import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';

const HUB = join(import.meta.dirname, '../../dist/hub.js');
/** A start that cannot succeed ends by itself; if it does not, it is killed after this time. */
const ENDS_MS = 45_000;

/** Every file below a folder, with the hash of its content. */
export function contents(of: string): string[] {
	return readdirSync(of, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name))
		.map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
		.sort();
}

/**
 * Starts a hub that must not start: it has to say why on one line of stderr, print no link, and end by itself. `under`
 * is a program, with its arguments, that runs the hub.
 */
export async function startFails(
	env: Record<string, string>,
	under: readonly string[] = [],
): Promise<{ code: number; sentence: string }> {
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
	expect(sentence).toMatch(/^\S[^\n]*\.\n$/);
	expect(sentence).not.toMatch(/\bat \S+:\d+|Error:/);
	expect(output).not.toContain('http://');
	expect(code).toBeGreaterThan(0);
	return { code: code!, sentence };
}
