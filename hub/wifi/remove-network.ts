import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import { StoredNetwork } from './entity.ts';
import type { Networks } from './networks.ts';

/** Keeps a network no longer. Boards and pending devices that were given it keep it. */
export function removeNetwork(networks: Networks, id: string, by: Actor): Promise<Result<void, Fault>> {
	return networks.inTurn(async () => {
		const network = networks.byId.get(id);
		if (!network) return fault('no-such-network');
		await networks.options.orm.em.fork().nativeDelete(StoredNetwork, { id });
		networks.byId.delete(id);
		networks.events.emit('NetworkRemoved', { network, by });
		return ok();
	});
}
