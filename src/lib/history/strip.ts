import type { PresenceHistory } from '$protocol/dashboard/history.ts';

type Spell = PresenceHistory['spells'][number];
export interface Piece {
	state: Spell['state'];
	x: number;
	width: number;
}

/** A day in units of five minutes */
export const STRIP_WIDTH = 288;
/** A shorter spell would be too narrow to see. */
const LEAST_WIDTH = 1.5;

/** Position and width of each spell: in proportion, but never narrower than `least`; wider ones shrink to make room. */
export function pieces(spells: Spell[], width = STRIP_WIDTH, least = LEAST_WIDTH): Piece[] {
	const whole = spells.reduce((sum, { from, to }) => sum + (to - from), 0);
	if (whole <= 0) return [];
	const widths = spells.map(({ from, to }) => ((to - from) / whole) * width);
	const floor = Math.min(least, width / spells.length);
	const small = widths.map((width) => width < floor);
	// Shrinking can push another spell under the minimum, so this repeats until none is.
	for (let found = true; found;) {
		const free = width - floor * small.filter(Boolean).length;
		const large = widths.reduce((sum, width, index) => (small[index] ? sum : sum + width), 0);
		found = false;
		for (const [index, old] of widths.entries()) {
			widths[index] = small[index] ? floor : (old / large) * free;
			if (small[index] || widths[index]! >= floor) continue;
			small[index] = found = true;
		}
	}
	let x = 0;
	return spells.map(({ state }, index) => {
		const piece = { state, x, width: widths[index]! };
		x += piece.width;
		return piece;
	});
}

/** Total time in each state, ms. */
export function totals(spells: Spell[]): Record<Spell['state'], number> {
	const totals = { online: 0, away: 0, offline: 0, unknown: 0, 'not-yet': 0 };
	for (const { state, from, to } of spells) totals[state] += to - from;
	return totals;
}

/** The history extended to `now`: the last spell grows, and spells older than a day drop out at the start. */
export function extendTo({ from, to, spells }: PresenceHistory, now: number): Spell[] {
	const begin = from + Math.max(0, now - to);
	return spells
		.map((spell, index) => ({
			...spell,
			from: Math.max(spell.from, begin),
			to: index === spells.length - 1 ? Math.max(spell.to, now) : spell.to,
		}))
		.filter(({ from, to }) => to > from);
}
