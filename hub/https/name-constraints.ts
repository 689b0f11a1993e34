import { BlockList, isIP, isIPv6 } from 'node:net';

/** What the authority may vouch for: names and addresses that are of a household or of one machine, never of the Internet. */
const DOMAINS = ['local', 'home.arpa', 'localhost'];
const NETWORKS: readonly (readonly [address: string, bits: number])[] = [
	['10.0.0.0', 8],
	['172.16.0.0', 12],
	['192.168.0.0', 16],
	['169.254.0.0', 16],
	['127.0.0.0', 8],
	['fc00::', 7],
	['fe80::', 10],
	['::1', 128],
];

const OF_HOUSEHOLDS = new BlockList();
for (const [address, bits] of NETWORKS) OF_HOUSEHOLDS.addSubnet(address, bits, isIPv6(address) ? 'ipv6' : 'ipv4');

/** Tags of DER (X.690) and of RFC 5280, 4.2.1.10. */
const TAG = { sequence: 0x30, permitted: 0xa0, dnsName: 0x82, ipAddress: 0x87 };
const LONG_FORM = 0x80;
const ADDRESS_BYTES = { v4: 4, v6: 16 };

/** Whether the authority may vouch for this name or address. */
export function isPermitted(host: string): boolean {
	const version = isIP(host);
	if (version > 0) return OF_HOUSEHOLDS.check(host, version === 6 ? 'ipv6' : 'ipv4');
	return DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** The extension NameConstraints: these names and addresses are permitted, and no others of their kinds. */
export function nameConstraints(): Buffer {
	const names = DOMAINS.map((domain) => tlv(TAG.dnsName, Buffer.from(domain, 'ascii')));
	const addresses = NETWORKS.map(([address, bits]) => {
		const bytes = addressBytes(address);
		return tlv(TAG.ipAddress, Buffer.concat([bytes, mask(bits, bytes.length)]));
	});
	const subtrees = [...names, ...addresses].map((name) => tlv(TAG.sequence, name));
	return tlv(TAG.sequence, tlv(TAG.permitted, Buffer.concat(subtrees)));
}

function tlv(tag: number, content: Buffer): Buffer {
	const { length } = content;
	if (length < LONG_FORM) return Buffer.concat([Uint8Array.of(tag, length), content]);
	const bytes = length > 0xff ? [length >> 8, length & 0xff] : [length];
	return Buffer.concat([Uint8Array.of(tag, LONG_FORM | bytes.length, ...bytes), content]);
}

function addressBytes(address: string): Buffer {
	if (!isIPv6(address)) return Buffer.from(address.split('.').map(Number));
	const [head = '', tail = ''] = address.split('::');
	const groups = (text: string) => text.split(':').filter(Boolean);
	const missing = ADDRESS_BYTES.v6 / 2 - groups(head).length - groups(tail).length;
	const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)];
	return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

function mask(bits: number, length: number): Buffer {
	const ones = '1'.repeat(bits).padEnd(length * 8, '0');
	return Buffer.from(ones.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
}
