import type { FlashPlan } from '$protocol/dashboard/flash.ts';
import type { PendingView } from '$protocol/dashboard/pending.ts';
import type { Flashing } from '$lib/flash/flashing.svelte.ts';
import { flashWords } from '$words/flash.ts';
import { setupWords } from '$words/setup.ts';

type Words = readonly [title: string, after: string, before: string];

/** Completed steps by what the hub knows. A board that the hub has seen has been made, flashed, on Wi-Fi, and has found the hub. */
const BY_HUB = { waiting: 1, seen: 4, authenticated: 5 } as const;

export interface Step {
	title: string;
	text: string;
}

/**
 * The steps of a real board until it is claimed, and how many are completed. The page that flashes the board knows the
 * first steps from its log, and the hub knows the last ones. Every step implies those before it. `plan`: what can be
 * flashed, once it is known.
 */
export function boardSteps(
	code: string,
	known: { flashing: Flashing; hub: PendingView['step']; claimed: boolean; plan: FlashPlan | undefined },
): { steps: Step[]; done: number } {
	const { flashing, plan } = known;
	const words = flashWords.steps;
	const [title, after, before] = plan && !plan.image && !plan.project ? words.configured : words.flashed;
	const how = plan?.project && !plan.image ? words.withProject : before;
	const all: Words[] = [
		setupWords.made(code),
		[title, after, flashing.phase === 'writing' ? words.writing(flashing.percent) : how],
		words.wifi,
		words.hub,
		setupWords.authenticated,
		setupWords.claimed,
	];
	const done = known.claimed ? all.length : Math.max(BY_HUB[known.hub], 1 + flashing.stagesDone);
	return { steps: all.map(([title, after, before], index) => ({ title, text: index < done ? after : before })), done };
}
