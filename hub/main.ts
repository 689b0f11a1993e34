import { setFlagsFromString } from 'node:v8';

/**
 * The start makes much garbage at once. V8 would grow its young generation to 15 MB for that, which an idle hub does
 * not need and V8 never releases. So it may grow only after the start, which is why everything is loaded from here.
 */
const GROWTH = { atStart: 1, later: 2 };

/**
 * How much the heap may grow before garbage is collected, in percent of live memory. On a machine with much memory V8
 * lets it grow to four times as much: a flood of requests made a hub with 23 MB of live memory use 235 MB.
 */
const GARBAGE_PERCENT = 10;

setFlagsFromString(`--heap-growing-percent=${GARBAGE_PERCENT}`);
// V8 then moves objects out of pages of the heap that are mostly free, and gives those back. Without it, floods left a
// heap of 69 MB with 45 MB in use; with it, one of 44 MB with 35 MB in use.
setFlagsFromString('--optimize-for-size');
// A compiler for code that runs seldom; what runs often is compiled by another one. It kept 2 to 4 MB.
setFlagsFromString('--no-sparkplug');
setFlagsFromString(`--semi-space-growth-factor=${GROWTH.atStart}`);
await import('./process.ts');
setFlagsFromString(`--semi-space-growth-factor=${GROWTH.later}`);
