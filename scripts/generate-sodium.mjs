import { writeFileSync } from 'node:fs';
import { fetchSources } from './lib/firmware/library-sources.mjs';
import { at } from './lib/root.mjs';
import { giveUp, say } from './lib/say.mjs';
import { SODIUM_MODULE, compileSodium } from './lib/firmware/sodium.mjs';

// `npm run generate:sodium`: compiles the hub's libsodium, after a change of `hub/link/sodium.c`.
await fetchSources();
const compiled = await compileSodium();
if (compiled.missing) giveUp(`This takes ${compiled.missing}.`);
writeFileSync(at(SODIUM_MODULE), compiled.text);
say(`${SODIUM_MODULE}: ${compiled.madeFrom}`);
