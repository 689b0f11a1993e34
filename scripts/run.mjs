import { pathToFileURL } from 'node:url';
import { at } from './lib/root.mjs';
import { giveUp } from './lib/say.mjs';
import { setUpHub } from './lib/setup.mjs';

// `npm run hub -- …` and `npm run board -- …`: the built command line with its arguments, in this process.
const PROGRAMS = { hub: 'dist/cli.js', board: 'dist/board.js' };
const [name, ...args] = process.argv.slice(2);
const file = PROGRAMS[name];
if (!file) giveUp(`There is no program "${name}": ${Object.keys(PROGRAMS).join(' or ')}.`);
await setUpHub();
process.argv = [process.execPath, at(file), ...args];
await import(pathToFileURL(at(file)).href);
