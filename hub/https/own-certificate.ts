import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { type Result, err, ok } from '../base/result.ts';
import type { Credentials } from './certificates.ts';

/** Clients take chains of 100 KB, which are a third more in PEM. The web server would send a longer one. */
const MAX_BYTES = 128 * 1_024;
/** Those that browsers take. The web server would use some others, and then no client could connect. */
const CURVES = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

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
		const { namedCurve } = parsed.publicKey.asymmetricKeyDetails ?? {};
		if (parsed.publicKey.asymmetricKeyType === 'ec' && !CURVES.has(namedCurve ?? ''))
			return err(
				`The certificate in ${files.certificate} has a key that no browser takes: not of P-256, P-384 or P-521.`,
			);
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
