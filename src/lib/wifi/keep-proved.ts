import type { ApiError } from '$protocol/dashboard/errors.ts';
import type { Wifi } from '$protocol/dashboard/shapes.ts';
import type { NetworkList } from '$protocol/dashboard/wifi-networks.ts';
import { request } from '$lib/hub/request.ts';

/**
 * Keeps a network that a board has just joined. One that the hub keeps with another password gets this one, which is
 * right, if the person may change it. Returns why it is not kept.
 */
export async function keepProved(
	wifi: Wifi,
	mayChange: boolean,
	ask: typeof request = request,
): Promise<ApiError | undefined> {
	const { ssid, password } = wifi;
	const kept = await ask('POST', '/wifi-networks', { ssid, password });
	if (kept.ok) return undefined;
	if (kept.error.fault !== 'network-kept-already' || !mayChange) return kept.error;
	const list = await ask<NetworkList>('GET', '/wifi-networks');
	const known = list.ok ? list.value.networks.find((network) => network.ssid === ssid) : undefined;
	if (!known) return kept.error;
	const changed = await ask('PUT', `/wifi-networks/${known.id}`, { password });
	return changed.ok ? undefined : changed.error;
}
