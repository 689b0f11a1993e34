import { networkInterfaces } from 'node:os';
import type { Config } from './config.ts';

/** Where a board finds this hub: loopback first for virtual boards, then every address of the house's network. */
export function hubAddresses(config: Config, port: number): { host: string; port: number }[] {
	const lan = Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter(({ family, internal }) => family === 'IPv4' && !internal)
		.map(({ address }) => address);
	const hosts = config.host === '0.0.0.0' || config.host === '::' ? ['127.0.0.1', ...lan] : [config.host];
	return [...new Set(hosts)].map((host) => ({ host, port }));
}
