/** The hub's own machine plays boards by the thousand, and one that was deleted must not shut the others out. */
export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1']);
