import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { isIPv6 } from 'node:net';
import type { Config } from './config/config.ts';

/** The most that a board's config file has room for. */
export const MAX_HUB_ADDRESSES = 8;

export interface HubAddress {
	host: string;
	port: number;
}

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** Networks within the machine itself (containers, virtual machines) and tunnels: no board is there. */
const INNER_INTERFACE =
	/^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|lxc|lxd|incus|podman|cni|flannel|cali|tun|tap|wg|tailscale|zt|utun|bridge1)/;
const EVERYWHERE = new Set(['0.0.0.0', '::']);
const LOOPBACK = '127.0.0.1';

/** Where a virtual board, which runs on this machine, finds this hub: loopback first. */
export function hubAddressesForVirtualBoards(
	config: Config,
	port: number,
	interfaces = networkInterfaces(),
): HubAddress[] {
	const lan = hubAddresses(config, port, interfaces);
	if (!EVERYWHERE.has(config.host)) return lan;
	return [{ host: LOOPBACK, port }, ...lan].slice(0, MAX_HUB_ADDRESSES);
}

/**
 * Where a board finds this hub, the likeliest address first: private networks, then public ones, then networks within
 * the machine and link-local ones. IPv6 only if there is no IPv4 at all: the firmware of real boards has no IPv6.
 */
export function hubAddresses(config: Config, port: number, interfaces: Interfaces = networkInterfaces()): HubAddress[] {
	if (!EVERYWHERE.has(config.host)) return [{ host: config.host, port }];
	const found = Object.entries(interfaces).flatMap(([name, addresses]) =>
		(addresses ?? []).filter(({ internal }) => !internal).map(({ address }) => ({ name, address })),
	);
	const reachable = found.filter(({ address }) => !isIPv6(address) || (config.host === '::' && !isLinkLocal(address)));
	const hasIpv4 = reachable.some(({ address }) => !isIPv6(address));
	const hosts = reachable
		.filter(({ address }) => !hasIpv4 || !isIPv6(address))
		.toSorted((a, b) => distance(a) - distance(b))
		.map(({ address }) => address);
	return [...new Set(hosts)].slice(0, MAX_HUB_ADDRESSES).map((host) => ({ host, port }));
}

function distance({ name, address }: { name: string; address: string }): number {
	if (isLinkLocal(address)) return 3;
	if (INNER_INTERFACE.test(name)) return 2;
	return isPrivate(address) ? 0 : 1;
}

/** RFC 1918, and RFC 4193 for IPv6. */
function isPrivate(address: string): boolean {
	return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/i.test(address);
}

/** RFC 3927 and RFC 4291. */
function isLinkLocal(address: string): boolean {
	return /^(169\.254\.|fe[89ab])/i.test(address);
}
