import { type InferEntity, defineEntity } from '@mikro-orm/core';

/** A Wi-Fi network that the hub keeps for the next board. */
export const StoredNetwork = defineEntity({
	name: 'StoredNetwork',
	tableName: 'wifi_network',
	properties: (p) => ({
		id: p.text().primary(),
		ssid: p.text().unique(),
		/** its password; null: an open network */
		sealed: p.blob().nullable(),
		createdAt: p.bigint('number'),
	}),
});
export type StoredNetwork = InferEntity<typeof StoredNetwork>;
/** As the running hub knows it. */
export type NetworkRecord = Omit<StoredNetwork, never>;
