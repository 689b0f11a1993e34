import type { PresenceHistory } from '../../../protocol/dashboard/history.ts';

export type Strip = PresenceHistory['spells'];
type State = Strip[number]['state'];

/** A state that began at `from`, Unix ms, and lasted until the next one. */
export interface Spell {
	from: number;
	state: State;
}

/** A time the hub ran, Unix ms. */
export interface Run {
	from: number;
	to: number;
}

/**
 * Covers the time from `from` to `to` without a gap. Each moment has the state of the last spell that had begun; it
 * is "unknown" if the hub did not run, and "not yet" before `madeAt`, when the device was made. Spells are in order
 * of time.
 */
export function presenceStrip(
	spells: readonly Spell[],
	runs: readonly Run[],
	{ from, to, madeAt }: { from: number; to: number; madeAt: number },
): Strip {
	const edges = [from, madeAt, ...spells.map((spell) => spell.from), ...runs.flatMap((run) => [run.from, run.to])]
		.filter((edge) => edge >= from && edge < to)
		.sort((a, b) => a - b);
	const strip: Strip = [];
	let index = -1;
	for (const edge of edges) {
		while (index + 1 < spells.length && spells[index + 1]!.from <= edge) index++;
		const ran = runs.some((run) => run.from <= edge && edge < run.to);
		// Between its making and its first spell a device was not there either.
		const isNotYet = edge < madeAt || (ran && index < 0);
		const state = isNotYet ? 'not-yet' : (ran && spells[index]?.state) || 'unknown';
		const last = strip.at(-1);
		if (last) last.to = edge;
		if (last?.state !== state) strip.push({ state, from: edge, to });
	}
	const last = strip.at(-1);
	if (last) last.to = to;
	return strip;
}
