import { readdirSync } from 'node:fs';
import { at } from './lib/root.mjs';
import { runTypescript } from './lib/run-typescript.mjs';
import { giveUp, say } from './lib/say.mjs';
import { setUpAll } from './lib/setup.mjs';

// `npm run bench [-- NAME …]`: every measurement of test/bench, or those named, one after the other.
const END = '.bench.ts';
const all = readdirSync(at('test/bench'))
	.filter((file) => file.endsWith(END))
	.map((file) => file.slice(0, -END.length));
const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !all.includes(name));
if (unknown) giveUp(`There is no measurement "${unknown}": ${all.join(', ')}.`);

await setUpAll();
let failed = false;
for (const name of wanted.length ? wanted : all) {
	say(`\n${name}`);
	if ((await runTypescript(`test/bench/${name}${END}`)) !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
