import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

export type Interfaces = NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal' | 'mac' | 'cidr'>[]>;

/** A network that this machine is in. */
export interface Lan {
	/** of the interface: "eth0" */
	name: string;
	/** the interface's first IPv4 address, from which multicast is sent */
	address: string;
	/** its network: "192.168.1.4/24" */
	cidr: string;
	/** all of the interface's addresses, IPv6 too; announced only in this network */
	addresses: string[];
}

/** Tunnels have no hardware address, and no multicast. */
const NO_MAC = '00:00:00:00:00:00';

/** Every network for mDNS: those with IPv4, which is what boards use. */
export function lansOf(interfaces: Interfaces = networkInterfaces()): Lan[] {
	return Object.entries(interfaces)
		.sort(([a], [b]) => a.localeCompare(b, 'en'))
		.flatMap(([name, all = []]) => {
			const usable = all.filter(({ internal, mac }) => !internal && mac !== NO_MAC);
			const first = usable.find(({ family }) => family === 'IPv4');
			if (!first) return [];
			const addresses = usable.map(({ address }) => address).sort();
			return [{ name, address: first.address, cidr: first.cidr ?? `${first.address}/32`, addresses }];
		});
}

/** "eth0 192.168.1.4" */
export function lanWords({ name, address }: Lan): string {
	return `${name} ${address}`;
}

/** The host name that the hub announces by mDNS. Not the machine's: the operating system's responder answers for that. */
export function mdnsHost(hubId: string): string {
	return `mooring-${hubId.slice(0, 8)}.local`;
}
