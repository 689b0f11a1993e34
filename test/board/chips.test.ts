import { describe, expect, it } from 'vitest';
import {
	CHIPS,
	CHIP_TIMEOUT_MS,
	type ChipFigures,
	chipBudgets,
	isChipBuilt,
	runOnChip,
} from '../harness/boards/chips.ts';

// The core's tests, on the instruction sets of the boards' chips, and what the core costs there.

describe.each(CHIPS)('the core on %s', (chip) => {
	it(
		'passes its tests, within its budget',
		async ({ skip, annotate }) => {
			skip(!isChipBuilt(chip), 'the tools for this chip could not be installed: `npm test` says which');
			const { output, compiler, figures } = await runOnChip(chip);
			expect(output.split('\n').filter((line) => /^(FAILED| {2})/.test(line))).toEqual([]);
			expect(output).toMatch(/^[1-9]\d{2} passed, 0 failed$/m);
			const line = Object.entries(figures)
				.map(([name, value]) => `${name} ${value.toLocaleString('en')}`)
				.join(', ');
			await annotate(`${chip}: ${line}`);
			console.log(`${chip}: ${line}`);
			if (compiler !== chipBudgets.compiler) return;
			for (const [name, value] of Object.entries(figures))
				expect(value, `${name} of ${chip}`).toBeLessThanOrEqual(chipBudgets[chip][name as keyof ChipFigures]);
		},
		CHIP_TIMEOUT_MS + 10_000,
	);
});
