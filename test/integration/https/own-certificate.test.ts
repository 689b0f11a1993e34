import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../hub/base/clock.ts';
import { systemRandom } from '../../../hub/base/random.ts';
import { readConfig } from '../../../hub/config/config.ts';
import { startHub } from '../../../hub/hub.ts';
import { issueLeaf, makeAuthority } from '../../../hub/https/certificates.ts';
import { LOOK_EVERY_MS } from '../../../hub/https/keep-certificate.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import type { HttpsView } from '../../../protocol/dashboard/https.ts';
import { ask } from '../../harness/ask.ts';
import { TestHub } from '../../harness/hub.ts';
import { SecureHub } from '../../harness/https.ts';

const parts = { random: systemRandom, now: Date.now() };
const { certificate: ca, key: caKey } = await makeAuthority('Somebody else', parts);
const issue = () => issueLeaf({ certificate: ca, key: caKey }, ['127.0.0.1', 'hub.local'], parts);
/** Looks at the files as often as it is told to. */
const quick = {
	...systemClock,
	after: (ms: number, call: () => void) => systemClock.after(ms === LOOK_EVERY_MS ? 20 : ms, call),
};

let folder: string;
let files: { certificate: string; key: string };
let hub: TestHub;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'mooring-test-'));
	files = { certificate: join(folder, 'hub.pem'), key: join(folder, 'hub.key') };
	await write();
	hub = new TestHub({ clock: quick }, env());
});
afterEach(async () => {
	await hub.remove();
	rmSync(folder, { recursive: true, force: true });
});

const env = () => ({ MOORING_HTTPS_PORT: '0', MOORING_HTTPS_CERT: files.certificate, MOORING_HTTPS_KEY: files.key });

async function write(): Promise<void> {
	const leaf = await issue();
	writeFileSync(files.certificate, leaf.certificate);
	writeFileSync(files.key, leaf.key);
}

async function secureHub(): Promise<SecureHub> {
	return new SecureHub(JSON.parse((await ask(hub.origin, { path: `${API}/https` })).text) as HttpsView, ca);
}

/** The certificate that a new connection gets. */
async function serving({ origin }: SecureHub): Promise<X509Certificate> {
	const { port } = new URL(origin);
	const socket = connect({ port: Number(port), host: '127.0.0.1', ca });
	await once(socket, 'secureConnect');
	const { raw } = socket.getPeerCertificate();
	socket.destroy();
	return new X509Certificate(raw);
}

it('HTTPS is on by a certificate of one’s own, with HSTS, and plain HTTP redirects pages at once', async () => {
	await hub.start();
	const secure = await secureHub();
	expect(secure.view).toMatchObject({ mode: 'own-certificate', authority: null });
	const headers = { accept: 'text/html' };
	expect((await secure.ask('/', { headers })).headers['strict-transport-security']).toBe('max-age=2592000');
	expect(await ask(hub.origin, { path: '/devices/1', headers })).toMatchObject({
		status: 307,
		headers: { location: `${secure.origin}/devices/1` },
	});
	const setUp = await secure.call('POST', '/setup', {
		code: hub.setUpCode,
		name: 'anna',
		password: 'correct horse battery staple',
	});
	expect(setUp.cookies[0]).toMatch(/^__Host-mooring_session=/);
	await secure.signIn();
	const off = await secure.call('PUT', '/https', { on: false });
	expect([off.status, JSON.parse(off.text)]).toMatchObject([409, { fault: 'https-by-configuration' }]);
});

it('sessions from before HTTPS end with the first start that has it', async () => {
	await hub.remove();
	hub = await new TestHub().start();
	const owner = await hub.owner();
	await hub.stop();
	const secured = new TestHub({}, { ...env(), MOORING_DATA: hub.data });
	await secured.start();
	const { origin } = new SecureHub(
		JSON.parse((await ask(secured.origin, { path: `${API}/https` })).text) as HttpsView,
		ca,
	);
	const session = await ask(origin, { ca, path: `${API}/session`, headers: { cookie: owner.cookie } });
	expect(session.status).toBe(401);
	await secured.remove();
});

it('a certificate whose files change is taken over without losing a dashboard or a board’s link', async () => {
	await hub.start();
	const secure = await secureHub();
	await secure.call('POST', '/setup', { code: hub.setUpCode, name: 'anna', password: 'correct horse battery staple' });
	await secure.signIn();
	const socket = new WebSocket(`${secure.origin.replace('https', 'wss')}/socket.io/?EIO=4&transport=websocket`, {
		ca,
		headers: { cookie: secure.cookie, origin: secure.origin },
	});
	const closed = once(socket, 'close').then(() => 'closed');
	await once(socket, 'message');
	const { serialNumber: before } = await serving(secure);
	// First the certificate alone, as a program writes one after the other: the present one stays in use.
	const next = await issue();
	writeFileSync(files.certificate, next.certificate);
	await expect
		.poll(() => hub.logged.map(({ msg }) => msg))
		.toContain('https: the certificate could not be exchanged; the present one stays in use');
	expect((await serving(secure)).serialNumber).toBe(before);
	writeFileSync(files.key, next.key);
	const { serialNumber } = new X509Certificate(next.certificate);
	await expect.poll(async () => (await serving(secure)).serialNumber).toBe(serialNumber);
	socket.send('40');
	const answered = once(socket, 'message').then(([data]) => String(data));
	expect(await Promise.race([answered, closed])).toMatch(/^40/);
	socket.terminate();
});

it.each([
	['is not there', (): void => rmSync(files.certificate), /hub\.pem does not exist/],
	['is none', (): void => writeFileSync(files.certificate, 'hello'), /hub\.pem holds no certificate in PEM/],
	['has no usable key', (): void => writeFileSync(files.key, 'hello'), /hub\.key holds no private key in PEM/],
	['has the key of another', () => swapKey(), /key in .*hub\.key does not belong to the certificate/],
])('a hub whose certificate %s does not start, and says so', async (_, spoil, sentence) => {
	await spoil();
	const config = readConfig({
		MOORING_DATA: hub.data,
		MOORING_PORT: '0',
		MOORING_HOST: '127.0.0.1',
		MOORING_MDNS: 'off',
		...env(),
	});
	if (!config.ok) throw new Error(config.error.message);
	const started = await startHub(config.value, { log: pino({ level: 'silent' }) });
	expect(started).toMatchObject({
		ok: false,
		error: { kind: 'certificate', message: expect.stringMatching(sentence) },
	});
});

async function swapKey(): Promise<void> {
	writeFileSync(files.key, (await issue()).key);
	expect(readFileSync(files.key, 'utf8')).toContain('PRIVATE KEY');
}

it('a certificate that only Node can use, and the web server cannot, keeps the hub from starting, in words', async () => {
	writeFileSync(files.certificate, UNUSUAL.certificate);
	writeFileSync(files.key, UNUSUAL.key);
	await expect(hub.start()).rejects.toThrow(
		`The web server cannot use the certificate in ${files.certificate} with the key in ${files.key}. Correct MOORING_HTTPS_CERT`,
	);
});

it.each([
	[
		'a key of a curve that no browser takes',
		(): string => P224.certificate,
		/has a key that no browser takes: not of P-256/,
	],
	[
		'a chain that no client takes',
		(): string => `${readFileSync(files.certificate, 'utf8')}\n`.repeat(250),
		/too large/,
	],
])('a certificate with %s keeps the hub from starting: nobody could open it', async (_, certificate, sentence) => {
	writeFileSync(files.certificate, certificate());
	if (certificate() === P224.certificate) writeFileSync(files.key, P224.key);
	await expect(hub.start()).rejects.toThrow(sentence);
});

/** Of nobody, with a key of Ed448. */
const UNUSUAL = {
	certificate: `-----BEGIN CERTIFICATE-----
MIIBijCCAQqgAwIBAgIUI2qP2eakmVuDQYcz463Mfn5i/JgwBQYDK2VxMBQxEjAQ
BgNVBAMMCWh1Yi5sb2NhbDAgFw0yNjExMzAwMzAxNTZaGA8yMTI2MTEwNjAzMDE1
NlowFDESMBAGA1UEAwwJaHViLmxvY2FsMEMwBQYDK2VxAzoAl5c+mtC1Kxs1J59K
dm8Tr6jgTC5ota+D1L6t2zWTgCs4x6bRAHHZecOzFnJpQf/ew/QEq10i7+aAo1Mw
UTAdBgNVHQ4EFgQU2uEdnz03AksIZ+5Ft4Vy0XbXQvMwHwYDVR0jBBgwFoAU2uEd
nz03AksIZ+5Ft4Vy0XbXQvMwDwYDVR0TAQH/BAUwAwEB/zAFBgMrZXEDcwA19yra
10Ni9nfNbWl1AV6e/gjMYLNpbau87Q75/lNwsGrGYOSQ5Lvia+QK6pDkRVvMuLQI
jUvyYIA8ERcBffKrFZwpS9sT3XvlzoQWrLsytzALedrXoAabvYBay17wMdDp7W9G
2QGjOCM9nTXHUxn6IgA=
-----END CERTIFICATE-----`,
	key: `-----BEGIN PRIVATE KEY-----
MEcCAQAwBQYDK2VxBDsEOW6ObL6TWXVLaSc5csWW4riu24eB2jVheNzzf/mi41hx
UmQ4MsGxuvN/dpeSY7zmLlMovM+zxTMVew==
-----END PRIVATE KEY-----`,
};

/** Of nobody, on the curve P-224. */
const P224 = {
	certificate: `-----BEGIN CERTIFICATE-----
MIIBbDCCARqgAwIBAgIUbn6fPHVqSzVprKFZ9fM+tVMGiGYwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJaHViLmxvY2FsMCAXDTI2MTEzMDAzMDE0MloYDzIxMjYxMTA2
MDMwMTQyWjAUMRIwEAYDVQQDDAlodWIubG9jYWwwTjAQBgcqhkjOPQIBBgUrgQQA
IQM6AARuiH4SHjhgZKDCmXkk/38kkfn4Ys4sRT90ywfn1kaGO4uziuXqktUrS5mK
LDR8P2Y/UaadNNmzP6NTMFEwHQYDVR0OBBYEFC/d1DCeV0JPlMbmCHNIeNupR/ms
MB8GA1UdIwQYMBaAFC/d1DCeV0JPlMbmCHNIeNupR/msMA8GA1UdEwEB/wQFMAMB
Af8wCgYIKoZIzj0EAwIDQAAwPQIcXv4Bp8mRhtL3YznNZ5+Xbg22DC52Nvd11fms
owIdANiONrgwwGz7N5U2F9Ekga3NWNnuVRExGMYI0Dg=
-----END CERTIFICATE-----`,
	key: `-----BEGIN PRIVATE KEY-----
MHgCAQAwEAYHKoZIzj0CAQYFK4EEACEEYTBfAgEBBBy+mMi6dF8Klr+cez7HaN1m
p29EraCOfARraZAToTwDOgAEboh+Eh44YGSgwpl5JP9/JJH5+GLOLEU/dMsH59ZG
hjuLs4rl6pLVK0uZiiw0fD9mP1GmnTTZsz8=
-----END PRIVATE KEY-----`,
};
