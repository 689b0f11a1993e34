import { type Failure, type Result, failure, ok } from '../base/result.ts';
import { readStored } from '../settings/stored-value.ts';
import { tellAuthority } from './describe-https.ts';
import { Https, type HttpsOptions, Stored } from './https.ts';
import { fitLeaf } from './leaf.ts';
import { readOwnCertificate } from './own-certificate.ts';
import { KEY, saveHttps } from './save-https.ts';

export type HttpsStartFault = Failure<'certificate' | 'port'>;

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
	const { ownCertificate, listener, configuredPort } = https.options;
	const { authority } = https.stored;
	let credentials;
	if (ownCertificate) {
		const own = readOwnCertificate(ownCertificate);
		if (!own.ok) return failure('certificate', `${own.error} Correct MOORING_HTTPS_CERT and MOORING_HTTPS_KEY.`);
		credentials = own.value;
	} else if (https.mode === 'authority' && authority) {
		const leaf = await fitLeaf(https, authority);
		await saveHttps(https, { leaf: https.sealLeaf(leaf) });
		credentials = leaf;
	}
	if (credentials && !(await listener.open(credentials)))
		return failure(
			'port',
			`Port ${configuredPort} for HTTPS is in use or may not be opened. Set MOORING_HTTPS_PORT to another.`,
		);
	https.serves(credentials);
	await saveHttps(https, { sessionsAreSecure: credentials !== undefined });
	tellAuthority(https);
	return ok();
}
