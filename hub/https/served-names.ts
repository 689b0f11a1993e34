import { isIP } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import { isPermitted } from './name-constraints.ts';

/** More addresses than a machine with many containers has; each makes the certificate longer. */
export const MAX_NAMES = 64;
const OF_THIS_MACHINE = ['localhost', '127.0.0.1', '::1'];
/** Browsers take no zone in an address, without which these lead nowhere. */
const LINK_LOCAL = /^fe[89ab][\da-f]:/i;
const NAME = /^[a-z\d]([a-z\d.-]*[a-z\d])?$/;

export type Interfaces = NodeJS.Dict<Pick<NetworkInterfaceInfo, 'address'>[]>;

/**
 * The names and addresses under which the hub is reached, as far as its authority may vouch for them: its own by mDNS
 * first, then those that the owner named, then this machine's.
 */
export function servedNames(parts: {
	/** the name that the hub announces */
	announced: string;
	/** names and addresses in the configuration */
	named: readonly string[];
	/** of the machine: "raspberrypi" */
	hostname: string;
	interfaces: Interfaces;
}): string[] {
	const { announced, named, hostname, interfaces } = parts;
	const label = hostname.split('.')[0]!.toLowerCase();
	const addresses = Object.values(interfaces)
		.flatMap((all) => (all ?? []).map(({ address }) => address))
		.filter((address) => !LINK_LOCAL.test(address))
		.sort();
	const all = [announced, ...named, `${label}.local`, ...OF_THIS_MACHINE, ...addresses];
	const usable = all.filter((host) => (isIP(host) > 0 || NAME.test(host)) && isPermitted(host));
	return [...new Set(usable)].slice(0, MAX_NAMES);
}
