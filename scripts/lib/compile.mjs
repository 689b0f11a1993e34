import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from './root.mjs';
import { capture } from './run.mjs';
import { giveUp, say, showProgress } from './say.mjs';

/** Compilers that run at once. */
const AT_ONCE = 2;
/** Folders whose headers the core, the posix board and their tests include, and what is below them. */
const HEADERS = ['core', ...['posix', 'sensors', 'sodium', 'tests/sensors'].map((part) => `platform/${part}`)];
const VECTORS = at('.cache/firmware/vectors.h');

/** The C++ files of a folder, as paths in the project. */
export function sources(folder) {
	return readdirSync(at(folder))
		.filter((name) => name.endsWith('.cpp'))
		.map((name) => join(folder, name));
}

/** All of the firmware's core: its folders without the tests, and the messages. */
export function coreSources() {
	return [...sourcesBelow('firmware/core', 'tests'), 'firmware/core/generated/device.pb.c'];
}

/** The core's tests, which run on every machine. */
export function coreTests() {
	return sourcesBelow('firmware/core/tests', 'chips');
}

function sourcesBelow(folder, leftOut) {
	const folders = readdirSync(at(folder), { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name !== leftOut)
		.map(({ name }) => join(folder, name));
	return [folder, ...folders].flatMap(sources);
}

/**
 * Compiles whatever was made from another source, other headers or another command. An error of the compiler ends the
 * process.
 * @param {{ paths: string[], out: string, doing: string, command: (path: string) => [string, string[]], headers?: string[] }} what absolute paths; the compiler and its flags for each; folders of headers
 * @returns {Promise<{ objects: Map<string, string>, built: boolean }>} the object of each source; whether any was made anew
 */
export async function compileAll({ paths, out, doing, command, headers = HEADERS }) {
	mkdirSync(out, { recursive: true });
	const included = hashOf(headers.flatMap(headersBelow).concat(existsSync(VECTORS) ? VECTORS : []));
	const objects = new Map(paths.map((path) => [path, join(out, `${nameOf(path)}.o`)]));
	const inputs = (path) => `${command(path).flat().join(' ')} ${included} ${hashOf([path])}\n`;
	const stale = paths.filter((path) => !isMadeFrom(objects.get(path), inputs(path)));
	if (stale.length === 0) return { objects, built: false };
	const done = showProgress(() => doing);
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (let path = stale.shift(); path; path = stale.shift()) {
				const [compiler, flags] = command(path);
				await run(compiler, [...flags, '-c', path, '-o', objects.get(path)]);
				note(objects.get(path), inputs(path));
			}
		}),
	);
	done();
	return { objects, built: true };
}

/** Runs a program. If it fails, shows its output and ends the process. */
export async function run(program, args) {
	const { code, output } = await capture(program, args);
	if (code === 0) return;
	say(output);
	giveUp(`The firmware could not be built: ${program} says why above.`);
}

/** Writes a file, and makes its folder, only if the content differs: otherwise everything would be compiled again. */
export function write(file, text) {
	if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

function headersBelow(folder) {
	return readdirSync(at('firmware', folder), { recursive: true })
		.filter((path) => path.endsWith('.h'))
		.sort()
		.map((path) => at('firmware', folder, path));
}

/** Files in different folders may have the same name. */
function nameOf(path) {
	return path.split('/').slice(-3).join('.');
}

function isMadeFrom(object, inputs) {
	const file = `${object}.inputs`;
	return existsSync(object) && existsSync(file) && readFileSync(file, 'utf8') === inputs;
}

function note(object, inputs) {
	writeFileSync(`${object}.inputs`, inputs);
}

function hashOf(files) {
	const hash = createHash('sha256');
	for (const file of files) hash.update(readFileSync(file));
	return hash.digest('hex');
}
