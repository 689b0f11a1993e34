import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import type { Config } from './config/config.ts';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/**
 * Every address at which the dashboard can be opened: the configured public one first, then those of HTTPS where that is
 * on, otherwise those of the network.
 */
export function dashboardAddresses(
	config: Config,
	port: number,
	interfaces: Interfaces = networkInterfaces(),
	secure: string[] = [],
): string[] {
	if (secure.length > 0) return [...new Set([...(config.publicUrl ? [config.publicUrl] : []), ...secure])];
	const everywhere = config.host === '0.0.0.0' || config.host === '::';
	const hosts = everywhere ? [...lanAddresses(interfaces), 'localhost'] : [config.host];
	const own = hosts.map((host) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`);
	return config.publicUrl ? [config.publicUrl, ...own] : own;
}

/** The code comes after the #, which browsers do not send, so that no server or log on the way sees it. */
export function setUpLink(
	config: Config,
	port: number,
	code: string,
	interfaces?: Interfaces,
	secure?: string[],
): string {
	return `${dashboardAddresses(config, port, interfaces, secure)[0]}/setup#code=${code}`;
}

/** What the hub prints when it runs. `secure`: its addresses over HTTPS, where that is on. */
export function greeting(
	config: Config,
	port: number,
	setUpCode: string | undefined,
	secure: string[] = [],
	interfaces?: Interfaces,
): string {
	const addresses = dashboardAddresses(config, port, interfaces, secure);
	const open = [`${config.name} is open at`, ...addresses.map((address) => `  ${address}`)];
	// With a certificate of the owner's own there is nothing to trust first.
	if (secure.length > 0 && !config.httpsCertificate) {
		const [plain] = dashboardAddresses({ ...config, publicUrl: undefined }, port, interfaces);
		open.push('Devices that do not trust its certificate yet learn it at', `  ${plain}/trust`);
	}
	if (!setUpCode) return open.join('\n');
	return boxed([
		...open,
		'',
		'It has no owner yet. Whoever opens this link first becomes the owner:',
		`  ${setUpLink(config, port, setUpCode, interfaces, secure)}`,
	]);
}

function lanAddresses(interfaces: Interfaces): string[] {
	return Object.values(interfaces)
		.flatMap((addresses) => addresses ?? [])
		.filter(({ family, internal }) => family === 'IPv4' && !internal)
		.map(({ address }) => address);
}

function boxed(lines: string[]): string {
	const width = Math.max(...lines.map((line) => line.length));
	const edge = '─'.repeat(width + 2);
	return [`┌${edge}┐`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `└${edge}┘`].join('\n');
}
