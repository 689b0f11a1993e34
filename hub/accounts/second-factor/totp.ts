import { LIMITS } from '../../../protocol/dashboard/limits.ts';

/** 160 bits, as RFC 4226 (4, R6) recommends. */
export const SECRET_BYTES = 20;
const PERIOD_S = 30;
/** Codes of the step before and of the one after are right too: clocks differ, and typing takes time (RFC 6238, 5.2). */
const DRIFT_STEPS = 1;
/** What authenticator apps can be relied on to know; some ignore what else a URI says. */
const PARAMETERS = { algorithm: 'SHA1', digits: LIMITS.codeDigits, period: PERIOD_S };

/** Loaded when somebody first uses a second factor: most hubs do not need it. */
const otpauth = () => import('otpauth');

/** The secret as an app takes it: as a URI for a QR code, and in base32 to be typed. */
export async function offerOf(
	secret: Uint8Array,
	names: { hub: string; person: string },
): Promise<{ uri: string; secret: string }> {
	const totp = await totpOf(secret, { issuer: withoutColon(names.hub), label: withoutColon(names.person) });
	return { uri: totp.toString(), secret: totp.secret.base32 };
}

/** The time step of which this is the code, among those that are right at `now` (Unix ms). */
export async function stepOfCode(secret: Uint8Array, code: string, now: number): Promise<number | undefined> {
	const totp = await totpOf(secret);
	const delta = totp.validate({ token: code, timestamp: now, window: DRIFT_STEPS });
	return delta === null ? undefined : totp.counter({ timestamp: now }) + delta;
}

async function totpOf(secret: Uint8Array, names: { issuer?: string; label?: string } = {}) {
	const { Secret, TOTP } = await otpauth();
	return new TOTP({ ...PARAMETERS, ...names, secret: new Secret({ buffer: Uint8Array.from(secret).buffer }) });
}

/** A colon parts the two names in a URI, also one that is escaped. */
function withoutColon(name: string): string {
	return name.replaceAll(':', ' ');
}
