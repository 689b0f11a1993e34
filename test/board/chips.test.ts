import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

// The core's tests, on the instruction sets of the boards' chips, and what the core costs there. The chips are QEMU's: counts
// of instructions are exact and the same at every run, times are none.

const ROOT = join(import.meta.dirname, '../..');
const BUILT = join(ROOT, '.cache/firmware/chips');
/** A trap of the chip can make it run in circles. */
const TIMEOUT_MS = 240_000;

const COMMON = [
	'-nographic',
	'-monitor',
	'none',
	'-semihosting-config',
	'enable=on,target=native',
	'-icount',
	'shift=0',
];
const CHIPS: Record<string, (program: string) => [string, string[]]> = {
	rv32imc: (program) => [
		'qemu-system-riscv32',
		['-M', 'virt', '-cpu', 'rv32', '-bios', 'none', '-m', '64M', ...COMMON, '-kernel', program],
	],
	lx106: (program) => [
		'qemu-system-xtensa',
		['-M', 'sim', '-cpu', 'lx106', '-m', '16M', ...COMMON, '-device', `loader,file=${program},cpu-num=0`],
	],
};

interface Budget {
	/** bytes of code and constants of the core and of its protobuf library, without crypto */
	coreFlash: number;
	nanopbFlash: number;
	/** bytes: one board with all its buffers, and what the core has besides */
	boardRam: number;
	/** bytes, the deepest of a start, a claim, a configuration and commands */
	stack: number;
	/** the board's part of the handshake, from its first hash to its keys */
	handshakeInstructions: number;
	/** from a command on the line to its answer on the line */
	toggleInstructions: number;
}

/** Figures of one compiler are held to; another one's are only told. */
const budgets = JSON.parse(readFileSync(join(ROOT, 'firmware/budget.json'), 'utf8')) as Record<string, Budget> & {
	compiler: string;
};

interface Sizes {
	compiler: string;
	core: { flash: number; ram: number };
	nanopb: { flash: number; ram: number };
}

async function run(chip: string): Promise<string> {
	const [program, args] = CHIPS[chip]!(join(BUILT, chip, 'tests.elf'));
	const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS);
	// The emulated program's output is one or the other, by chip.
	const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
	clearTimeout(timer);
	return `${output}${errors}`.replaceAll('\r', '');
}

function measured(output: string, name: string): number {
	return Number(new RegExp(`^measure ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? NaN);
}

describe.each(Object.keys(CHIPS))('the core on %s', (chip) => {
	const built = existsSync(join(BUILT, chip, 'tests.elf')) && existsSync(join(BUILT, chip, 'sizes.json'));

	it(
		'passes its tests, within its budget',
		async ({ skip, annotate }) => {
			skip(!built, 'the tools for this chip could not be installed: `npm test` says which');
			const output = await run(chip);
			expect(output.split('\n').filter((line) => /^(FAILED| {2})/.test(line))).toEqual([]);
			expect(output).toMatch(/^[1-9]\d{2} passed, 0 failed$/m);
			const sizes = JSON.parse(readFileSync(join(BUILT, chip, 'sizes.json'), 'utf8')) as Sizes;
			const figures: Budget = {
				coreFlash: sizes.core.flash,
				nanopbFlash: sizes.nanopb.flash,
				boardRam: measured(output, 'board_bytes') + sizes.core.ram,
				stack: measured(output, 'stack_bytes'),
				handshakeInstructions: measured(output, 'handshake_instructions'),
				toggleInstructions: measured(output, 'toggle_instructions'),
			};
			const line = Object.entries(figures)
				.map(([name, value]) => `${name} ${value.toLocaleString('en')}`)
				.join(', ');
			await annotate(`${chip}: ${line}`);
			console.log(`${chip}: ${line}`);
			if (sizes.compiler !== budgets.compiler) return;
			for (const [name, value] of Object.entries(figures))
				expect(value, `${name} of ${chip}`).toBeLessThanOrEqual(budgets[chip]![name as keyof Budget]);
		},
		TIMEOUT_MS + 10_000,
	);
});
