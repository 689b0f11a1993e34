import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from '../../base/random.ts';

const ID_BYTES = 16;
const MAC_BYTES = 16;
/** People who can share one browser; whoever signed in there longest ago is forgotten first. */
const MOST_PEOPLE = 4;
const SHAPE = new RegExp(`^[\\w-]{22}(\\.[\\w-]{22}){1,${MOST_PEOPLE}}$`);

/**
 * Recognises browsers in which a person has signed in before, by a cookie that outlives the session: an id, and for each
 * person a MAC over id and name, so that the hub stores nothing. It signs nobody in; it keeps strangers' failures from
 * locking the household out (OWASP, "Device cookies").
 */
export class KnownBrowsers {
	#key: Uint8Array;
	#random: Random;

	constructor(key: Uint8Array, random: Random) {
		this.#key = key;
		this.#random = random;
	}

	/** The cookie's new value after this person has signed in; `folded` is their name as it is compared. */
	remember(cookie: string | undefined, folded: string): string {
		const [id, ...macs] = partsOf(cookie) ?? [Buffer.from(this.#random.bytes(ID_BYTES)).toString('base64url')];
		const mac = this.#mac(id!, folded).toString('base64url');
		return [id, ...macs.filter((other) => other !== mac).slice(1 - MOST_PEOPLE), mac].join('.');
	}

	/** The browser's id, if this person has signed in from it before. */
	idOf(cookie: string | undefined, folded: string): string | undefined {
		const [id, ...macs] = partsOf(cookie) ?? [];
		if (id === undefined) return undefined;
		const right = this.#mac(id, folded);
		return macs.some((mac) => isSame(Buffer.from(mac, 'base64url'), right)) ? id : undefined;
	}

	#mac(id: string, folded: string): Buffer {
		return createHmac('sha256', this.#key).update(`${id}\0${folded}`).digest().subarray(0, MAC_BYTES);
	}
}

function partsOf(cookie: string | undefined): string[] | undefined {
	return cookie !== undefined && SHAPE.test(cookie) ? cookie.split('.') : undefined;
}

function isSame(a: Buffer, b: Buffer): boolean {
	return a.length === b.length && timingSafeEqual(a, b);
}
