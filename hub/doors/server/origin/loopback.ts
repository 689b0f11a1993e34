/**
 * The hub's own machine, exempt from the request allowance, the limits on links and most limits on connections: it may
 * play thousands of boards, and a proxy there sends everybody's requests.
 */
export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1']);
