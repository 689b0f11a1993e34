/** The hub's secure address, and the certificate authority that the hub makes for it. */
import { z } from 'zod';
import { OwnProof } from './people/second-factor.ts';
import { at } from './shapes.ts';

/** Off; by the certificate that the hub's configuration names; or by the hub's own authority. */
export const HttpsMode = z.enum(['off', 'own-certificate', 'authority']);
export type HttpsMode = z.infer<typeof HttpsMode>;

/** GET /https, for everybody: whoever does not trust the authority yet cannot have signed in */
export const HttpsView = z.object({
	mode: HttpsMode,
	/** where this hub is opened over HTTPS, under the name that was asked for where that is possible; null while it is off */
	address: z.string().nullable(),
	/** of the page, on plain HTTP, that explains how to trust the authority */
	help: z.string(),
	/** null if the hub has made none */
	authority: z
		.object({
			/** the name of its certificate, by which devices list it */
			name: z.string(),
			/** SHA-256 of its certificate, "AB:CD:…" */
			fingerprint: z.string(),
			expiresAt: at,
		})
		.nullable(),
});
export type HttpsView = z.infer<typeof HttpsView>;

/**
 * PUT /https → HttpsView (owner): whether the hub's own authority is used. To turn it off takes the owner's proof: everybody sends
 * their password readable from then on.
 */
export const HttpsBody = OwnProof.partial().extend({ on: z.boolean() });
export type HttpsBody = z.infer<typeof HttpsBody>;
