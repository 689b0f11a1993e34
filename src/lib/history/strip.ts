import type { PresenceHistory } from '$protocol/dashboard/history.ts';

type Spell = PresenceHistory['spells'][number];
export interface Piece {
	state: Spell['state'];
	x: number;
	width: number;
}

/** The strip is drawn in units of five minutes over a day. */
export const STRIP_WIDTH = 288;
/** What is narrower could not be seen: a spell of a second is as much a spell as one of a night. */
const LEAST = 1.5;

/** Where each spell lies: in proportion, but that none is narrower than can be seen; the others make room for it. */
export function pieces(spells: Spell[], width = STRIP_WIDTH, least = LEAST): Piece[] {
	const whole = spells.reduce((sum, { from, to }) => sum + (to - from), 0);
	if (whole <= 0) return [];
	const widths = spells.map(({ from, to }) => ((to - from) / whole) * width);
	const floor = Math.min(least, width / spells.length);
	const small = widths.map((width) => width < floor);
	// Making room can push another one under the floor, so it goes on until none is.
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

/** How long in each state, ms. */
export function totals(spells: Spell[]): Record<Spell['state'], number> {
	const totals = { online: 0, away: 0, offline: 0, unknown: 0, 'not-yet': 0 };
	for (const { state, from, to } of spells) totals[state] += to - from;
	return totals;
}

/** The history as it is `now`: the last spell goes on, and what is older than it showed at first slides out. */
export function goOn({ from, to, spells }: PresenceHistory, now: number): Spell[] {
	const begin = from + Math.max(0, now - to);
	return spells
		.map((spell, index) => ({
			...spell,
			from: Math.max(spell.from, begin),
			to: index === spells.length - 1 ? Math.max(spell.to, now) : spell.to,
		}))
		.filter(({ from, to }) => to > from);
}
