/** How long tests wait for what must come: as long as a board that lost its hub may rest, which is 30 s, and a little more. */
export const PATIENCE_MS = 40_000;
