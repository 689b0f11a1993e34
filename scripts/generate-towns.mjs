import { writeFileSync } from 'node:fs';
import { at } from './lib/root.mjs';
import { giveUp, say } from './lib/say.mjs';
import { TOWNS_FILE, makeTowns } from './lib/towns/make-towns.mjs';
import { geonamesTable } from './lib/towns/package.mjs';

// `npm run generate:towns`: makes the list of towns for the place of the house from GeoNames' table.
const { table, missing } = await geonamesTable();
if (missing) giveUp(`This takes ${missing}.`);
writeFileSync(at(TOWNS_FILE), makeTowns(table));
say(TOWNS_FILE);
