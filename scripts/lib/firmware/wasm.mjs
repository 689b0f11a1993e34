import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileAll, coreSources, run, sources } from '../compile.mjs';
import { installPackages } from '../debian.mjs';
import { NANOPB, SODIUM, SODIUM_FLAGS, fetchSources, nanopbFolder, sodiumFolder } from './library-sources.mjs';
import { at } from '../root.mjs';
import { capture } from '../run.mjs';

/** A compiler to WebAssembly, its linker, a C library and the headers of a C++ library. */
const PACKAGES = ['clang', 'lld', 'wasi-libc', 'libclang-rt-dev-wasm32', 'libc++-dev-wasm32'];
/** The committed module was made with these versions; others make other bytes. */
const MADE_WITH = { clang: '14.0.6', 'wasi-libc': '0.0~git20220510.9886d3d-2', libsodium: '1.0.18', nanopb: '0.4.7' };

export const COMMITTED = at('hub/virtual-board/machine/board.wasm');
export const BUILT = at('.cache/firmware/wasm/board.wasm');

/** The prefix map keeps paths of this machine out of the module. */
const FLAGS = [
	'--target=wasm32-wasi',
	...['-mbulk-memory', '-mmutable-globals', '-msign-ext'],
	...['-DNDEBUG', '-ffunction-sections', '-fdata-sections'],
	'-D_WASI_EMULATED_SIGNAL',
	`-ffile-prefix-map=${at()}=.`,
];
const CXX_FLAGS = [
	'-Os',
	...['-std=c++17', '-fno-exceptions', '-fno-rtti', '-fno-threadsafe-statics'],
	...['-Wall', '-Wextra', '-Werror', '-Wconversion'],
];
const LINK = [
	'-mexec-model=reactor',
	'-nostdlib++',
	// A crash leaves the stack pointer where it was; the host resets it.
	'-Wl,--gc-sections,--strip-all,--stack-first,-z,stack-size=65536,--export=__stack_pointer',
	'-lc-printscan-no-floating-point',
];

/** Builds the core to WebAssembly. @returns {Promise<string | undefined>} why that cannot be done here, if so */
export async function buildWasm() {
	if (!(await haveTools())) await installPackages('Installing what builds the firmware to WebAssembly…', PACKAGES);
	if (!(await haveTools())) return `not all of ${PACKAGES.join(', ')} could be installed`;
	const why = await fetchSources();
	if (why) return why;
	const sodium = sodiumFolder();
	const nanopb = nanopbFolder();
	const include = [nanopb, join(sodium, 'include')].map((path) => `-I${path}`);
	const { objects, built } = await compileAll({
		paths: [
			...[...coreSources(), ...['sodium', 'wasm'].flatMap((part) => sources(`firmware/platform/${part}`))].map((path) =>
				at(path),
			),
			...SODIUM.map((path) => join(sodium, path)),
			...NANOPB.map((path) => join(nanopb, path)),
		].sort(),
		out: at('.cache/firmware/wasm'),
		headers: ['core', 'platform/sodium', 'platform/wasm'],
		doing: 'Building the firmware’s core to WebAssembly…',
		command: (path) => {
			if (path.endsWith('.cpp')) return ['clang++', [...FLAGS, ...CXX_FLAGS, ...include]];
			if (!path.startsWith(sodium)) return ['clang', [...FLAGS, '-Os', ...include]];
			const own = ['-O2', ...SODIUM_FLAGS, '-DNATIVE_LITTLE_ENDIAN=1', `-I${join(sodium, 'include/sodium')}`];
			return ['clang', [...FLAGS, ...include, ...own]];
		},
	});
	if (built || !existsSync(BUILT))
		await run('clang', ['--target=wasm32-wasi', ...objects.values(), ...LINK, '-o', BUILT]);
	return undefined;
}

/** Why the module built here may differ from the committed one; undefined if it must be the same. */
export async function otherTools() {
	const found = {
		clang: /clang version (\S+)/.exec((await capture('clang', ['--version'])).output)?.[1],
		'wasi-libc': (await capture('dpkg-query', ['-W', '-f', '${Version}', 'wasi-libc'])).output.trim(),
		libsodium: /-([\d.]+)\/src/.exec(sodiumFolder())?.[1],
		nanopb: /-([\d.]+)$/.exec(nanopbFolder())?.[1],
	};
	const others = Object.keys(MADE_WITH).filter((name) => found[name] !== MADE_WITH[name]);
	return others.length === 0
		? undefined
		: `it was made with ${others.map((name) => `${name} ${MADE_WITH[name]}, here is ${found[name]}`).join('; ')}`;
}

async function haveTools() {
	for (const program of ['clang', 'clang++', 'wasm-ld'])
		if ((await capture(program, ['--version'])).code !== 0) return false;
	return ['/usr/lib/wasm32-wasi/libc.a', '/usr/include/wasm32-wasi/c++/v1/array'].every((path) => existsSync(path));
}

/** Whether the module that is built here is the committed one. */
export function isCommitted() {
	return existsSync(COMMITTED) && readFileSync(BUILT).equals(readFileSync(COMMITTED));
}
