/** A pending device waits this long for its board. */
export const PENDING_MS = 24 * 3_600_000;
/** A board that proves an expired key within this time waits for a person; later its key is refused. */
export const EXPIRED_CLAIMABLE_MS = 7 * 24 * 3_600_000;
/** After this the hub has forgotten that the key ever was. */
export const FORGOTTEN_MS = 30 * 24 * 3_600_000;
/** How often expiry is looked after. The countdown on the page is exact; this only tidies up. */
export const SWEEP_MS = 1_000;
/** Pending devices one hub keeps at a time. */
export const MAX_PENDING = 250;
/** Virtual boards that one hub plays; each takes memory, and comes back at every start. What it plays already goes on. */
export const MAX_PLAYED = 100;
/** Boards that may wait for a person at a time, all together and for one registration key; the next is told to come later. */
export const MAX_CONFLICTS = 50;
export const MAX_CONFLICTS_PER_KEY = 4;
/** How long a conflict stays on the page after its board's link was lost: longer than a board's longest pause. */
export const CONFLICT_KEPT_MS = 45_000;
/** A board that was sent its key and does not answer in this time has lost the line. */
export const PROVISION_DEADLINE_MS = 15_000;
