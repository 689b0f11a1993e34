import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { endedStart } from './ended-start.ts';

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
	const { code, sentence, output } = await endedStart(env, under);
	expect(sentence).toMatch(/^\S[^\n]*\.\n$/);
	expect(sentence).not.toMatch(/\bat \S+:\d+|Error:/);
	expect(output).not.toContain('http://');
	expect(code).toBeGreaterThan(0);
	return { code: code!, sentence };
}
