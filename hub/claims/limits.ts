/** A pending device waits this long for its board. */
export const PENDING_MS = 24 * 3_600_000;
/** A board that proves an expired key within this time waits for a person; later its key is refused. */
export const EXPIRED_CLAIMABLE_MS = 7 * 24 * 3_600_000;
/** After this the hub deletes the registration and does not know its key any more. */
export const FORGOTTEN_MS = 30 * 24 * 3_600_000;
/** How often expired registrations are looked for. The page has an exact countdown of its own. */
export const SWEEP_MS = 1_000;
/** Pending devices one hub keeps at a time. */
export const MAX_PENDING = 250;
/** Virtual boards that one hub may start; each needs memory, and is started again with the hub. */
export const MAX_PLAYED = 100;
/** Boards that may wait for a person at a time, in total and for one registration key; others are refused and retry. */
export const MAX_CONFLICTS = 50;
export const MAX_CONFLICTS_PER_KEY = 4;
/** How long a conflict stays on the page after its board's link was lost: longer than a board's longest pause. */
export const CONFLICT_KEPT_MS = 45_000;
/** A board that was sent its key and does not answer in this time is disconnected. */
export const PROVISION_DEADLINE_MS = 15_000;
