import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import type { Clock } from '../../../base/clock.ts';
import { normalise } from './client-address.ts';

/** At most this often the machine's names and addresses are read again, when a request names an unknown host. */
const LOOK_EVERY_MS = 1_000;
/**
 * A name has up to 253 characters, a port six more. The search for a zone is quadratic in the length, which may be 16
 * KB.
 */
const MAX_LENGTH = 300;
const NAME = /^[a-z\d_]([a-z\d_.-]*[a-z\d_])?$/;
const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+)$/;

/** This machine's present names and addresses. */
export interface Machine {
	/** "raspberrypi" or "raspberrypi.lan" */
	name: string;
	/** local domains in which its name may be found */
	domains: readonly string[];
	addresses: readonly string[];
}

/** The host in a `Host` header or in an owner's list, without port, normalised for comparison. Undefined if invalid. */
export function hostIn(text: string): string | undefined {
	if (text.length > MAX_LENGTH) return undefined;
	if (isIP(text)) return normalise(text);
	const url = `http://${text.replace(/%[^\]]*\]/, ']')}`; // a zone has a meaning only on its own machine
	if (/[\s/@?#\\]/.test(text) || !URL.canParse(url)) return undefined;
	const host = new URL(url).hostname.replace(/\.$/, '');
	if (host.startsWith('[')) return normalise(host.slice(1, -1));
	return NAME.test(host) ? host : undefined;
}

/**
 * The hosts under which browsers may reach this hub. Others are refused because of DNS rebinding: an attacker who
 * points a name of their own at this machine could read the hub's answers from their page.
 */
export class OwnHosts {
	#clock: Clock;
	#allowed: ReadonlySet<string>;
	#machine: () => Machine;
	#own: ReadonlySet<string>;
	#lookedAt: number;

	/** `allowed`: hosts besides the machine's own names and addresses */
	constructor(clock: Clock, allowed: readonly (string | undefined)[], machine = thisMachine) {
		this.#clock = clock;
		this.#allowed = new Set(allowed.flatMap((text) => hostIn(text ?? '') ?? []));
		this.#machine = machine;
		this.#own = hostsOf(machine());
		this.#lookedAt = clock.mono();
	}

	has(header: string): boolean {
		const host = hostIn(header);
		if (host === undefined) return false;
		if (LOOPBACK.test(host) || this.#allowed.has(host) || this.#own.has(host)) return true;
		// An interface may have come up or got another address since then.
		if (this.#clock.mono() - this.#lookedAt < LOOK_EVERY_MS) return false;
		this.#lookedAt = this.#clock.mono();
		this.#own = hostsOf(this.#machine());
		return this.#own.has(host);
	}
}

function hostsOf({ name, domains, addresses }: Machine): ReadonlySet<string> {
	const label = name.split('.')[0]!;
	const names = [name, label, ...['local', ...domains].map((domain) => `${label}.${domain}`)];
	return new Set([...names, ...addresses].flatMap((text) => hostIn(text) ?? []));
}

function thisMachine(): Machine {
	const addresses = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
	return { name: hostname(), domains: searchDomains(), addresses };
}

/** The domains of resolv.conf(5), for example the router's "lan" or "fritz.box". */
function searchDomains(): string[] {
	try {
		const lines = readFileSync('/etc/resolv.conf', 'utf8').split('\n');
		return lines.flatMap((line) => /^\s*(?:search|domain)\s+(.+)$/.exec(line)?.[1]?.trim().split(/\s+/) ?? []);
	} catch {
		return [];
	}
}
