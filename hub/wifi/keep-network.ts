import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import { LIMITS } from '../../protocol/dashboard/limits.ts';
import type { Wifi } from '../../protocol/dashboard/shapes.ts';
import type { Actor } from '../base/actor.ts';
import { newId } from '../base/random.ts';
import { type Result, ok } from '../base/result.ts';
import { type NetworkRecord, StoredNetwork } from './entity.ts';
import type { Networks } from './networks.ts';

/**
 * Keeps a network for the next board. One that is kept with the same password already is simply returned, so that a
 * request whose answer was lost can be repeated.
 */
export function keepNetwork(networks: Networks, wifi: Wifi, by: Actor): Promise<Result<NetworkRecord, Fault>> {
	return networks.inTurn(async () => {
		const { ssid, password } = wifi;
		const known = [...networks.byId.values()].find((network) => network.ssid === ssid);
		if (known && networks.passwordOf(known) === password) return ok(known);
		if (known) return fault('network-kept-already', { network: ssid });
		const most = LIMITS.wifiNetworks;
		if (networks.byId.size >= most) return fault('too-many-networks', { most });
		const { orm, clock, random } = networks.options;
		const id = newId(random);
		const network: NetworkRecord = { id, ssid, sealed: networks.seal(id, password), createdAt: clock.now() };
		await orm.em.fork().insert(StoredNetwork, network);
		networks.byId.set(id, network);
		networks.events.emit('NetworkKept', { network, by });
		return ok(network);
	});
}
