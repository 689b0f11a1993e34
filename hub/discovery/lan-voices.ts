import { createSocket } from 'node:dgram';
import type { EventEmitter } from 'node:events';
import Bonjour from 'bonjour-service';
import { type Lan, type Networks, networksOf } from './lans.ts';
import type { PacketLimits } from './packet-limits.ts';

/** Options of the multicast sockets; only tests set them. */
export interface MulticastOptions {
	/** UDP port, 5353 by default */
	port?: number;
}

export interface DnsRecord {
	type: string;
	name: string;
	/** seconds */
	ttl?: number;
	data?: unknown;
}

export interface Packet {
	type?: string;
	questions?: { name: string; type: string }[];
	answers?: DnsRecord[];
	additionals?: DnsRecord[];
}

type Done = (error?: Error) => void;

/** The library's private end: only it reports a port that is denied, and lets the outgoing interface be chosen. */
export interface Mdns extends EventEmitter {
	query(questions: { name: string; type: string }[]): void;
	send(packet: Packet, to?: { address?: string; port: number } | Done | null, done?: Done): void;
}

/** The library behind a socket that hears only what the limits let through. */
export function openMdns(options: object, limits: PacketLimits, failed: (error: Error) => void): [Bonjour, Mdns] {
	const socket = createSocket({ type: 'udp4', reuseAddr: true });
	const bonjour = new Bonjour({ ...options, socket } as object, failed);
	limits.guard(socket);
	const { mdns } = (bonjour as unknown as { server: { mdns: Mdns } }).server;
	// A packet of somebody else that cannot be read is a warning as well, but no error of the system, and hinders nothing.
	mdns.on('error', failed).on('warning', (error: NodeJS.ErrnoException) => error.code !== undefined && failed(error));
	return [bonjour, mdns];
}

interface Voice {
	lan: Lan;
	bonjour: Bonjour;
	mdns: Mdns;
	networks: Networks;
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
	constructor(
		ear: Mdns,
		lans: readonly Lan[],
		options: MulticastOptions,
		limits: PacketLimits,
		onFailure: (error: Error, lan: Lan) => void,
	) {
		this.#voices = lans.map((lan) => {
			const failed = (error: Error) => onFailure(error, lan);
			const [bonjour, mdns] = openMdns({ ...options, interface: lan.address, bind: lan.address }, limits, failed);
			return { lan, bonjour, mdns, networks: networksOf([lan]) };
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
		const near = this.#voices.filter(({ networks }) => this.#asker !== undefined && networks.check(this.#asker));
		const sent = (near.length > 0 ? near : this.#voices).map(
			({ lan, mdns }) => new Promise<void>((resolve) => mdns.send(packetFor(lan, packet), () => resolve())),
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
