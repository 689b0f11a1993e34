import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

export type Interfaces = NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal' | 'mac' | 'cidr'>[]>;

/** A network that this machine is in. */
export interface Lan {
	/** of the interface: "eth0" */
	name: string;
	/** the interface's first IPv4 address: multicast goes out of where that is */
	address: string;
	/** its network: "192.168.1.4/24" */
	cidr: string;
	/** all of the interface's addresses, IPv6 too: what is told there, and nowhere else */
	addresses: string[];
}

/** Tunnels have no hardware address, and no multicast. */
const NO_MAC = '00:00:00:00:00:00';

/** Every network that mDNS can be spoken in: by IPv4, which boards speak. */
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

/** The host name the hub announces by mDNS: its own, since the operating system's responder answers for the machine's. */
export function mdnsHost(hubId: string): string {
	return `mooring-${hubId.slice(0, 8)}.local`;
}
