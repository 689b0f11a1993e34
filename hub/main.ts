import { setFlagsFromString } from 'node:v8';

/**
 * A start leaves much garbage at once. V8 grows its room for what is young by that, to 15 MB that a hub at rest never needs
 * and that are not given back. So the room may grow only when the hub runs; hence everything is loaded from here.
 */
const GROWTH = { atStart: 1, later: 2 };

/**
 * How much garbage may gather before it is collected, in percent of what lives. On a machine with much memory V8 lets it
 * become four times as much: a flood of requests took a hub that holds 23 MB to 235 MB.
 */
const GARBAGE_PERCENT = 20;

setFlagsFromString(`--heap-growing-percent=${GARBAGE_PERCENT}`);
setFlagsFromString(`--semi-space-growth-factor=${GROWTH.atStart}`);
await import('./process.ts');
setFlagsFromString(`--semi-space-growth-factor=${GROWTH.later}`);
