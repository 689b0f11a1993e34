import { BlockList } from 'node:net';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

export type Interfaces = NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal' | 'mac' | 'cidr'>[]>;

/** A network that this machine is in. */
export interface Lan {
	/** of the interface: "eth0" */
	name: string;
	/** the interface's first IPv4 address, from which multicast is sent */
	address: string;
	/** its IPv4 networks: "192.168.1.4/24" */
	networks: string[];
	/** all of the interface's addresses, IPv6 too; announced only in this network */
	addresses: string[];
}

/** Which addresses belong to some networks. */
export type Networks = Pick<BlockList, 'check'>;

/** Tunnels have no hardware address, and no multicast. */
const NO_MAC = '00:00:00:00:00:00';

/** Every network for mDNS: those with IPv4, which is what boards use. */
export function lansOf(interfaces: Interfaces = networkInterfaces()): Lan[] {
	return Object.entries(interfaces)
		.sort(([a], [b]) => a.localeCompare(b, 'en'))
		.flatMap(([name, all = []]) => {
			const usable = all.filter(({ internal, mac }) => !internal && mac !== NO_MAC);
			const ipv4 = usable.filter(({ family }) => family === 'IPv4');
			const [first] = ipv4;
			if (!first) return [];
			const networks = ipv4.map(({ address, cidr }) => cidr ?? `${address}/32`);
			const addresses = usable.map(({ address }) => address).sort();
			return [{ name, address: first.address, networks, addresses }];
		});
}

export function networksOf(lans: readonly Lan[]): Networks {
	const all = new BlockList();
	for (const network of lans.flatMap(({ networks }) => networks)) {
		const [address, bits] = network.split('/') as [string, string];
		all.addSubnet(address, Number(bits), 'ipv4');
	}
	return all;
}

/** "eth0 192.168.1.4" */
export function lanWords({ name, address }: Lan): string {
	return `${name} ${address}`;
}

/** The host name that the hub announces by mDNS. Not the machine's: the operating system's responder answers for that. */
export function mdnsHost(hubId: string): string {
	return `mooring-${hubId.slice(0, 8)}.local`;
}
