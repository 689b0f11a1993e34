import { X509Certificate } from 'node:crypto';
import type { HttpsView } from '../../protocol/dashboard/https.ts';
import { nameOf } from './certificates.ts';
import type { Https } from './https.ts';
import { httpsAddress } from './https-address.ts';

/** HTTPS as people see it who asked for this host, on whose plain port the page of help is. */
export function describeHttps(https: Https, host: string | undefined, plainPort: number): HttpsView {
	const name = host ?? https.options.announced;
	return {
		mode: https.mode,
		address: httpsAddress(https, host) ?? null,
		help: new URL(`http://${name.includes(':') ? `[${name}]` : name}:${plainPort}/trust`).href,
		authority: authorityView(https),
	};
}

/** For whoever compares the fingerprint: the page that shows it comes over plain HTTP. */
export function tellAuthority(https: Https): void {
	const view = https.mode === 'authority' ? authorityView(https) : null;
	if (!view) return;
	const { name, fingerprint } = view;
	https.options.log.info({ authority: name, fingerprint }, 'https: devices trust the hub by this authority');
}

function authorityView({ stored: { authority } }: Https): HttpsView['authority'] {
	if (!authority) return null;
	const certificate = new X509Certificate(authority.certificate);
	return {
		name: nameOf(certificate),
		fingerprint: certificate.fingerprint256,
		expiresAt: Date.parse(certificate.validTo),
	};
}
