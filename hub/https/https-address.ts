import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Https } from './https.ts';

const HTTPS_PORT = 443;
const LOOPBACK = /^(localhost|127\..*|::1)$/;
/** "DNS:hub.example, IP Address:192.168.1.4"; a name with a comma is quoted, and none of ours has one */
const NAME = /(?:DNS|IP Address):([^,"]+)/g;

/** Where people who asked for this host open the hub over HTTPS; undefined while that is off. */
export function httpsAddress(https: Https, host: string | undefined): string | undefined {
	const { serving, options } = https;
	if (!serving) return undefined;
	if (host !== undefined && covers(serving, host)) return originOf(host, options.listener.port);
	if (https.mode === 'own-certificate' && options.publicUrl?.startsWith('https:')) return options.publicUrl;
	const [name] = namesOf(serving);
	return originOf(name ?? host ?? 'localhost', options.listener.port);
}

/** Every address that people can open, the one to remember first. */
export function httpsAddresses({ serving, options }: Https): string[] {
	if (!serving) return [];
	return namesOf(serving)
		.filter((name) => !LOOPBACK.test(name))
		.map((name) => originOf(name, options.listener.port));
}

function covers(certificate: X509Certificate, host: string): boolean {
	return (isIP(host) > 0 ? certificate.checkIP(host) : certificate.checkHost(host)) !== undefined;
}

/** Names that can be opened, addresses after them: no name with a wildcard. */
function namesOf(certificate: X509Certificate): string[] {
	const names = [...(certificate.subjectAltName ?? '').matchAll(NAME)].map(([, name]) => name!.trim().toLowerCase());
	return names.filter((name) => !name.includes('*')).toSorted((a, b) => Number(isIP(a) > 0) - Number(isIP(b) > 0));
}

function originOf(host: string, port: number): string {
	const name = host.includes(':') ? `[${host}]` : host;
	return new URL(`https://${name}${port === HTTPS_PORT ? '' : `:${port}`}`).origin;
}
