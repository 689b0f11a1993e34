import type { InputPlan } from '$protocol/dashboard/plan.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import { deviceWords } from '$words/device/device.ts';
import type { Problem } from './problem.ts';

/** Times of inputs that no board takes; a cleared field is NaN or 0. */
export function inputTimeProblems(inputs: InputPlan[]): Problem[] {
	return inputs.flatMap(({ id, debounceMs, holdMs = 0 }) => {
		const found: Problem[] = [];
		if (!(debounceMs >= LIMITS.debounceMinMs && debounceMs <= LIMITS.debounceMaxMs))
			found.push({ part: 'inputs', id, field: 'debounceMs', message: deviceWords.problems.debounce });
		if (!(holdMs >= 0 && holdMs <= LIMITS.holdMs))
			found.push({ part: 'inputs', id, field: 'holdMs', message: deviceWords.inputs.holdProblem });
		return found;
	});
}
