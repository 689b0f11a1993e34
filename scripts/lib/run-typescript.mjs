import { pathToFileURL } from 'node:url';
import { at } from './root.mjs';
import { show } from './run.mjs';

/** Runs one TypeScript file of the project in a process of its own. @returns {Promise<number>} its exit code */
export function runTypescript(file, args = []) {
	const loader = pathToFileURL(at('scripts/lib/typescript.mjs')).href;
	return show(process.execPath, ['--enable-source-maps', '--expose-gc', '--import', loader, at(file), ...args]);
}
