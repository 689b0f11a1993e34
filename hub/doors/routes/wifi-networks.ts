import { Wifi } from '../../../protocol/dashboard/shapes.ts';
import { NetworkList, NetworkPassword, NetworkView } from '../../../protocol/dashboard/wifi-networks.ts';
import { err, ok } from '../../base/result.ts';
import { changeNetwork } from '../../wifi/change-network.ts';
import { keepNetwork } from '../../wifi/keep-network.ts';
import { type Networks, networkView } from '../../wifi/networks.ts';
import { removeNetwork } from '../../wifi/remove-network.ts';
import { apiErrorOf } from '../api-error.ts';
import { type Route, route } from '../server/route.ts';

/** The Wi-Fi networks that the hub keeps for the next board. No route answers with a password. */
export function wifiNetworkRoutes(networks: Networks): Route[] {
	return [
		route({
			method: 'GET',
			path: '/wifi-networks',
			summary: 'Wi-Fi networks that the hub keeps for the next board, without their passwords',
			access: 'networks.see',
			answer: { status: 200, schema: NetworkList },
			handle: async () => ok({ status: 200, json: { networks: [...networks.byId.values()].map(networkView) } }),
		}),
		route({
			method: 'POST',
			path: '/wifi-networks',
			summary: 'Keep a Wi-Fi network for the next board',
			access: 'networks.keep',
			body: Wifi,
			answer: { status: 201, schema: NetworkView },
			async handle({ body, who }) {
				const kept = await keepNetwork(networks, body, who.actor);
				return kept.ok ? ok({ status: 201, json: networkView(kept.value) }) : err(apiErrorOf(kept.error));
			},
		}),
		route({
			method: 'PUT',
			path: '/wifi-networks/:id',
			summary: 'Change the password that the next boards are given',
			access: 'networks.change',
			body: NetworkPassword,
			answer: { status: 200, schema: NetworkView },
			async handle({ params: { id }, body: { password }, who }) {
				const changed = await changeNetwork(networks, { id, password, by: who.actor });
				return changed.ok ? ok({ status: 200, json: networkView(changed.value) }) : err(apiErrorOf(changed.error));
			},
		}),
		route({
			method: 'DELETE',
			path: '/wifi-networks/:id',
			summary: 'Keep a Wi-Fi network no longer; boards that were given it keep it',
			access: 'networks.change',
			answer: { status: 204 },
			async handle({ params: { id }, who }) {
				const removed = await removeNetwork(networks, id, who.actor);
				return removed.ok ? ok({ status: 204 }) : err(apiErrorOf(removed.error));
			},
		}),
	];
}
