import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileAll, coreSources, coreTests, run, sources } from '../compile.mjs';
import { installPackages } from '../debian.mjs';
import { NANOPB, SODIUM, SODIUM_FLAGS, fetchSources, nanopbFolder, sodiumFolder } from './library-sources.mjs';
import { at } from '../root.mjs';
import { capture } from '../run.mjs';

/** Compilers and emulators of the chips' own instruction sets, and the headers of a C++ library without an operating system. */
const PACKAGES = [
	'qemu-system-misc',
	'gcc-xtensa-lx106',
	'picolibc-xtensa-lx106-elf',
	'gcc-riscv64-unknown-elf',
	'picolibc-riscv64-unknown-elf',
	'libstdc++-arm-none-eabi-dev',
];
const FOLDER = '.cache/firmware/chips';
const CHIP_TESTS = 'firmware/core/tests/chips';

/** Optimised for size, as on a real board, without what nobody calls. */
const FLAGS = ['-Os', '-ffunction-sections', '-fdata-sections', '-DMOORING_ON_CHIP'];
const CXX_FLAGS = ['-std=c++17', '-fno-exceptions', '-fno-rtti', '-fno-threadsafe-statics', '-Wall', '-Wextra'];

const CHIPS = {
	rv32imc: {
		compiler: 'riscv64-unknown-elf',
		flags: ['-march=rv32imc', '-mabi=ilp32', '--specs=picolibc.specs'],
		own: ['rv32.cpp'],
		link: [
			'--crt0=semihost',
			'--oslib=semihost',
			...[
				'__flash=0x80000000',
				'__flash_size=0x400000',
				'__ram=0x80400000',
				'__ram_size=0x800000',
				'__stack_size=0x10000',
			].map((symbol) => `-Wl,--defsym=${symbol}`),
		],
	},
	lx106: {
		compiler: 'xtensa-lx106-elf',
		flags: ['-mlongcalls', '-mtext-section-literals', '--specs=/usr/lib/xtensa-lx106-elf/picolibc.specs'],
		own: ['lx106.cpp', 'lx106_rom.c', 'lx106_start.S'],
		link: ['-nostartfiles', '-T', at(CHIP_TESTS, 'lx106.ld')],
	},
};

/** Builds the core's tests for both chips. @returns {Promise<string | undefined>} why that cannot be done here, if so */
export async function setUpChips(vectors) {
	if (!(await haveTools())) await installPackages('Installing compilers and emulators of the boards’ chips…', PACKAGES);
	if (!(await haveTools())) return `not all of ${PACKAGES.join(', ')} could be installed`;
	const why = await fetchSources();
	if (why) return why;
	for (const [chip, how] of Object.entries(CHIPS)) await buildChip(chip, how, vectors);
	return undefined;
}

async function haveTools() {
	const programs = [
		'qemu-system-xtensa',
		'qemu-system-riscv32',
		...Object.values(CHIPS).map(({ compiler }) => `${compiler}-g++`),
	];
	for (const program of programs) if ((await capture(program, ['--version'])).code !== 0) return false;
	return libraryHeaders().length > 0 && existsSync('/usr/lib/xtensa-lx106-elf/picolibc.specs');
}

/** Headers of a C++ library. Arm's package serves other processors as well. */
function libraryHeaders() {
	const root = '/usr/include/newlib/c++';
	if (!existsSync(root)) return [];
	const folder = join(root, readdirSync(root).sort().at(-1));
	return ['-isystem', folder, '-isystem', join(folder, 'arm-none-eabi')];
}

async function buildChip(chip, { compiler, flags, own, link }, vectors) {
	const sodium = sodiumFolder();
	const nanopb = nanopbFolder();
	const out = at(FOLDER, chip);
	const include = [nanopb, vectors, at('firmware/core/tests'), join(sodium, 'include')].map((path) => `-I${path}`);
	const groups = {
		core: coreSources().map((path) => at(path)),
		crypto: [
			...[...SODIUM, 'sodium/utils.c'].map((path) => join(sodium, path)),
			at('firmware/platform/sodium/sodium_crypto.cpp'),
		],
		nanopb: NANOPB.map((path) => join(nanopb, path)),
		tests: [
			...[
				...coreTests(),
				...['platform/sensors', 'platform/tests/sensors'].flatMap((part) => sources(`firmware/${part}`)),
			].map((path) => at(path)),
			...['measure.cpp', 'support.cpp', ...own].map((name) => at(CHIP_TESTS, name)),
		],
	};
	const { objects, built } = await compileAll({
		paths: Object.values(groups).flat(),
		out,
		doing: `Building the firmware’s core for ${chip}…`,
		command: (path) => {
			const sodiums = path.startsWith(sodium) ? [...SODIUM_FLAGS, `-I${join(sodium, 'include/sodium')}`] : [];
			const language = path.endsWith('.cpp') ? [...CXX_FLAGS, ...libraryHeaders()] : [];
			return [
				`${compiler}-${path.endsWith('.cpp') ? 'g++' : 'gcc'}`,
				[...flags, ...FLAGS, ...language, ...include, ...sodiums],
			];
		},
	});
	const of = (paths) => paths.map((path) => objects.get(path));
	const program = join(out, 'tests.elf');
	if (!built && existsSync(program)) return;
	const parts = [...of(Object.values(groups).flat()), '-lm', '-o', program];
	await run(`${compiler}-gcc`, [...flags, ...link, '-Wl,--gc-sections', ...parts]);
	const figures = { compiler: (await capture(`${compiler}-gcc`, ['-dumpfullversion'])).output.trim() };
	for (const group of ['core', 'crypto', 'nanopb']) figures[group] = await sizeOf(compiler, of(groups[group]));
	writeFileSync(join(out, 'sizes.json'), JSON.stringify(figures));
}

/** Bytes of all these objects: what lies in flash, and what takes RAM from the start. */
async function sizeOf(compiler, objects) {
	const { output } = await capture(`${compiler}-size`, objects);
	const rows = output
		.trim()
		.split('\n')
		.slice(1)
		.map((row) => row.trim().split(/\s+/).map(Number));
	const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
	return { flash: sum(0) + sum(1), ram: sum(1) + sum(2) };
}
