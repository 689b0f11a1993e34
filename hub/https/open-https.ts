import { X509Certificate } from 'node:crypto';
import { type Failure, type Result, failure, ok } from '../base/result.ts';
import { readStored } from '../settings/stored-value.ts';
import { tellAuthority } from './describe-https.ts';
import type { Leaf } from './certificates.ts';
import { Https, type HttpsOptions, type Sealed, Stored } from './https.ts';
import { fitLeaf } from './leaf.ts';
import { type CertificateFiles, readOwnCertificate } from './own-certificate.ts';
import { KEY, saveHttps } from './save-https.ts';

export type HttpsStartFault = Failure<'certificate' | 'port'>;

const CORRECT = 'Correct MOORING_HTTPS_CERT and MOORING_HTTPS_KEY.';
/** As in the database of a restored hub that somebody has made up. */
const DAMAGED = 'HTTPS is on, and what the database holds of the hub’s own authority cannot be used. Restore a backup.';

/** HTTPS with what is stored of it. Nothing is served yet. */
export async function openHttps(options: HttpsOptions): Promise<Https> {
	const https = new Https(options);
	const stored = Stored.safeParse((await readStored(options.orm, KEY)) ?? https.stored);
	if (stored.success) https.stored = stored.data;
	else options.log.warn('what is stored of HTTPS is not understood by this version; it is off');
	return https;
}

/**
 * Begins to serve, if HTTPS is on. A hub that should be secure does not start without it: people would send their
 * passwords readable, and not notice.
 */
export async function startHttps(https: Https): Promise<Result<void, HttpsStartFault>> {
	const { ownCertificate, listener, configuredPort, log } = https.options;
	const { authority } = https.stored;
	let credentials;
	if (ownCertificate) {
		const own = readOwnCertificate(ownCertificate);
		if (!own.ok) return failure('certificate', `${own.error} ${CORRECT}`);
		credentials = own.value;
	} else if (https.mode === 'authority') {
		const leaf = authority && (await leafOf(https, authority));
		if (!leaf) return failure('certificate', DAMAGED);
		await saveHttps(https, { leaf: https.sealLeaf(leaf) });
		credentials = leaf;
	}
	try {
		if (credentials && !(await listener.open(credentials)))
			return failure(
				'port',
				`Port ${configuredPort} for HTTPS is in use or may not be opened. Set MOORING_HTTPS_PORT to another.`,
			);
	} catch (error) {
		log.error({ err: error }, 'https: the web server cannot use the certificate');
		return failure('certificate', ownCertificate ? `${unusable(ownCertificate)} ${CORRECT}` : DAMAGED);
	}
	https.serves(credentials);
	await saveHttps(https, { sessionsAreSecure: credentials !== undefined });
	tellAuthority(https);
	return ok();
}

/** Undefined if the stored authority cannot be used. */
async function leafOf(https: Https, authority: Sealed): Promise<Leaf | undefined> {
	try {
		new X509Certificate(authority.certificate);
		return await fitLeaf(https, authority);
	} catch (error) {
		https.options.log.error({ err: error }, 'https: the stored authority cannot be used');
		return undefined;
	}
}

function unusable({ certificate, key }: CertificateFiles): string {
	return `The web server cannot use the certificate in ${certificate} with the key in ${key}.`;
}
