import { readFileSync, writeFileSync } from 'node:fs';
import { giveUp, say } from './lib/say.mjs';
import { BUILT, COMMITTED, buildWasm, isCommitted, otherTools } from './lib/firmware/wasm.mjs';

// `npm run wasm`: builds the virtual board's module, which is committed.
const why = await buildWasm();
if (why) giveUp(`The firmware cannot be built to WebAssembly here: ${why}.`);
const others = await otherTools();
if (others) giveUp(`The module is left as it is: ${others}. Build it on Debian 12, so that everybody's is the same.`);
say(isCommitted() ? 'The module is up to date.' : 'The module is a new one: commit it.');
writeFileSync(COMMITTED, readFileSync(BUILT));
