import { existsSync } from 'node:fs';
import { setUpChips } from './chips.mjs';
import { compileAll, coreSources, coreTests, run, sources, write } from '../compile.mjs';
import { at } from '../root.mjs';
import { installPackages } from '../debian.mjs';
import { capture } from '../run.mjs';
import { giveUp, say } from '../say.mjs';
import { buildWasm } from './wasm.mjs';

/**
 * What the host build needs besides g++: crypto, protobuf for small machines and its generator, which checks the
 * committed code, and the network stack of the chips.
 */
const PACKAGES = ['libsodium-dev', 'libnanopb-dev', 'liblwip-dev', 'nanopb', 'protobuf-compiler'];
const PROBE = '#include <sodium.h>\n#include <pb_decode.h>\n#include <lwip/arch/cc.h>\n';

const CXX_FLAGS = ['-std=c++17', '-fno-exceptions', '-fno-rtti', '-Wall', '-Wextra', '-Werror', '-Wconversion'];
/** With the sanitizers, so that a memory error or undefined behaviour fails a test. */
const HOST_FLAGS = ['-O1', '-g', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'];
const LIBRARIES = ['-lsodium', '-lprotobuf-nanopb'];

/** A fake SDK in place of the chip's, and the real lwIP, whose name resolver the tests replace. */
const PLATFORM_FLAGS = [
	...['esp8266', 'esp32'].map((chip) => `-I${at('firmware/platform/tests/fake-sdk', chip)}`),
	...['-isystem', '/usr/include/lwip', '-DLWIP_DNS=1'],
	`-DMOORING_PARTITIONS="${at('firmware/partitions.csv')}"`,
];
/**
 * Tests of the chips' code that needs no chip. The ESP8266's flash map is fixed at compile time: one program for each.
 */
const PLATFORM_PROGRAMS = {
	'sensors-tests': { tests: ['sensors'], code: sources('firmware/platform/sensors') },
	'serial-tests': { tests: ['serial'], code: [] },
	'radio-esp8266-tests': { tests: ['radio-esp8266'], code: codeOf(['esp8266'], ['radio']) },
	'radio-esp32-tests': { tests: ['radio-esp32'], code: codeOf(['esp32'], ['radio']) },
	'pins-tests': { tests: ['pins'], code: codeOf(['esp8266', 'esp32'], ['pins']) },
	'flash-tests-4mb': { tests: ['flash'], code: codeOf(['esp8266', 'esp32'], ['flash']), flashBytes: 0x400000 },
	'flash-tests-2mb': { tests: ['flash'], code: codeOf(['esp8266', 'esp32'], ['flash']), flashBytes: 0x200000 },
	'flash-tests-1mb': { tests: ['flash'], code: codeOf(['esp8266', 'esp32'], ['flash']), flashBytes: 0x100000 },
	'network-tests': { tests: ['network'], code: codeOf(['esp8266', 'esp32'], ['socket', 'lookup']) },
};

const FOLDER = at('.cache/firmware');
const BUILT = at('.cache/firmware/host');

/**
 * Builds the posix board and the core's tests for this machine and, if possible, for the chips. Without a compiler the
 * process ends with instructions.
 */
export async function setUpFirmware() {
	await setUpCompiler();
	await writeVectors();
	const shared = await buildHost();
	for (const [name, program] of Object.entries(PLATFORM_PROGRAMS)) await buildPlatformTests(name, program, shared);
	const why = await setUpChips(FOLDER);
	if (why) say(`THE FIRMWARE IS NOT RUN ON THE CHIPS' OWN INSTRUCTIONS HERE: ${why}.`);
	const whyNoWasm = await buildWasm();
	if (whyNoWasm) say(`THE VIRTUAL BOARD'S MODULE IS NOT COMPARED WITH THE FIRMWARE HERE: ${whyNoWasm}.`);
}

/** Builds only the posix board. Without a compiler the process ends with instructions. */
export async function setUpPosixBoard() {
	await setUpCompiler();
	await writeVectors();
	await buildBoard();
}

async function setUpCompiler() {
	if (!(await canBuild())) await installPackages('Installing what the firmware’s tests need…', ['g++', ...PACKAGES]);
	if (!(await canBuild()))
		giveUp(
			`The firmware's tests need g++ and the packages ${PACKAGES.join(', ')} (Debian, as root: apt-get install g++ ${PACKAGES.join(' ')}), or leave them out with MOORING_SKIP_FIRMWARE=1.`,
		);
}

/**
 * Builds only the core's tests for the chips. If that cannot be done here, ends the process and says what is missing.
 */
export async function setUpFirmwareOnChips() {
	await writeVectors();
	const why = await setUpChips(FOLDER);
	if (why) giveUp(`The firmware cannot be measured on the chips' own instructions here: ${why}.`);
}

async function writeVectors() {
	const { vectorsHeader } = await import('../../../firmware/core/tests/vectors.mjs');
	write(`${FOLDER}/vectors.h`, await vectorsHeader());
}

async function canBuild() {
	write(`${BUILT}/probe.cpp`, PROBE);
	return (await capture('g++', ['-fsyntax-only', `${BUILT}/probe.cpp`])).code === 0;
}

/** Objects of the core, of what it needs on this machine, and of these sources besides. */
async function compileWithCore(more) {
	const core = [...coreSources(), ...sources('firmware/platform/sodium')].map((path) => at(path));
	const others = more.map((path) => at(path));
	const { objects, built } = await compileAll({
		paths: [...core, ...others],
		out: BUILT,
		doing: 'Building the firmware for this machine…',
		command: (path) => [
			path.endsWith('.c') ? 'gcc' : 'g++',
			[...(path.endsWith('.c') ? [] : CXX_FLAGS), ...HOST_FLAGS, `-I${FOLDER}`, `-I${at('firmware/core/tests')}`],
		],
	});
	return { objects: [...core, ...others].map((path) => objects.get(path)), of: (path) => objects.get(at(path)), built };
}

async function buildBoard() {
	const rules = ['esp8266', 'esp32'].map((chip) => `firmware/platform/${chip}/pins.cpp`);
	const { objects, built } = await compileWithCore([...sources('firmware/platform/posix'), ...rules]);
	await link('mooring-board', objects, built);
	return built;
}

/** Returns the objects that the platform's tests are linked with as well. */
async function buildHost() {
	const isNew = await buildBoard();
	const { objects, of, built } = await compileWithCore(coreTests());
	await link('core-tests', objects, isNew || built);
	return {
		objects: ['core/link/mdns.cpp', 'core/tests/main.cpp'].map((path) => of(`firmware/${path}`)),
		built: isNew || built,
	};
}

async function buildPlatformTests(name, { tests, code, flashBytes = 0 }, shared) {
	const { objects, built } = await compileAll({
		paths: [...tests.flatMap((part) => sources(`firmware/platform/tests/${part}`)), ...code].map((path) => at(path)),
		out: `${BUILT}/${name}-objects`,
		headers: ['core', 'platform'],
		doing: `Building the ${name}…`,
		command: () => ['g++', [...CXX_FLAGS, ...HOST_FLAGS, ...PLATFORM_FLAGS, `-DMOORING_FLASH_BYTES=${flashBytes}`]],
	});
	await link(name, [...objects.values(), ...shared.objects], built || shared.built, ['-llwip']);
}

function codeOf(chips, names) {
	return chips.flatMap((chip) => names.map((name) => `firmware/platform/${chip}/${name}.cpp`));
}

async function link(name, objects, built, more = LIBRARIES) {
	const program = `${BUILT}/${name}`;
	if (built || !existsSync(program)) await run('g++', [...HOST_FLAGS, ...objects, ...more, '-o', program]);
}
