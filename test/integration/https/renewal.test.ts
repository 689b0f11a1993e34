import { X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { join } from 'node:path';
import { systemClock } from '../../../hub/base/clock.ts';
import { LEAF_MS } from '../../../hub/https/certificates.ts';
import { LOOK_EVERY_MS } from '../../../hub/https/keep-certificate.ts';
import { RENEW_BEFORE_MS } from '../../../hub/https/leaf.ts';
import { entities, migrations } from '../../../hub/schema.ts';
import { openStore } from '../../../hub/store/open-store.ts';
import { readStored } from '../../../hub/settings/stored-value.ts';
import type { BrowserSession } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { ANY_HTTPS_PORT, SecureHub } from '../../harness/https.ts';

let hub: TestHub;
let owner: BrowserSession;
/** how far the wall clock is moved */
let later = 0;
const clock = {
	...systemClock,
	now: () => Date.now() + later,
	after: (ms: number, call: () => void) => systemClock.after(ms === LOOK_EVERY_MS ? 20 : ms, call),
};

beforeEach(async () => {
	later = 0;
	hub = await new TestHub({ clock }, ANY_HTTPS_PORT).start();
	owner = await hub.owner();
});
afterEach(() => hub.remove());

/** The leaf as it is stored. */
async function leaf(): Promise<{ certificate: string; until: number }> {
	const store = await openStore({ file: join(hub.data, 'mooring.db'), entities, migrations });
	if (!store.ok) throw new Error(store.error.message);
	const stored = (await readStored(store.value, 'https')) as { leaf: { certificate: string; until: number } };
	await store.value.close(true);
	return stored.leaf;
}

it('a leaf is renewed by itself before it expires, and nobody has to trust anything again', async () => {
	const secure = await SecureHub.turnOn(hub, owner);
	await secure.signIn();
	const first = await leaf();
	later = LEAF_MS - RENEW_BEFORE_MS + 60_000;
	await expect.poll(async () => (await leaf()).until, { timeout: 10_000 }).toBeGreaterThan(first.until);
	expect(hub.logged).toContainEqual(expect.objectContaining({ msg: 'https: the certificate was exchanged' }));
	// Its clock is ahead of this machine's, so a client here has to be lenient about the dates alone.
	const renewed = new X509Certificate((await leaf()).certificate);
	expect(renewed.checkIssued(new X509Certificate(secure.ca))).toBe(true);
	expect(renewed.checkIP('127.0.0.1')).toBe('127.0.0.1');
});

it('a leaf is made anew when a restarted hub has another name', async () => {
	const secure = await SecureHub.turnOn(hub, owner);
	await hub.stop();
	const moved = new TestHub(
		{ clock },
		{ ...ANY_HTTPS_PORT, MOORING_DATA: hub.data, MOORING_ALLOWED_HOSTS: 'cabin.home.arpa' },
	);
	await moved.start();
	const renewed = new X509Certificate((await leaf()).certificate);
	expect(renewed.checkHost('cabin.home.arpa')).toBe('cabin.home.arpa');
	expect(renewed.checkIssued(new X509Certificate(secure.ca))).toBe(true);
	await moved.remove();
});
