import { type TOTP, URI } from 'otpauth';
import {
	type RecoveryCodes,
	type SecondFactorOffer,
	SecondFactorView,
} from '../../../protocol/dashboard/people/second-factor.ts';
import { type BrowserSession, PASSWORD } from '../browser-session.ts';
import type { ShiftedClock } from '../shifted-clock.ts';

const STEP_MS = 30_000;

/** Somebody's phone: an app that has scanned the QR code. */
export class Authenticator {
	readonly #totp: TOTP;

	constructor(uri: string) {
		this.#totp = URI.parse(uri) as TOTP;
	}

	/** what the app keeps, as it is typed and as bytes */
	get secret(): { base32: string; bytes: Uint8Array } {
		return this.#totp.secret;
	}

	/** what the app shows at that moment, Unix ms */
	at(now: number): string {
		return this.#totp.generate({ timestamp: now });
	}

	/** Waits for the next code, by setting the hub's clock. */
	next(clock: ShiftedClock): string {
		clock.set(clock.now() + STEP_MS);
		return this.at(clock.now());
	}
}

/** Turns a person's second factor on; answers their phone and their recovery codes. */
export async function turnOn(
	browser: BrowserSession,
	now: number = Date.now(),
): Promise<{ phone: Authenticator; codes: string[] }> {
	const { uri } = await browser.call<SecondFactorOffer>('POST', '/account/second-factor', { current: PASSWORD });
	const phone = new Authenticator(uri);
	const body = { code: phone.at(now) };
	const { codes } = await browser.call<RecoveryCodes>('POST', '/account/second-factor/confirm', body);
	return { phone, codes };
}

export async function secondFactorOf(browser: BrowserSession): Promise<SecondFactorView> {
	return SecondFactorView.parse(await browser.call('GET', '/account/second-factor'));
}
