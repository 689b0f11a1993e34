import type { RemoteInfo, Socket } from 'node:dgram';
import type { Clock } from '../base/clock.ts';
import type { Networks } from './lans.ts';

/** The largest packet of mDNS, bytes (RFC 6762, section 17). */
const MAX_PACKET_BYTES = 9_000;
/** A packet's header, bytes: id, flags, and four counts of two bytes (RFC 1035, section 4.1.1). */
const HEADER_BYTES = 12;
/** In one packet. The library answers each question by a packet of its own. */
const MAX_QUESTIONS = 32;
const MAX_RECORDS = 256;
/** Packets heard in a second: of one address, and of all. A house full of devices sends some dozens at once. */
export const PACKETS_A_SECOND = { ofOne: 30, inAll: 120 };
const SECOND_MS = 1_000;

/**
 * What is heard at all: the library reads every packet, from anywhere and of any size, and a few hundred a second would
 * keep the hub busy.
 */
export class PacketLimits {
	#clock: Pick<Clock, 'mono'>;
	#networks: Networks;
	#since = -Infinity;
	#heard = new Map<string, number>();
	#heardInAll = 0;

	constructor(clock: Pick<Clock, 'mono'>, networks: Networks) {
		this.#clock = clock;
		this.#networks = networks;
	}

	/** Puts the limits between a socket and the library that listens to it. */
	guard(socket: Socket): void {
		const listeners = socket.listeners('message') as ((packet: Buffer, from: RemoteInfo) => void)[];
		socket.removeAllListeners('message');
		socket.on('message', (packet, from) => {
			if (this.hears(packet, from.address)) for (const listen of listeners) listen(packet, from);
		});
	}

	hears(packet: Buffer, address: string): boolean {
		if (packet.length < HEADER_BYTES || packet.length > MAX_PACKET_BYTES) return false;
		const [questions, ...records] = [4, 6, 8, 10].map((at) => packet.readUInt16BE(at)) as [number, ...number[]];
		if (questions > MAX_QUESTIONS || records.reduce((sum, count) => sum + count) > MAX_RECORDS) return false;
		return this.#networks.check(address) && this.#isInTime(address);
	}

	#isInTime(address: string): boolean {
		const now = this.#clock.mono();
		if (now - this.#since >= SECOND_MS) {
			this.#since = now;
			this.#heard.clear();
			this.#heardInAll = 0;
		}
		const heard = (this.#heard.get(address) ?? 0) + 1;
		if (heard > PACKETS_A_SECOND.ofOne || this.#heardInAll >= PACKETS_A_SECOND.inAll) return false;
		this.#heard.set(address, heard);
		this.#heardInAll++;
		return true;
	}
}
