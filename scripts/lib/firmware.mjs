import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { at } from './root.mjs';
import { capture, environment } from './run.mjs';
import { giveUp, say, showProgress } from './say.mjs';

/** What the host build needs beside g++: crypto, protobuf for small machines, and the generator its committed code is held to. */
const PACKAGES = ['libsodium-dev', 'libnanopb-dev', 'nanopb', 'protobuf-compiler'];
const PROBE = '#include <sodium.h>\n#include <pb_decode.h>\n';

const WARNINGS = ['-Wall', '-Wextra', '-Werror', '-Wconversion'];
const CORE_FLAGS = ['-std=c++17', '-fno-exceptions', '-fno-rtti', ...WARNINGS];
/** Boards of tests are built with the sanitizers: a mistake of theirs is a failed test. */
const HOST_FLAGS = ['-O1', '-g', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'];
const LIBRARIES = ['-lsodium', '-lprotobuf-nanopb'];
/** Compilers at a time. */
const AT_ONCE = 2;

const BUILT = '.cache/firmware/host';
/** The header that is made of protocol/vectors, and what it is made for. */
const INCLUDES = [`-I${at(BUILT)}`, `-I${at('firmware/core/tests')}`];
export const CORE_TESTS = at(BUILT, 'core-tests');
export const POSIX_BOARD = at(BUILT, 'mooring-board');

/** Builds the posix board and the core's tests where they are not up to date. Without a compiler the process ends with what to do. */
export async function setUpFirmware() {
	if (!(await canBuild())) await installPackages();
	if (!(await canBuild()))
		giveUp(
			`The firmware's tests need g++ and the packages ${PACKAGES.join(', ')} (Debian, as root: apt-get install g++ ${PACKAGES.join(' ')}), or leave them out with MOORING_SKIP_FIRMWARE=1.`,
		);
	const { vectorsHeader } = await import('../../firmware/core/tests/vectors.mjs');
	write(`${BUILT}/vectors.h`, await vectorsHeader());
	await buildHost();
}

async function canBuild() {
	write(`${BUILT}/probe.cpp`, PROBE);
	return (await capture('g++', ['-fsyntax-only', at(BUILT, 'probe.cpp')])).code === 0;
}

async function installPackages() {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
	const done = showProgress(() => 'Installing what the firmware’s tests need…');
	const env = environment({ DEBIAN_FRONTEND: 'noninteractive' });
	await capture('apt-get', ['update'], env);
	const { code, output } = await capture(
		'apt-get',
		['install', '-y', '--no-install-recommends', 'g++', ...PACKAGES],
		env,
	);
	done();
	if (code !== 0) say(output);
}

async function buildHost() {
	const core = [...sources('firmware/core'), 'firmware/core/generated/device.pb.c'];
	const crypto = sources('firmware/platform/sodium');
	const posix = sources('firmware/platform/posix');
	const tests = sources('firmware/core/tests');
	const objects = await compile([...core, ...crypto, ...posix, ...tests]);
	const of = (paths) => paths.map((path) => objects.get(path));
	await link(POSIX_BOARD, of([...core, ...crypto, ...posix]));
	await link(CORE_TESTS, of([...core, ...crypto, ...tests]));
}

function sources(folder) {
	return readdirSync(at(folder))
		.filter((name) => name.endsWith('.cpp'))
		.map((name) => join(folder, name));
}

/** @returns {Promise<Map<string, string>>} the object of each source */
async function compile(paths) {
	const headers = hashOf(headerFiles());
	const objects = new Map(paths.map((path) => [path, at(BUILT, `${path.replaceAll('/', '.')}.o`)]));
	const stale = paths.filter((path) => !isFresh(objects.get(path), [headers, path]));
	if (stale.length === 0) return objects;
	const done = showProgress(() => 'Building the firmware for this machine…');
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			for (let path = stale.shift(); path; path = stale.shift()) {
				const object = objects.get(path);
				const language = path.endsWith('.c') ? ['-x', 'c'] : CORE_FLAGS;
				await run('g++', [...language, ...HOST_FLAGS, ...INCLUDES, '-c', path, '-o', object]);
				writeFileSync(`${object}.inputs`, inputs([headers, path]));
			}
		}),
	);
	done();
	return objects;
}

async function link(program, objects) {
	const wanted = inputs([hashOf(objects)]);
	if (existsSync(program) && existsSync(`${program}.inputs`) && readFileSync(`${program}.inputs`, 'utf8') === wanted)
		return;
	await run('g++', [...HOST_FLAGS, ...objects, ...LIBRARIES, '-o', program]);
	writeFileSync(`${program}.inputs`, wanted);
}

async function run(program, args) {
	const { code, output } = await capture(program, args);
	if (code === 0) return;
	say(output);
	giveUp(`The firmware could not be built: ${basename(program)} says why above.`);
}

function headerFiles() {
	const folders = [
		'firmware/core',
		'firmware/core/generated',
		'firmware/core/tests',
		'firmware/platform/posix',
		'firmware/platform/sodium',
	];
	const of = (folder) => readdirSync(at(folder)).filter((name) => name.endsWith('.h'));
	return [at(BUILT, 'vectors.h'), ...folders.flatMap((folder) => of(folder).map((name) => at(folder, name)))];
}

function isFresh(object, from) {
	const note = `${object}.inputs`;
	return existsSync(object) && existsSync(note) && readFileSync(note, 'utf8') === inputs(from);
}

/** What an object was made from: flags, headers and its source. */
function inputs([headers, path]) {
	return `${[...CORE_FLAGS, ...HOST_FLAGS, ...LIBRARIES].join(' ')} ${headers} ${path ? hashOf([at(path)]) : ''}\n`;
}

function hashOf(files) {
	const hash = createHash('sha256');
	for (const file of files) hash.update(readFileSync(file));
	return hash.digest('hex');
}

/** Only where it differs. */
function write(path, text) {
	const file = at(path);
	if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
	mkdirSync(join(file, '..'), { recursive: true });
	writeFileSync(file, text);
}
