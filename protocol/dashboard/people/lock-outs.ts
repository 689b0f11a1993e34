/** Who has guessed too often, and is not heard for a while. */
import { z } from 'zod';
import { at } from '../shapes.ts';

/** What was guessed at. `polling-token`: the token of a board with older firmware. */
export const LockOutWhat = z.enum(['sign-in', 'set-up', 'second-factor', 'invitation', 'api-token', 'polling-token']);
export type LockOutWhat = z.infer<typeof LockOutWhat>;

/** Who is locked out: one network, or everybody whom the hub does not know as a person's browser. */
export const LockedOutWho = z.discriminatedUnion('kind', [
	/** an IPv4 address, or 64 bits of IPv6 */
	z.object({ kind: z.literal('network'), network: z.string() }),
	/** `home`: from the hub's own networks; `away`: from the rest of the world */
	z.object({ kind: z.literal('strangers'), from: z.enum(['home', 'away', 'anywhere']) }),
]);
export type LockedOutWho = z.infer<typeof LockedOutWho>;

export const LockOutView = z.object({
	id: z.string(),
	what: LockOutWhat,
	who: LockedOutWho,
	/** people whose password or second factor was guessed at; a name that nobody has is not repeated */
	names: z.array(z.string()),
	/** names that nobody has were tried too */
	unknownNames: z.boolean(),
	/** wrong tries that led to it, the first one at `since` */
	failures: z.number().int(),
	since: at,
	until: at,
	/** how often this network was locked out by now; each time is longer than the one before */
	times: z.number().int(),
});
export type LockOutView = z.infer<typeof LockOutView>;

/** GET /lock-outs (owner). DELETE /lock-outs/:id → 204: lifts it. */
export const LockOuts = z.object({
	/** the hub's own networks first, then the newest; at most LIMITS.lockOuts */
	lockOuts: z.array(LockOutView),
	/** all there are */
	total: z.number().int(),
	/** networks among all of them, each counted once */
	networks: z.number().int(),
});
export type LockOuts = z.infer<typeof LockOuts>;
