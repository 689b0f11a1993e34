import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { type Result, err, ok } from '../base/result.ts';
import type { Credentials } from './certificates.ts';

/** Far more than a chain of certificates. */
const MAX_BYTES = 256 * 1_024;

export interface CertificateFiles {
	certificate: string;
	key: string;
}

/** Reads and checks the owner's own certificate; the error is a sentence. */
export function readOwnCertificate(files: CertificateFiles): Result<Credentials, string> {
	const [certificate, key] = [read(files.certificate), read(files.key)];
	if (!certificate.ok) return certificate;
	if (!key.ok) return key;
	const pair = { certificate: certificate.value, key: key.value };
	let parsed: X509Certificate;
	try {
		parsed = new X509Certificate(pair.certificate);
	} catch {
		return err(`${files.certificate} holds no certificate in PEM.`);
	}
	try {
		if (!parsed.checkPrivateKey(createPrivateKey(pair.key)))
			return err(`The key in ${files.key} does not belong to the certificate in ${files.certificate}.`);
		createSecureContext({ cert: pair.certificate, key: pair.key });
	} catch {
		return err(`${files.key} holds no private key in PEM that can be used without a passphrase.`);
	}
	return ok(pair);
}

/** Changes when one of the files does, also where a name points to another file. */
export function stampOf({ certificate, key }: CertificateFiles): string {
	return [certificate, key]
		.map((path) => {
			const found = statSync(path, { throwIfNoEntry: false });
			return found ? `${found.ino} ${found.size} ${found.mtimeMs} ${found.ctimeMs}` : 'missing';
		})
		.join(', ');
}

function read(path: string): Result<string, string> {
	try {
		if (statSync(path).size > MAX_BYTES) return err(`${path} is too large for a certificate.`);
		return ok(readFileSync(path, 'utf8'));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		return err(`${path} ${code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? 'unknown reason'})`}.`);
	}
}
