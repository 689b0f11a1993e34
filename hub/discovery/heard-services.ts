import type { DnsRecord, Mdns, Packet } from './lan-voices.ts';

/** A hub as others on the network see it. */
export interface Seen {
	name: string;
	/** the hub's id; undefined for a service that is not a hub */
	id: string | undefined;
}

/** The types of service under which another hub may stand. */
const TYPES = ['_mooring._tcp.local', '_http._tcp.local'];
/** Services that are remembered; the one heard longest ago is forgotten first. */
export const MAX_SERVICES = 256;

/**
 * The services that others announce. The library's own browser keeps each for ever and compares every packet with all
 * of them: one packet of 30 kB could stop the hub for seconds.
 */
export class HeardServices {
	#mdns: Mdns;
	#byFullName = new Map<string, Seen>();
	#onClash: (seen: Seen) => void = () => undefined;

	constructor(mdns: Mdns) {
		this.#mdns = mdns;
		mdns.on('response', (packet: Packet) => this.#hear(packet));
	}

	/** Asks the network who is there. */
	ask(): void {
		this.#mdns.query(TYPES.map((name) => ({ name, type: 'PTR' })));
	}

	all(): Seen[] {
		return [...this.#byFullName.values()];
	}

	/** Calls when a service is announced by another hub than before. */
	onClash(call: (seen: Seen) => void): void {
		this.#onClash = call;
	}

	#hear({ answers = [], additionals = [] }: Packet): void {
		for (const record of [...answers, ...additionals]) {
			const fullName = fullNameIn(record);
			const key = fullName?.toLowerCase(); // DNS ignores case
			const type = TYPES.find((type) => key?.endsWith(`.${type}`));
			if (!fullName || !key || !type) continue;
			const before = this.#byFullName.get(key);
			this.#byFullName.delete(key);
			if (record.ttl === 0) continue; // it says goodbye
			const id = idIn(record) ?? before?.id;
			const seen = { name: fullName.slice(0, -type.length - 1), id };
			this.#byFullName.set(key, seen);
			if (this.#byFullName.size > MAX_SERVICES) this.#byFullName.delete(this.#byFullName.keys().next().value!);
			if (before?.id !== undefined && before.id !== id) this.#onClash(seen);
		}
	}
}

/** "Mooring._mooring._tcp.local" */
function fullNameIn({ type, name, data }: DnsRecord): string | undefined {
	if (type === 'PTR') return typeof data === 'string' ? data : undefined;
	return type === 'SRV' || type === 'TXT' ? name : undefined;
}

/** Of a TXT record, "id=…" among its strings. */
function idIn({ type, data }: DnsRecord): string | undefined {
	if (type !== 'TXT' || !Array.isArray(data)) return;
	const texts = data.map(String);
	return texts.find((text) => text.startsWith('id='))?.slice(3);
}
