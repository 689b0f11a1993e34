import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/**
 * The core's tests on the instruction sets of the boards' chips, and what the core costs there. QEMU emulates the
 * chips: instruction counts are exact and the same at every run, but there are no times.
 */
const ROOT = join(import.meta.dirname, '../../..');
const BUILT = join(ROOT, '.cache/firmware/chips');
/** After a trap the chip may loop for ever. */
export const CHIP_TIMEOUT_MS = 240_000;

const COMMON = [
	'-nographic',
	'-monitor',
	'none',
	'-semihosting-config',
	'enable=on,target=native',
	'-icount',
	'shift=0',
];
const EMULATORS = {
	rv32imc: (program: string): [string, string[]] => [
		'qemu-system-riscv32',
		['-M', 'virt', '-cpu', 'rv32', '-bios', 'none', '-m', '64M', ...COMMON, '-kernel', program],
	],
	lx106: (program: string): [string, string[]] => [
		'qemu-system-xtensa',
		['-M', 'sim', '-cpu', 'lx106', '-m', '16M', ...COMMON, '-device', `loader,file=${program},cpu-num=0`],
	],
};

export type Chip = keyof typeof EMULATORS;
export const CHIPS = Object.keys(EMULATORS) as Chip[];

export interface ChipFigures {
	/** bytes of code and constants of the core and of its protobuf library, without crypto */
	coreFlash: number;
	nanopbFlash: number;
	/** bytes: one board with all its buffers, and the core's static data */
	boardRam: number;
	/** bytes, the deepest of a start, a claim and a configuration */
	stack: number;
	/** the board's part of the handshake, from its first hash to its keys */
	handshakeInstructions: number;
	/** from a command on the line to its answer on the line */
	toggleInstructions: number;
}

/** The limits of the figures with `compiler`; another compiler has no limits. */
export const chipBudgets = JSON.parse(readFileSync(join(ROOT, 'firmware/budget.json'), 'utf8')) as Record<
	Chip,
	ChipFigures
> & { compiler: string };

interface Sizes {
	compiler: string;
	core: { flash: number; ram: number };
	nanopb: { flash: number; ram: number };
}

export interface ChipRun {
	/** what the tests printed */
	output: string;
	compiler: string;
	/** NaN if the run ended before it was measured */
	figures: ChipFigures;
}

/** False if the tools for this chip were missing when the firmware was built. */
export function isChipBuilt(chip: Chip): boolean {
	return ['tests.elf', 'sizes.json'].every((name) => existsSync(join(BUILT, chip, name)));
}

/** Runs all tests of the core on this chip, and measures. */
export async function runOnChip(chip: Chip): Promise<ChipRun> {
	const [program, args] = EMULATORS[chip](join(BUILT, chip, 'tests.elf'));
	const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	const timer = setTimeout(() => child.kill('SIGKILL'), CHIP_TIMEOUT_MS);
	// The emulator writes the program's output to one or the other, depending on the chip.
	const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
	clearTimeout(timer);
	const output = `${out}${errors}`.replaceAll('\r', '');
	const measured = (name: string) => Number(new RegExp(`^measure ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? NaN);
	const { compiler, core, nanopb } = JSON.parse(readFileSync(join(BUILT, chip, 'sizes.json'), 'utf8')) as Sizes;
	return {
		output,
		compiler,
		figures: {
			coreFlash: core.flash,
			nanopbFlash: nanopb.flash,
			boardRam: measured('board_bytes') + core.ram,
			stack: measured('stack_bytes'),
			handshakeInstructions: measured('handshake_instructions'),
			toggleInstructions: measured('toggle_instructions'),
		},
	};
}
