/**
 * The hub's own machine, exempt from limits: it may play thousands of boards, and a deleted one must not shut out
 * others.
 */
export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1']);
