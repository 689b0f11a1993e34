import { BlockList, isIP } from 'node:net';

/** Private and link-local ranges, and the hub's own machine: only devices of the hub's own networks can have these. */
const HOME = new BlockList();
for (const [network, bits] of [
	['10.0.0.0', 8],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.168.0.0', 16],
] as const)
	HOME.addSubnet(network, bits, 'ipv4');
HOME.addSubnet('fc00::', 7, 'ipv6');
HOME.addSubnet('fe80::', 10, 'ipv6');
HOME.addAddress('::1', 'ipv6');

/**
 * The network that an address is counted under: an IPv4 address itself, an IPv6 address's /64, since an IPv6 host
 * owns a whole one. A /64 is returned unchanged.
 */
export function networkOf(address: string): string {
	if (!address.includes(':') || address.endsWith('/64')) return address;
	return `${wordsOf(address).slice(0, 4).join(':')}::/64`;
}

/** The wider network that one customer of a provider, or one attacker, may control completely: a /24, for IPv6 a /48. */
export function neighbourhoodOf(address: string): string {
	if (!address.includes(':')) return address.split('.').slice(0, 3).join('.');
	return wordsOf(address.replace(/\/64$/, '')).slice(0, 3).join(':');
}

/** A still wider network, which few control completely: a /16, for IPv6 a /32, which is what a provider gets. */
export function regionOf(address: string): string {
	if (!address.includes(':')) return address.split('.').slice(0, 2).join('.');
	return wordsOf(address.replace(/\/64$/, '')).slice(0, 2).join(':');
}

/** Whether this address is in a home network: nobody can connect from such an address over the internet. */
export function isAtHome(address: string): boolean {
	const plain = address.split('%')[0]!;
	const version = isIP(plain);
	return version > 0 && HOME.check(plain, version === 4 ? 'ipv4' : 'ipv6');
}

/** The eight words of an IPv6 address, without zeros in front. */
function wordsOf(address: string): string[] {
	const [head = '', tail] = address.toLowerCase().split('::');
	const front = words(head);
	const back = tail === undefined ? [] : words(tail);
	const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
	return [...front, ...zeros, ...back].map((word) => word.replace(/^0+(?=.)/, ''));
}

function words(text: string): string[] {
	return text === '' ? [] : text.split(':');
}
