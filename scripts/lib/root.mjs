import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** @param {string[]} parts a path within the project */
export function at(...parts) {
	return join(ROOT, ...parts);
}
