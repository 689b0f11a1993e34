import { type X509Certificate, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import type * as X509 from '@peculiar/x509';
import type { Random } from '../base/random.ts';
import { nameConstraints } from './name-constraints.ts';

/** A certificate and its private key, as PEM. */
export interface Credentials {
	/** the certificate, and those of its issuers where a browser needs them */
	certificate: string;
	key: string;
}

/** A certificate for the hub's names, by its authority. */
export interface Leaf extends Credentials {
	names: string[];
	/** Unix ms */
	from: number;
	until: number;
}

const DAY_MS = 86_400_000;
const AUTHORITY_MS = 3_650 * DAY_MS;
/** Apple's devices accept 825 days of an authority that was added by hand. */
export const LEAF_MS = 90 * DAY_MS;
/** Clocks of phones may be slow. */
const BEFORE_MS = DAY_MS;
/** A Pi without a battery may start in 1970; its authority must not have expired when it learns the time. */
const AUTHORITY_FROM = Date.UTC(2025, 0, 1);
const NO_EARLIER = Date.UTC(2026, 0, 1);
const SERIAL_BYTES = 16;
const KEYS = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNED = { name: 'ECDSA', hash: 'SHA-256' } as const;
const NAME_CONSTRAINTS = '2.5.29.30';
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const MAKER = 'Mooring';
/** With a blank: OpenSSL takes what may be a host's name for one, if there are only addresses, and it is not permitted. */
const LEAF_NAME = 'Mooring hub';

const { subtle } = webcrypto;
type KeyPair = webcrypto.CryptoKeyPair;

/**
 * Makes the hub's authority. Its constraints are part of its certificate: browsers refuse what it signs for any other
 * name, so that a stolen key cannot play a bank. Its use is limited to web servers: it can sign neither programs nor mail.
 */
export async function makeAuthority(name: string, parts: { random: Random; now: number }): Promise<Credentials> {
	const x509 = await load();
	const keys = await generate();
	const { BasicConstraintsExtension, ExtendedKeyUsageExtension, KeyUsagesExtension, KeyUsageFlags } = x509;
	const certificate = await x509.X509CertificateGenerator.createSelfSigned({
		serialNumber: serial(parts.random),
		name: [{ CN: [name] }, { O: [MAKER] }],
		notBefore: new Date(AUTHORITY_FROM),
		notAfter: new Date(Math.max(parts.now, NO_EARLIER) + AUTHORITY_MS),
		signingAlgorithm: SIGNED,
		keys: keys as CryptoKeyPair,
		extensions: [
			new BasicConstraintsExtension(true, 0, true),
			new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
			new ExtendedKeyUsageExtension([SERVER_AUTH]),
			new x509.Extension(NAME_CONSTRAINTS, true, new Uint8Array(nameConstraints())),
			await x509.SubjectKeyIdentifierExtension.create(keys.publicKey as CryptoKey),
		],
	});
	return { certificate: certificate.toString('pem'), key: await exportKey(keys) };
}

/** Signs a certificate for these names and addresses. */
export async function issueLeaf(
	authority: Credentials,
	names: string[],
	parts: { random: Random; now: number },
): Promise<Leaf> {
	const x509 = await load();
	const keys = await generate();
	const issuer = new x509.X509Certificate(authority.certificate);
	const [from, until] = [parts.now - BEFORE_MS, parts.now + LEAF_MS];
	const { ExtendedKeyUsageExtension, KeyUsagesExtension, KeyUsageFlags, SubjectAlternativeNameExtension } = x509;
	const certificate = await x509.X509CertificateGenerator.create({
		serialNumber: serial(parts.random),
		subject: [{ CN: [LEAF_NAME] }, { O: [MAKER] }],
		issuer: issuer.subjectName,
		notBefore: new Date(from),
		notAfter: new Date(until),
		signingAlgorithm: SIGNED,
		publicKey: keys.publicKey as CryptoKey,
		signingKey: (await importKey(authority.key)) as CryptoKey,
		extensions: [
			new x509.BasicConstraintsExtension(false, undefined, true),
			new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
			new ExtendedKeyUsageExtension([SERVER_AUTH]),
			new SubjectAlternativeNameExtension(names.map(generalName)),
			await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
			await x509.SubjectKeyIdentifierExtension.create(keys.publicKey as CryptoKey),
		],
	});
	return { certificate: certificate.toString('pem'), key: await exportKey(keys), names, from, until };
}

/** Its common name, as people wrote it: `subject` escapes some signs. */
export function nameOf(certificate: X509Certificate): string {
	const { CN } = certificate.toLegacyObject().subject;
	return typeof CN === 'string' ? CN : '';
}

/** Loaded when a certificate is made, which is rare: the library takes megabytes. It needs the other one before it. */
async function load(): Promise<typeof X509> {
	await import('reflect-metadata');
	return import('@peculiar/x509');
}

function generalName(value: string): X509.JsonGeneralName {
	return { type: isIP(value) > 0 ? 'ip' : 'dns', value };
}

function generate(): Promise<KeyPair> {
	return subtle.generateKey(KEYS, true, ['sign', 'verify']) as Promise<KeyPair>;
}

async function exportKey({ privateKey }: KeyPair): Promise<string> {
	const der = Buffer.from(await subtle.exportKey('pkcs8', privateKey)).toString('base64');
	return `-----BEGIN PRIVATE KEY-----\n${der.match(/.{1,64}/g)!.join('\n')}\n-----END PRIVATE KEY-----\n`;
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
	const der = Buffer.from(pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64');
	return subtle.importKey('pkcs8', der, KEYS, false, ['sign']);
}

/** Positive, and of full length (RFC 5280, 4.1.2.2), hex. */
function serial(random: Random): string {
	const bytes = Buffer.from(random.bytes(SERIAL_BYTES));
	bytes[0] = (bytes[0]! & 0x7f) | 0x40;
	return bytes.toString('hex');
}
