import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, isIP } from 'node:net';
import { connect, createServer } from 'node:tls';
import { expect, it } from 'vitest';
import { systemRandom } from '../../../hub/base/random.ts';
import { type Credentials, LEAF_MS, issueLeaf, makeAuthority } from '../../../hub/https/certificates.ts';

const parts = { random: systemRandom, now: Date.now() };
const authority = await makeAuthority('Lindenweg 12 (Mooring 1a2b3c4d)', parts);

/**
 * Why OpenSSL, which is Node's TLS, does not trust a server with this certificate; null if it does. Node has no name for
 * what an authority may not vouch for, nor for a path that is too long: it says UNSPECIFIED.
 */
async function refusal({ certificate, key }: Credentials): Promise<unknown> {
	const server = createServer({ cert: certificate, key });
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	const checkServerIdentity = () => undefined; // of the name alone; what the chain may vouch for is checked all the same
	const trust = { ca: authority.certificate, rejectUnauthorized: false, checkServerIdentity };
	const socket = connect({ port, host: '127.0.0.1', ...trust });
	await once(socket, 'secureConnect');
	const { authorizationError } = socket;
	socket.destroy();
	server.close();
	return authorizationError;
}

const PERMITTED = ['mooring-1a2b3c4d.local', 'hub.home.arpa', 'localhost', '192.168.1.4', '10.0.0.7', '::1', 'fd00::7'];

it('OpenSSL trusts its certificate for names and addresses of a household', async () => {
	const leaf = await issueLeaf(authority, PERMITTED, parts);
	expect(await refusal(leaf)).toBeNull();
	expect(await refusal(await issueLeaf(authority, ['192.168.1.4'], parts))).toBeNull();
	const parsed = new X509Certificate(leaf.certificate);
	for (const name of PERMITTED) expect(isIP(name) ? parsed.checkIP(name) : parsed.checkHost(name), name).toBe(name);
});

it.each(['bank.example', 'local.example', 'evil-local', '8.8.8.8', '2001:db8::1', '172.32.0.1'])(
	'OpenSSL refuses its certificate for %s, also beside a permitted name',
	async (name) => {
		for (const names of [[name], ['hub.local', name]])
			expect(await refusal(await issueLeaf(authority, names, parts))).toBe('UNSPECIFIED');
	},
);

it('it signs servers alone, and no further authority', async () => {
	const root = new X509Certificate(authority.certificate);
	expect(root.ca).toBe(true);
	expect(root.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
	const leaf = await issueLeaf(authority, ['hub.local'], parts);
	const signed = new X509Certificate(leaf.certificate);
	expect(signed.ca).toBe(false);
	expect(signed.checkIssued(root) && signed.verify(root.publicKey)).toBe(true);
	expect(Date.parse(signed.validTo) - parts.now).toBeLessThanOrEqual(LEAF_MS);
	const grandchild = await issueLeaf(leaf, ['hub.local'], parts);
	expect(await refusal({ ...grandchild, certificate: `${grandchild.certificate}\n${leaf.certificate}` })).toBe(
		'UNSPECIFIED',
	);
});

it('an authority of a hub whose clock stands in 1970 is still good when the clock is right', async () => {
	const early = new X509Certificate((await makeAuthority('Hub', { ...parts, now: 0 })).certificate);
	expect(new Date(early.validTo).getUTCFullYear()).toBeGreaterThan(2034);
	expect(Date.parse(early.validFrom)).toBeLessThan(parts.now);
});
