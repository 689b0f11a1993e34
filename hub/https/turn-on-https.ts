import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import { makeAuthority } from './certificates.ts';
import { tellAuthority } from './describe-https.ts';
import { type Https, PURPOSE } from './https.ts';
import { fitLeaf } from './leaf.ts';
import { saveHttps } from './save-https.ts';

const LOCK = 'https';

/** Turns HTTPS on, by the hub's own authority. The port is open before it is stored, and closed again if that fails. */
export function turnOnHttps(https: Https, by: Actor): Promise<Result<void, Fault>> {
	return https.locks.run(LOCK, async () => {
		const { listener, configuredPort, clock, random } = https.options;
		if (https.mode === 'own-certificate') return fault('https-by-configuration');
		if (https.mode === 'authority') return ok();
		const authority =
			https.stored.authority ??
			https.seal(await makeAuthority(authorityName(https), { random, now: clock.now() }), PURPOSE.authority);
		const leaf = await fitLeaf(https, authority);
		if (!(await listener.open(leaf))) return fault('https-port-taken', { port: configuredPort });
		https.serves(leaf);
		try {
			await saveHttps(https, { on: true, sessionsAreSecure: true, authority, leaf: https.sealLeaf(leaf) });
		} catch (error) {
			listener.close();
			https.serves(undefined);
			throw error;
		}
		https.events.emit('HttpsChanged', { on: true, by });
		tellAuthority(https);
		return ok();
	});
}

/** Turns it off. The authority is kept: whoever trusts it does not have to do so again. */
export function turnOffHttps(https: Https, by: Actor): Promise<Result<void, Fault>> {
	return https.locks.run(LOCK, async () => {
		if (https.mode === 'own-certificate') return fault('https-by-configuration');
		if (https.mode === 'off') return ok();
		await saveHttps(https, { on: false, sessionsAreSecure: false });
		https.options.listener.close();
		https.serves(undefined);
		https.events.emit('HttpsChanged', { on: false, by });
		return ok();
	});
}

/** "Lindenweg 12 (Mooring 1a2b3c4d)": the list of a phone shows it among dozens, and there may be several hubs. */
function authorityName({ options: { hubName, announced } }: Https): string {
	return `${hubName} (Mooring ${announced.split(/[-.]/)[1]})`;
}
