import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import type { Clock } from '../../../base/clock.ts';
import { normalise } from './client-address.ts';

/** How often the machine is asked for its names and addresses, where a request names another. */
const LOOK_EVERY_MS = 1_000;
/** A name has 253 characters, and a port six more. To look for a zone takes the square of the length, which may be 16 KB. */
const MAX_LENGTH = 300;
const NAME = /^[a-z\d_]([a-z\d_.-]*[a-z\d_])?$/;
const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+)$/;

/** What this machine is called, and where it is reached, at this moment. */
export interface Machine {
	/** "raspberrypi" or "raspberrypi.lan" */
	name: string;
	/** the local domains its name is looked for in */
	domains: readonly string[];
	addresses: readonly string[];
}

/** The host in a `Host` header or in an owner's list, without its port, as it is compared. Undefined: it is none. */
export function hostIn(text: string): string | undefined {
	if (text.length > MAX_LENGTH) return undefined;
	if (isIP(text)) return normalise(text);
	const url = `http://${text.replace(/%[^\]]*\]/, ']')}`; // a zone is of no meaning to anybody else
	if (/[\s/@?#\\]/.test(text) || !URL.canParse(url)) return undefined;
	const host = new URL(url).hostname.replace(/\.$/, '');
	if (host.startsWith('[')) return normalise(host.slice(1, -1));
	return NAME.test(host) ? host : undefined;
}

/**
 * The hosts a browser may ask this hub by. Of a name that somebody else can point at this machine (DNS rebinding), a
 * browser would hand that somebody's page all that the hub answers.
 */
export class OwnHosts {
	#clock: Clock;
	#allowed: ReadonlySet<string>;
	#machine: () => Machine;
	#own: ReadonlySet<string>;
	#lookedAt: number;

	/** `allowed`: what is known besides what the machine itself tells */
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
		// An interface may have come up, or got another address, since.
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

/** The domains of resolv.conf(5): the router's "lan" or "fritz.box", as the network told it. */
function searchDomains(): string[] {
	try {
		const lines = readFileSync('/etc/resolv.conf', 'utf8').split('\n');
		return lines.flatMap((line) => /^\s*(?:search|domain)\s+(.+)$/.exec(line)?.[1]?.trim().split(/\s+/) ?? []);
	} catch {
		return [];
	}
}
