import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import type { NetworkView } from '../../protocol/dashboard/wifi-networks.ts';
import type { Actor } from '../base/actor.ts';
import type { Clock } from '../base/clock.ts';
import { Events } from '../base/events.ts';
import { KeyedMutex } from '../base/keyed-mutex.ts';
import type { Random } from '../base/random.ts';
import type { Vault } from '../store/vault.ts';
import { type NetworkRecord, StoredNetwork } from './entity.ts';

export interface NetworksOptions {
	orm: MikroORM;
	clock: Clock;
	random: Random;
	vault: Vault;
	log: Logger;
}

/** The Wi-Fi networks that the hub keeps, passwords sealed. Holds state only; each operation has a file of its own. */
export class Networks {
	readonly options: NetworksOptions;
	readonly events: Events<NetworkFacts>;
	/** oldest first */
	readonly byId = new Map<string, NetworkRecord>();
	readonly #turns = new KeyedMutex();

	constructor(options: NetworksOptions) {
		this.options = options;
		this.events = new Events((error) => options.log.error({ err: error }, 'internal error in an event listener'));
	}

	/** What is looked at before a change must hold until it is written: changes come one after another. */
	inTurn<T>(change: () => Promise<T>): Promise<T> {
		return this.#turns.run('networks', change);
	}

	seal(id: string, password: string): Buffer | null {
		return password === '' ? null : this.options.vault.seal(Buffer.from(password), purposeOf(id));
	}

	/** The password, empty for an open network; undefined if what is stored is damaged. */
	passwordOf({ id, sealed }: NetworkRecord): string | undefined {
		if (!sealed) return '';
		try {
			return this.options.vault.open(sealed, purposeOf(id)).toString();
		} catch {
			return undefined;
		}
	}
}

/** Facts about the networks, emitted once they are stored. */
export interface NetworkFacts {
	NetworkKept: { network: NetworkRecord; by: Actor };
	/** it has another password */
	NetworkChanged: { network: NetworkRecord; by: Actor };
	NetworkRemoved: { network: NetworkRecord; by: Actor };
}

export async function openNetworks(options: NetworksOptions): Promise<Networks> {
	const networks = new Networks(options);
	const stored = await options.orm.em.fork().find(StoredNetwork, {}, { orderBy: { createdAt: 'asc', id: 'asc' } });
	for (const { id, ssid, sealed, createdAt } of stored) networks.byId.set(id, { id, ssid, sealed, createdAt });
	return networks;
}

export function networkView({ id, ssid, sealed }: NetworkRecord): NetworkView {
	return { id, ssid, secured: Boolean(sealed) };
}

function purposeOf(id: string): string {
	return `wifi-network:${id}`;
}
