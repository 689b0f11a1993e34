import { Dice } from '../dice.ts';
import { type Kind, KindRun, LostWrites } from './kind.ts';
import { KINDS, NOT_INJECTED } from './kinds.ts';
import { type Options, readOptions } from './options.ts';
import { type Ran, reportOf } from './report.ts';

// `npm run faults`: injects faults into real processes, and looks whether what was acknowledged is there afterwards.

const MINUTE_MS = 60_000;
const HELP = `npm run faults [-- --minutes N] [--seed N] [--only KIND,KIND…] [--at-once N]\n
${KINDS.map(({ name, what }) => `  ${name.padEnd(18)} ${what}`).join('\n')}`;

const options = readOptions(
	process.argv.slice(2),
	KINDS.map(({ name }) => name),
);
if (typeof options === 'string') leave(options, 2);
if (options.help) leave(HELP, 0);

const wanted = KINDS.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
const possible: Kind[] = [];
for (const kind of wanted) {
	const why = kind.missing();
	if (why === undefined) possible.push(kind);
	else console.log(`LEFT OUT ${kind.name}: ${why}`);
}
if (options.only.length === 0) for (const line of NOT_INJECTED) console.log(`not injected: ${line}`);
if (possible.length === 0) leave('No fault can be injected here.', 1);

const atOnce = Math.min(options.atOnce, possible.length);
const share = (options.minutes * MINUTE_MS * atOnce) / possible.length;
console.log(
	`${possible.length} kinds of faults from seed ${options.seed}, ${Math.round(share / 1_000)} s each, ${atOnce} at once`,
);

const ran: Ran[] = [];
const left = [...possible];
await Promise.all(
	Array.from({ length: atOnce }, async () => {
		for (let kind = left.shift(); kind; kind = left.shift()) ran.push(await runKind(kind));
	}),
);

const failed = ran.filter(({ failure }) => failure);
const lost = failed.flatMap(({ failure }) => (failure instanceof LostWrites ? failure.lost : []));
console.log(`\n${reportOf(ran, lost).join('\n')}`);
process.exit(failed.length > 0 ? 1 : 0);

async function runKind(kind: Kind): Promise<Ran> {
	const run = new KindRun(new Dice(seedOf(kind.name)), share);
	const began = performance.now();
	const failure = await kind.run(run).then(
		() => undefined,
		(error: unknown) => (error instanceof Error ? error : new Error(String(error))),
	);
	const seconds = Math.round((performance.now() - began) / 1_000);
	const times = [...run.faults.values()].reduce((sum, count) => sum + count, 0);
	console.log(`${failure ? 'FAILED' : 'ok'} ${kind.name}: ${times} faults in ${seconds} s`);
	if (failure) console.log(`${failure.message}\n${againFor(kind.name)}\n`);
	return { kind, run, failure };
}

function againFor(name: string): string {
	const { seed, minutes } = options as Options;
	return `again: npm run faults -- --only ${name} --seed ${seed} --minutes ${minutes}`;
}

/** Each kind has its own randomness, whatever other kinds run. */
function seedOf(name: string): number {
	return [...name].reduce(
		(seed, letter) => (Math.imul(seed, 31) + letter.charCodeAt(0)) >>> 0,
		(options as Options).seed,
	);
}

function leave(words: string, code: number): never {
	console.log(words);
	process.exit(code);
}
