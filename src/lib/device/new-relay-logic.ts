import type { Board } from '$protocol/dashboard/boards.ts';

/** The logic proposed for a new relay on a pin: that of the board's own relay there, or that of most relay modules. */
export function isNewRelayLow({ relayKind, defaults }: Pick<Board, 'relayKind' | 'defaults'>, gpio: number): boolean {
	const own = defaults.relays.find((relay) => relay.gpio === gpio);
	// What is wired to a free pin of a board with relays of its own is a module.
	return own?.activeLow ?? (relayKind === 'own' || defaults.relays[0]?.activeLow !== false);
}
