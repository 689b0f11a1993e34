import type { EventEmitter } from 'node:events';
import { BlockList } from 'node:net';
import Bonjour from 'bonjour-service';
import type { Lan } from './lans.ts';

/** Options of the multicast sockets; only tests set them. */
export interface MulticastOptions {
	/** UDP port, 5353 by default */
	port?: number;
}

interface DnsRecord {
	type: string;
	data?: unknown;
}

interface Packet {
	type?: string;
	answers?: DnsRecord[];
	additionals?: DnsRecord[];
}

type Done = (error?: Error) => void;

/** The library's private socket: only it reports a port that is denied, and lets the outgoing interface be chosen. */
export interface Mdns extends EventEmitter {
	send(packet: Packet, to?: { address?: string; port: number } | Done | null, done?: Done): void;
}

export function mdnsOf(bonjour: Bonjour): Mdns {
	return (bonjour as unknown as { server: { mdns: Mdns } }).server.mdns;
}

interface Voice {
	lan: Lan;
	bonjour: Bonjour;
	network: BlockList;
}

/**
 * One sending socket for each network, bound to the hub's address there. A plain socket of the library receives from
 * all networks but sends only to that of the default route, and to none if there is no such route.
 */
export class LanVoices {
	#voices: Voice[];
	/** address of the query that is being answered */
	#asker: string | undefined;

	/** Whatever `ear` sends goes out through these sockets instead, to each network with the hub's addresses there. */
	constructor(ear: Mdns, lans: readonly Lan[], options: MulticastOptions, onFailure: (error: Error, lan: Lan) => void) {
		this.#voices = lans.map((lan) => {
			const failed = (error: Error) => onFailure(error, lan);
			const bonjour = new Bonjour({ ...options, interface: lan.address, bind: lan.address } as object, failed);
			mdnsOf(bonjour).on('error', failed).on('warning', failed);
			const network = new BlockList();
			const [address = lan.address, bits = '32'] = lan.cidr.split('/');
			network.addSubnet(address, Number(bits), 'ipv4');
			return { lan, bonjour, network };
		});
		// The library answers a query within this event; one of these listeners runs before it and one after it.
		ear.prependListener('query', (_, { address }: { address: string }) => void (this.#asker = address));
		ear.on('query', () => void (this.#asker = undefined));
		ear.send = (packet, to, done) => this.#send(packet, typeof to === 'function' ? to : done);
	}

	close(): void {
		for (const { bonjour } of this.#voices) bonjour.destroy();
	}

	/** Sends an answer to the network of the query, everything else to every network. Done when all packets are sent. */
	#send(packet: Packet, done: Done = () => undefined): void {
		const near = this.#voices.filter(({ network }) => this.#asker !== undefined && network.check(this.#asker));
		const sent = (near.length > 0 ? near : this.#voices).map(
			({ lan, bonjour }) =>
				new Promise<void>((resolve) => mdnsOf(bonjour).send(packetFor(lan, packet), () => resolve())),
		);
		void Promise.all(sent).then(() => done());
	}
}

/** The packet with only those of the hub's addresses that can be reached in this network. */
function packetFor({ addresses }: Lan, packet: Packet): Packet {
	const isReached = ({ type, data }: DnsRecord) =>
		(type !== 'A' && type !== 'AAAA') || addresses.includes(data as string);
	const { answers, additionals } = packet;
	return {
		...packet,
		...(answers ? { answers: answers.filter(isReached) } : {}),
		...(additionals ? { additionals: additionals.filter(isReached) } : {}),
	};
}
