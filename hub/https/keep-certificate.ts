import { type Timer, every } from '../base/clock.ts';
import type { Credentials } from './certificates.ts';
import type { Https } from './https.ts';
import { fitLeaf, isFit, presentNames } from './leaf.ts';
import { type CertificateFiles, readOwnCertificate, stampOf } from './own-certificate.ts';
import { saveHttps } from './save-https.ts';

/** A changed file, a new address of this machine or a clock that was set is noticed after this long. */
export const LOOK_EVERY_MS = 10_000;

/**
 * Exchanges the certificate while the hub runs: the owner's own when its files change, the authority's leaf before it
 * expires and when the hub gets another address. Connections go on with the one they began with.
 */
export function keepCertificate(https: Https): Timer {
	const { clock, log, ownCertificate } = https.options;
	let busy = false;
	let told = '';
	let stamp = ownCertificate ? stampOf(ownCertificate) : '';

	async function exchange(credentials: Credentials): Promise<void> {
		await https.options.listener.exchange(credentials);
		https.serves(credentials);
		told = '';
		const { validTo, subjectAltName } = https.serving!;
		log.info({ for: subjectAltName, until: validTo }, 'https: the certificate was exchanged');
	}

	/** Said once for each reason, since the files may stay wrong for long. */
	function failed(why: string): void {
		if (why !== told) log.warn({ why }, 'https: the certificate could not be exchanged; the present one stays in use');
		told = why;
	}

	async function lookAtFiles(files: CertificateFiles): Promise<void> {
		const now = stampOf(files);
		if (now === stamp) return;
		const read = readOwnCertificate(files);
		if (!read.ok) return failed(read.error); // one of the two may not be written yet
		await exchange(read.value);
		stamp = now;
	}

	async function lookAtLeaf(): Promise<void> {
		const { authority, leaf } = https.stored;
		if (https.mode !== 'authority' || !authority) return;
		if (leaf && isFit(leaf, presentNames(https), clock.now())) return;
		await https.locks.run('https', async () => {
			if (https.mode !== 'authority') return;
			const renewed = await fitLeaf(https, authority);
			await saveHttps(https, { leaf: https.sealLeaf(renewed) });
			await exchange(renewed);
		});
	}

	return every(clock, LOOK_EVERY_MS, () => {
		if (busy) return;
		busy = true;
		const look = async () => (ownCertificate ? lookAtFiles(ownCertificate) : lookAtLeaf());
		look()
			.catch((error: unknown) => failed(String(error)))
			.finally(() => (busy = false));
	});
}
