import { mkdirSync, readdirSync } from 'node:fs';
import { at } from './lib/root.mjs';
import { show } from './lib/run.mjs';
import { giveUp, say } from './lib/say.mjs';
import { setUpAll } from './lib/setup.mjs';

// `npm run bench`: every bench one after the other, each as a process of its own; `npm run bench toggle` runs one.
const FOLDER = 'test/bench';
const SUFFIX = '.bench.ts';

const wanted = process.argv.slice(2);
const all = readdirSync(at(FOLDER)).flatMap((file) => (file.endsWith(SUFFIX) ? [file.slice(0, -SUFFIX.length)] : []));
const unknown = wanted.find((name) => !all.includes(name));
if (unknown) giveUp(`There is no bench "${unknown}": ${all.join(', ')}.`);

await setUpAll();
const { build } = await import('esbuild');
mkdirSync(at('.cache/bench'), { recursive: true });
const names = wanted.length > 0 ? wanted : all;
await build({
	absWorkingDir: at(),
	// Two folders below the project, as their sources are: what they look for by their own place is found.
	entryPoints: names.map((name) => ({ in: `${FOLDER}/${name}${SUFFIX}`, out: `${name}.bench` })),
	outdir: '.cache/bench',
	outExtension: { '.js': '.mjs' },
	bundle: true,
	packages: 'external',
	format: 'esm',
	platform: 'node',
	target: 'node20',
	tsconfigRaw: {},
	logLevel: 'warning',
});
let failed = 0;
for (const name of names) {
	say(`Measuring: ${name}…`);
	if ((await show(process.execPath, [at('.cache/bench', `${name}.bench.mjs`)])) !== 0) failed++;
}
process.exit(failed > 0 ? 1 : 0);
