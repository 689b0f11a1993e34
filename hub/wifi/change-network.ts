import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import { type NetworkRecord, StoredNetwork } from './entity.ts';
import type { Networks } from './networks.ts';

/** Gives a kept network another password, for the boards that come. Those that have the old one keep it. */
export function changeNetwork(
	networks: Networks,
	wish: { id: string; password: string; by: Actor },
): Promise<Result<NetworkRecord, Fault>> {
	return networks.inTurn(async () => {
		const { id, password, by } = wish;
		const before = networks.byId.get(id);
		if (!before) return fault('no-such-network');
		if (networks.passwordOf(before) === password) return ok(before);
		const network: NetworkRecord = { ...before, sealed: networks.seal(id, password) };
		await networks.options.orm.em.fork().nativeUpdate(StoredNetwork, { id }, { sealed: network.sealed });
		networks.byId.set(id, network);
		networks.events.emit('NetworkChanged', { network, by });
		return ok(network);
	});
}
