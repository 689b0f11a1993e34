/** Events are counted over this time. */
export const RUSH_WINDOW_MS = 250;
/**
 * More events than this in RUSH_WINDOW_MS are a rush, more than anybody can follow: the hub sends them together, and the page
 * does not fade. A scene that moves thirty relays, with three events each, is none.
 */
export const RUSH_EVENTS = 120;
