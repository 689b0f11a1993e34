import { X509Certificate } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { HttpsMode } from '../../protocol/dashboard/https.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Actor } from '../base/actor.ts';
import type { Clock } from '../base/clock.ts';
import { Events } from '../base/events.ts';
import { KeyedMutex } from '../base/keyed-mutex.ts';
import type { Random } from '../base/random.ts';
import type { Interfaces } from './served-names.ts';
import type { Vault } from '../store/vault.ts';
import type { Credentials, Leaf } from './certificates.ts';

/** The port that browsers connect to; the door implements it. */
export interface SecureListener {
	/** Begins to listen; false if the port is taken or may not be opened. Throws if the credentials cannot be used. */
	open(credentials: Credentials): Promise<boolean>;
	/** New connections get this certificate; present ones go on. */
	exchange(credentials: Credentials): Promise<void>;
	/** Accepts no new connections, and closes the present ones once they were answered. */
	close(): void;
	/** the port it listens on */
	readonly port: number;
}

export interface HttpsOptions {
	orm: MikroORM;
	vault: Vault;
	clock: Clock;
	random: Random;
	log: Logger;
	accounts: Pick<Accounts, 'sessionIds' | 'events'>;
	listener: SecureListener;
	/** what the household calls its hub */
	hubName: string;
	/** the name that the hub announces by mDNS */
	announced: string;
	/** names and addresses in the configuration */
	named: readonly string[];
	/** files of the owner's own certificate; both or none */
	ownCertificate: { certificate: string; key: string } | undefined;
	/** https://…, by the configuration */
	publicUrl: string | undefined;
	/** port that is configured, for what people are told */
	configuredPort: number;
	interfaces: () => Interfaces;
	hostname: () => string;
}

const Sealed = z.object({
	certificate: z.string(),
	/** PKCS #8, sealed by the vault, base64 */
	sealedKey: z.string(),
});
export type Sealed = z.infer<typeof Sealed>;

export const Stored = z.object({
	/** whether the hub's own authority is used */
	on: z.boolean(),
	/** whether the present sessions began over HTTPS */
	sessionsAreSecure: z.boolean(),
	/** kept while it is off: devices that trust it go on doing so */
	authority: Sealed.nullable(),
	leaf: Sealed.extend({ names: z.array(z.string()), from: z.number(), until: z.number() }).nullable(),
});
export type Stored = z.infer<typeof Stored>;

/** What the vault authenticates with a sealed key. */
export const PURPOSE = { authority: 'https-authority', leaf: 'https-leaf' };

/** HTTPS as it is now. Holds state only; the operations beside it change it. */
export class Https {
	readonly options: HttpsOptions;
	readonly events: Events<HttpsFacts>;
	/** one change after the other */
	readonly locks = new KeyedMutex();
	stored: Stored = { on: false, sessionsAreSecure: false, authority: null, leaf: null };
	#serving: X509Certificate | undefined;

	constructor(options: HttpsOptions) {
		this.options = options;
		this.events = new Events((error) => options.log.error({ err: error }, 'internal error in an event listener'));
	}

	get mode(): HttpsMode {
		if (this.options.ownCertificate) return 'own-certificate';
		return this.stored.on ? 'authority' : 'off';
	}

	/** The certificate that is served; undefined while nothing is. */
	get serving(): X509Certificate | undefined {
		return this.#serving;
	}

	/** Call when the listener has these credentials, or none. */
	serves(credentials: Credentials | undefined): void {
		this.#serving = credentials && new X509Certificate(credentials.certificate);
	}

	seal({ certificate, key }: Credentials, purpose: string): Sealed {
		return { certificate, sealedKey: this.options.vault.seal(Buffer.from(key), purpose).toString('base64') };
	}

	unseal({ certificate, sealedKey }: Sealed, purpose: string): Credentials {
		return { certificate, key: this.options.vault.open(Buffer.from(sealedKey, 'base64'), purpose).toString() };
	}

	sealLeaf(leaf: Leaf): NonNullable<Stored['leaf']> {
		const { names, from, until } = leaf;
		return { ...this.seal(leaf, PURPOSE.leaf), names, from, until };
	}
}

/** Facts about HTTPS, emitted once they are stored. */
export interface HttpsFacts {
	HttpsChanged: { on: boolean; by: Actor };
}
