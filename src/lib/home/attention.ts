import type { PendingView } from '$protocol/dashboard/pending.ts';
import { needsAttention } from '$lib/devices/arrangement.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { homeWords } from '$words/home/home.ts';
import { shortAge } from './short-times.ts';

export interface Attention {
	key: string;
	look: 'ask' | 'away' | 'warn';
	words: readonly [who: string, what: string];
	/** where a person does something about it */
	at: 'pending' | 'devices' | { device: string };
}

/** So many devices that are away are named; more are counted. */
const NAMED_MOST = 2;
const words = homeWords.attention;

/** What needs a person in the house, the most pressing first. */
export function attentionOf(devices: readonly Device[], pending: readonly PendingView[], now: number): Attention[] {
	const awaiting = pending.filter(({ state }) => state === 'awaiting').length;
	// A virtual board that the hub starts is claimed in a moment. So is one that somebody tries in a house without devices.
	const others = pending.filter(
		({ state, board, virtualRunning }) =>
			state !== 'awaiting' && !virtualRunning && (board !== 'virtual' || devices.length > 0),
	);
	// A device that was just claimed is offline until its board has connected.
	const gone = devices.filter(
		({ presence: { state, since, lastSeenAt } }) =>
			state !== 'online' && (lastSeenAt !== null || shortAge(now - since) !== undefined),
	);
	return [
		...(awaiting > 0
			? [
					{
						key: 'waits',
						look: 'ask',
						at: 'pending',
						words: awaiting === 1 ? words.waits : words.wait(awaiting),
					} as const,
				]
			: []),
		...devices.flatMap((device): Attention[] => {
			const { token, update } = device.base;
			const at = { device: device.id };
			const { name } = device.base;
			if (needsAttention(device))
				return [
					{
						key: device.id,
						look: 'warn',
						at,
						words: token.state === 'revoked' ? words.revoked(name) : words.refused(name),
					},
				];
			if (update?.state === 'failed') return [{ key: device.id, look: 'warn', at, words: words.update(name) }];
			return [];
		}),
		...(gone.length > NAMED_MOST
			? [{ key: 'gone', look: 'away', at: 'devices', words: words.gone(gone.length) } as const]
			: gone.map(({ id, base: { name }, presence: { state, since } }): Attention => {
					const age = shortAge(now - since);
					const said = state === 'away' ? words.away(name, age) : words.offline(name, age);
					return { key: `gone ${id}`, look: 'away', at: { device: id }, words: said };
				})),
		...(others.length > 0
			? [{ key: 'pending', look: 'ask', at: 'pending', words: words.pending(others.map(({ name }) => name)) } as const]
			: []),
	];
}
