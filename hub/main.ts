import { setFlagsFromString } from 'node:v8';

/**
 * A start leaves much garbage at once. V8 grows its room for what is young by that, to 15 MB that a hub at rest never needs
 * and that are not given back. So the room may grow only when the hub runs; hence everything is loaded from here.
 */
const GROWTH = { atStart: 1, later: 2 };

setFlagsFromString(`--semi-space-growth-factor=${GROWTH.atStart}`);
await import('./process.ts');
setFlagsFromString(`--semi-space-growth-factor=${GROWTH.later}`);
