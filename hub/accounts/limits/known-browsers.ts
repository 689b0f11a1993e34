import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/sqlite';
import type { Random } from '../../base/random.ts';
import { User } from '../entities.ts';

const ID_BYTES = 16;
const MAC_BYTES = 16;
/** People who can share one browser; whoever signed in there longest ago is forgotten first. */
const MOST_PEOPLE = 4;
const SHAPE = new RegExp(`^[\\w-]{22}(\\.[\\w-]{22}){2,${1 + MOST_PEOPLE}}$`);

/** Whom a browser is known by: not by name, which others may take over, and only until the password changes. */
export type KnownPerson = Pick<User, 'id' | 'passwordChanges'>;

/**
 * Recognises browsers in which a person has signed in before, by a cookie that outlives the session: an id, a MAC that
 * says that this hub made it, and a MAC over the id and each person, so that the hub stores nothing. It signs nobody in;
 * it keeps strangers' failures from locking the household out (OWASP, "Device cookies"). Give it only to somebody who
 * has just proved the password.
 */
export class KnownBrowsers {
	#key: Uint8Array;
	#random: Random;

	constructor(key: Uint8Array, random: Random) {
		this.#key = key;
		this.#random = random;
	}

	/** The cookie's new value after this person has proved their password. */
	remember(cookie: string | undefined, person: KnownPerson): string {
		const { id, macs } = this.#partsOf(cookie) ?? {
			id: Buffer.from(this.#random.bytes(ID_BYTES)).toString('base64url'),
			macs: [],
		};
		const mac = this.#macOf(id, person).toString('base64url');
		const others = macs.filter((other) => other !== mac).slice(1 - MOST_PEOPLE);
		return [id, this.#mac(id).toString('base64url'), ...others, mac].join('.');
	}

	/** Whether this hub made the cookie: a made-up one is not worth a query. */
	isOurs(cookie: string | undefined): boolean {
		return this.#partsOf(cookie) !== undefined;
	}

	/** The browser's id, if this person has proved their present password in it. */
	idOf(cookie: string | undefined, person: KnownPerson): string | undefined {
		const parts = this.#partsOf(cookie);
		if (!parts) return undefined;
		const right = this.#macOf(parts.id, person);
		return parts.macs.some((mac) => isSame(mac, right)) ? parts.id : undefined;
	}

	#partsOf(cookie: string | undefined): { id: string; macs: string[] } | undefined {
		if (cookie === undefined || !SHAPE.test(cookie)) return undefined;
		const [id, own, ...macs] = cookie.split('.');
		return isSame(own!, this.#mac(id!)) ? { id: id!, macs } : undefined;
	}

	#macOf(id: string, { id: person, passwordChanges }: KnownPerson): Buffer {
		return this.#mac(`${id}\0${person}\0${passwordChanges}`);
	}

	#mac(text: string): Buffer {
		return createHmac('sha256', this.#key).update(text).digest().subarray(0, MAC_BYTES);
	}
}

function isSame(mac: string, right: Buffer): boolean {
	const given = Buffer.from(mac, 'base64url');
	return given.length === right.length && timingSafeEqual(given, right);
}

/** The id of the browser with this cookie, if whoever has this name now has proved their present password in it. */
export async function findKnownBrowser(
	{ orm, knownBrowsers }: { orm: MikroORM; knownBrowsers: KnownBrowsers },
	cookie: string | undefined,
	folded: string,
): Promise<string | undefined> {
	if (!knownBrowsers.isOurs(cookie)) return undefined;
	const person = await orm.em.fork().findOne(User, { folded }, { fields: ['id', 'passwordChanges'] });
	return person ? knownBrowsers.idOf(cookie, person) : undefined;
}
