import { describe, expect, it } from 'vitest';
import type { FlashPlan } from '$protocol/dashboard/flash.ts';
import type { Flashing } from './flashing.svelte.ts';
import { boardSteps } from './steps.ts';

const flashing = { phase: 'idle', percent: 0, stagesDone: 0 } as Flashing;
const second = (plan: Partial<FlashPlan> | undefined) => {
	const known = { flashing, hub: 'waiting', claimed: false, plan: plan as FlashPlan | undefined } as const;
	return boardSteps('ESP_5CCF7FAABBCC', known).steps[1]!;
};
const project = { name: 'fan.zip', url: '/fan.zip' };
const image = {} as NonNullable<FlashPlan['image']>;

describe('the second step of a board', () => {
	it('is to be flashed, over USB or with the files, where there is an image', () => {
		const flashed = { title: 'Flashed', text: 'Over USB, or with the files' };
		expect([second(undefined), second({ image, project })]).toEqual([flashed, flashed]);
	});

	it('is to be flashed with the project where that is all there is', () => {
		expect(second({ image: null, project })).toEqual({ title: 'Flashed', text: 'With the project' });
	});

	it('is to get its config file where there is no firmware to flash', () => {
		const step = second({ image: null, project: null });
		expect(step).toEqual({ title: 'Config file on it', text: 'Give it the config file' });
	});
});
