import { type InferEntity, defineEntity } from '@mikro-orm/core';
import type { Actor } from '../../base/actor.ts';
import type { Timer } from '../../base/clock.ts';

/**
 * What a Legacy v1 board is told about one relay. Stored before the person or the board is answered, so that a
 * restart of the hub switches nothing.
 */
export interface LegacyRelay {
	id: number;
	/** what the board was answered last; null = it has never asked */
	told: boolean | null;
	/** why it was answered that, if it was not the board's own state */
	why: { cause: 'command' | 'countdown'; by: Actor | null } | null;
	/** a person's command that the board has not been told yet; `until` (Unix ms) it may be */
	wish: { on: boolean; forMs: number; by: Actor; until: number } | null;
	/** off again at `offAt` (Unix ms), `forMs` after the board was told */
	countdown: { offAt: number; forMs: number } | null;
}

/** What a Legacy v1 board is told: durable, unlike what boards say. */
export const LegacyBoard = defineEntity({
	name: 'LegacyBoard',
	tableName: 'legacy_board',
	properties: (p) => ({
		deviceId: p.text().primary(),
		relays: p.json<readonly LegacyRelay[]>(),
	}),
});
export type LegacyBoard = InferEntity<typeof LegacyBoard>;

/** What the hub keeps for a Legacy v1 board, which itself knows only on and off. */
export interface LegacyState {
	relays: readonly LegacyRelay[];
	/** countdowns by relay, timed by the monotonic clock, ms, at which they end */
	countdowns: Map<number, { timer: Timer; endMono: number; over: boolean }>;
	/** wishes that are about to be written */
	wishing: number;
}

export function legacyOf(device: { legacy: LegacyState | null }): LegacyState {
	return (device.legacy ??= { relays: [], countdowns: new Map(), wishing: 0 });
}

export function legacyRelay({ relays }: LegacyState, id: number): LegacyRelay {
	return relays.find((relay) => relay.id === id) ?? { id, told: null, why: null, wish: null, countdown: null };
}

/** The relays with this one as it is now. */
export function withRelay(relays: readonly LegacyRelay[], changed: LegacyRelay): LegacyRelay[] {
	return [...relays.filter(({ id }) => id !== changed.id), changed];
}
