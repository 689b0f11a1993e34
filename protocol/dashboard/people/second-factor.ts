/** The second factor: codes of an authenticator app (TOTP, RFC 6238), and recovery codes for the day the phone is gone. */
import { z } from 'zod';
import { UserView } from './accounts.ts';
import { saying } from '../faults.ts';
import { LIMITS } from '../limits.ts';
import { at } from '../shapes.ts';

/** of an app or a recovery code, with or without blanks and dashes, in any case */
export const code = z.string().min(1, saying('second-factor-needed')).max(LIMITS.codeLength);

/** What a person proves again before a dangerous act: a stolen session alone must not be enough. */
export const OwnProof = z.object({
	/** their own present password */
	current: z.string().min(1, saying('password-needed')).max(LIMITS.passwordMax),
	/** needed if their second factor is on */
	code: code.optional(),
});
export type OwnProof = z.infer<typeof OwnProof>;

/**
 * POST /session of somebody whose second factor is on: no session yet. `handle` is good for a few tries at a code, from
 * the same network, within `forMs`.
 */
export const SecondFactorAsked = z.object({ handle: z.string(), forMs: z.number().int() });
export type SecondFactorAsked = z.infer<typeof SecondFactorAsked>;

/** The answer to POST /session: who is signed in, or what is still asked of them. */
export const SignInAnswer = z.union([UserView, SecondFactorAsked]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** POST /session/second-factor → UserView, and the session cookie */
export const SignInCode = z.object({ handle: z.string().min(1).max(LIMITS.handleLength), code });
export type SignInCode = z.infer<typeof SignInCode>;

/** GET /account/second-factor */
export const SecondFactorView = z.object({
	on: z.boolean(),
	/** since when; null = off */
	since: at.nullable(),
	/** recovery codes that are not used yet */
	recoveryCodes: z.number().int(),
});
export type SecondFactorView = z.infer<typeof SecondFactorView>;

/**
 * POST /account/second-factor (OwnProof) → SecondFactorOffer: a secret for the app. It is in this answer and never again, and
 * counts only once POST /account/second-factor/confirm has brought a code of it.
 */
export const SecondFactorOffer = z.object({
	/** otpauth://totp/…, for a QR code */
	uri: z.string(),
	/** the same secret to be typed, in base32 */
	secret: z.string(),
	forMs: z.number().int(),
});
export type SecondFactorOffer = z.infer<typeof SecondFactorOffer>;

export const SecondFactorConfirm = z.object({ code });
export type SecondFactorConfirm = z.infer<typeof SecondFactorConfirm>;

/**
 * POST /account/second-factor/confirm, and a new session cookie; POST /account/second-factor/recovery-codes (OwnProof). The codes
 * are in these answers and never again. POST /account/second-factor/off (OwnProof) → 204.
 */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
