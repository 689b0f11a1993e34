import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from './root.mjs';

/**
 * Builds only if an input has changed or an output is missing.
 * @param {{ stamp: string, inputs: string[], outputs: string[], build: () => Promise<void> }} target paths in the project
 */
export async function buildIfStale({ stamp, inputs, outputs, build }) {
	const file = at(stamp);
	const wanted = contentHash(inputs);
	const fresh =
		existsSync(file) && readFileSync(file, 'utf8') === wanted && outputs.every((path) => existsSync(at(path)));
	if (fresh) return;
	await build();
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, wanted);
}

/** Covers every file's path and bytes; tests are not inputs. */
function contentHash(paths) {
	const hash = createHash('sha256');
	for (const path of paths.flatMap((path) => files(at(path)))) hash.update(`${path}\0`).update(readFileSync(path));
	return hash.digest('hex');
}

function files(path) {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path)
		.sort()
		.filter((name) => !/\.test\.ts$/.test(name))
		.flatMap((name) => files(join(path, name)));
}
