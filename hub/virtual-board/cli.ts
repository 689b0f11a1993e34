import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { decodeConfigFile } from '../../protocol/config-file.ts';
import type { BoardConfig } from '../../protocol/device_pb.ts';
import { systemClock } from '../base/clock.ts';
import { systemRandom } from '../base/random.ts';
import { VirtualBoard } from './board.ts';
import { KeysFile } from './keys-file.ts';
import { type Crowd, makeCrowd } from './crowd.ts';

const HELP = `A virtual board: it registers with the hub, keeps its keys in a file, and does what its relays are told.

  npm run board -- CONFIG.mooring ...        plays the board of each config file, as the dashboard offers them
      --hub HOST:PORT                        instead of the hub in the file
      --state FILE                           where it keeps its keys (CONFIG.state.json); for one config only
  npm run board -- --count N --hub HOST:PORT --user NAME
                                             makes N pending virtual boards on the hub and plays them all, for loads;
                                             asks for the password, or takes it from MOORING_PASSWORD
      --delete                               deletes their devices at the end

Ctrl-C ends it; boards say goodbye.`;

const WRONG_USE = 2;
const MAX_COUNT = 10_000;
/** More boards than this are told of in one line now and then. */
const TALKATIVE = 10;
const SUMMARY_MS = 5_000;
const GOODBYE_MS = 200;

const { values, positionals } = readArguments();
if (values.help) {
	say(HELP);
	process.exit(0);
}
// The boards' own timers keep no process alive.
const alive = setInterval(() => undefined, 60_000);
const boards: VirtualBoard[] = [];
let crowd: Crowd | undefined;

if (values.count === undefined) playFiles();
else await playCrowd(Number(values.count));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave());

function playFiles(): void {
	if (positionals.length === 0) wrong('Name a config file, as the dashboard offers it. --help tells more.');
	if (values.state !== undefined && positionals.length > 1) wrong('--state is for one config file only.');
	for (const file of positionals) {
		if (!existsSync(file)) wrong(`${file} is not there.`);
		const config = decodeConfigFile(readFileSync(file));
		if (!config.ok) wrong(`${file}: ${config.error}`);
		const name = config.value.name || basename(file);
		play(config.value, values.state ?? `${file}.state.json`, (text) => say(`${name}: ${text}`));
	}
}

async function playCrowd(count: number): Promise<void> {
	if (!Number.isInteger(count) || count < 1 || count > MAX_COUNT) wrong(`--count must be 1 to ${MAX_COUNT}.`);
	if (!values.hub || !values.user) wrong('--count needs --hub HOST:PORT and --user NAME.');
	const password = process.env.MOORING_PASSWORD ?? (await askPassword());
	const made = await makeCrowd({ hub: values.hub, user: values.user, password, count });
	if (!made.ok) wrong(made.error.message);
	crowd = made.value;
	const folder = mkdtempSync(join(tmpdir(), 'mooring-boards-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const authenticated = new Set<number>();
	const talk = count <= TALKATIVE;
	for (const [index, file] of crowd.files.entries()) {
		const config = decodeConfigFile(file);
		if (!config.ok) wrong(config.error);
		play(config.value, join(folder, `${index}.json`), (text) => {
			if (text === 'authenticated') authenticated.add(index);
			if (talk) say(`${config.value.name}: ${text}`);
		});
	}
	if (!talk)
		setInterval(() => say(`${authenticated.size} of ${count} boards have been on the line`), SUMMARY_MS).unref();
}

function play(config: BoardConfig, state: string, log: (text: string) => void): void {
	try {
		const keys = new KeysFile(state, systemRandom);
		const board = new VirtualBoard({ config, keys, clock: systemClock, random: systemRandom, hub: values.hub, log });
		boards.push(board);
		log(`this is ${board.code}`);
		board.start();
	} catch (error) {
		wrong((error as Error).message);
	}
}

async function leave(): Promise<void> {
	for (const board of boards) board.stop();
	if (values.delete) await crowd?.remove();
	clearInterval(alive);
	setTimeout(() => process.exit(0), GOODBYE_MS);
}

function askPassword(): Promise<string> {
	if (!process.stdin.isTTY) wrong('Give the password in MOORING_PASSWORD where there is no terminal.');
	return new Promise((resolve) => {
		const terminal = createInterface({ input: process.stdin, terminal: true });
		process.stdout.write('Password: ');
		process.stdin.setRawMode(true);
		let typed = '';
		process.stdin.on('data', (chunk: Buffer) => {
			for (const sign of chunk.toString()) {
				if (sign === '\u0003') process.exit(WRONG_USE);
				if (sign === '\r' || sign === '\n') {
					process.stdin.setRawMode(false);
					terminal.close();
					process.stdout.write('\n');
					return resolve(typed);
				}
				typed = sign === '\u007f' ? typed.slice(0, -1) : typed + sign;
			}
		});
	});
}

function readArguments() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				hub: { type: 'string' },
				state: { type: 'string' },
				count: { type: 'string' },
				user: { type: 'string' },
				delete: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
			},
		});
	} catch (error) {
		return wrong((error as Error).message);
	}
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

function wrong(sentence: string): never {
	process.stderr.write(`${sentence}\n`);
	process.exit(WRONG_USE);
}
