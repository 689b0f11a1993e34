import type { AddDevice, PendingView } from '$protocol/dashboard/pending.ts';
import { type Outcome, request } from '$lib/hub/request.ts';
import { listWords } from '$words/device/device-list.ts';

/** Makes a pending device for a virtual board, and lets the hub play it. It is claimed by itself, as every board is. */
export async function tryIt(): Promise<Outcome<unknown>> {
	const { board, relays } = listWords.tryIt;
	const device: AddDevice = {
		name: board,
		board: 'virtual',
		relays: relays.map(([icon, name], index) => ({ id: index + 1, name, icon, gpio: index, activeLow: false })),
		sensors: [{ id: 1, type: 'virtual' }],
	};
	const made = await request<PendingView>('POST', '/pending', device);
	return made.ok ? request('POST', `/pending/${made.value.id}/virtual-board`) : made;
}
