import type { Kind, KindRun } from './kind.ts';

/** A kind that ran, and what went wrong in it. */
export interface Ran {
	kind: Kind;
	run: KindRun;
	failure?: Error;
}

const number = (value: number) => value.toLocaleString('en-US');

/** The figures of all kinds, as lines; the last one says how many writes were lost. */
export function reportOf(ran: readonly Ran[], lost: readonly string[]): string[] {
	const faults = new Map<string, number>();
	const counts = { acknowledged: 0, unanswered: 0, refused: 0, repeated: 0, compared: 0, claimed: 0, switched: 0 };
	for (const { run } of ran) {
		for (const [fault, times] of run.faults) faults.set(fault, (faults.get(fault) ?? 0) + times);
		for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += run.counts[key];
	}
	const packets = [...faults].filter(([fault]) => fault.startsWith('packet '));
	const sum = [...faults].filter(([fault]) => !fault.startsWith('packet ')).reduce((all, [, times]) => all + times, 0);
	const most = Math.max(0, ...[...faults.keys()].map((fault) => fault.length));
	return [
		...[...faults].map(([fault, times]) => `  ${fault.padEnd(most)}  ${number(times).padStart(9)}`),
		`faults injected: ${number(sum)}${packets.length > 0 ? ' (single packets are not counted)' : ''}`,
		`writes acknowledged: ${number(counts.acknowledged)}, of these boards claimed: ${number(counts.claimed)}; compared ${number(counts.compared)} times with what the hub holds`,
		`writes refused in words: ${number(counts.refused)}; without an answer: ${number(counts.unanswered)}, of these not done and repeated: ${number(counts.repeated)}`,
		`relays switched and reported: ${number(counts.switched)}`,
		`lost writes: ${number(lost.length)}`,
	];
}
