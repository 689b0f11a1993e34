import { setUpFirmwareOnChips } from '../../scripts/lib/firmware/firmware.mjs';
import { CHIPS, type Chip, type ChipFigures, chipBudgets, runOnChip } from '../harness/boards/chips.ts';
import { type Row, ratio, report } from './lib/report.ts';

/**
 * What the firmware's core costs on the chips' own instruction sets, against firmware/budget.json. Sizes are the
 * compiler's, instructions are counted by QEMU: one run is enough, and a busy machine changes nothing.
 */
const WHAT: Record<keyof ChipFigures, [what: string, unit: string]> = {
	coreFlash: ['flash of the core', 'B'],
	nanopbFlash: ['flash of nanopb', 'B'],
	boardRam: ['RAM of a board with all its buffers', 'B'],
	stack: ['stack at its deepest', 'B'],
	handshakeInstructions: ["instructions, board's part of a handshake", ''],
	toggleInstructions: ['instructions, command to answer', ''],
};

function rowsOf(chip: Chip, figures: ChipFigures): Row[] {
	return (Object.entries(WHAT) as [keyof ChipFigures, [string, string]][]).map(([name, [what, unit]]) => {
		const words = (value: number) => `${value.toLocaleString('en')} ${unit}`.trim();
		const budget = chipBudgets[chip][name];
		return {
			what: `${chip}: ${what}`,
			hub: words(figures[name]),
			against: words(budget),
			ratio: ratio(figures[name], budget),
			goal: '≤ 1 ×',
		};
	});
}

await setUpFirmwareOnChips();
const rows: Row[] = [];
const kept: Record<string, number> = {};
for (const chip of CHIPS) {
	const { output, compiler, figures } = await runOnChip(chip);
	if (Object.values(figures).some(Number.isNaN)) throw new Error(`The run on ${chip} was not measured:\n${output}`);
	if (compiler !== chipBudgets.compiler)
		console.log(`The budget is that of gcc ${chipBudgets.compiler}; ${chip} is measured with ${compiler}.`);
	rows.push(...rowsOf(chip, figures));
	for (const [name, value] of Object.entries(figures)) kept[`${chip}.${name}`] = value;
}
report('firmware', rows, kept, { hub: 'measured', against: 'budget' });
