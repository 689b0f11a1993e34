import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { decodeConfigFile } from '../../protocol/config-file.ts';
import type { BoardConfig } from '../../protocol/device_pb.ts';
import { systemClock } from '../base/clock.ts';
import { systemRandom } from '../base/random.ts';
import { VirtualBoard } from './board.ts';
import { Crowd } from './crowd.ts';
import { KeysFile } from './keys-file.ts';
import { obey } from './wall-switches.ts';

const HELP = `A virtual board: it registers with the hub, keeps its keys in a file, and does what its relays are told.

  npm run board -- CONFIG.mooring ...        plays the board of each config file, as the dashboard offers them
      --hub HOST:PORT                        instead of the hub in the file
      --state FILE                           where it keeps its keys (CONFIG.state.json); for one config only
  npm run board -- --count N --hub HOST:PORT --user NAME
                                             makes N pending virtual boards on the hub and plays them all, for loads;
                                             asks for the password, or takes it from MOORING_PASSWORD
      --delete                               deletes their devices at the end

Where one board is played, its wall switches are worked by what is typed, each followed by Enter:
  input 1 on                                 closes the switch of input 1
  input 1 off                                opens it
  press 1                                    presses a push button and lets it go

Each line is NAME: what happened; of more than 10 boards, only how many are on the line.
Ctrl-C ends it; boards say goodbye.`;

const FAILED = 1;
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
checkUse();
// The boards' own timers keep no process alive.
const alive = setInterval(() => undefined, 60_000);
const boards: VirtualBoard[] = [];
const onTheLine = new Set<VirtualBoard>();
let crowd: Crowd | undefined;
let leaving = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void leave());

if (values.count === undefined) playFiles();
else await playCrowd(Number(values.count));

function checkUse(): void {
	const { hub, state, count, user } = values;
	if (hub !== undefined && !URL.canParse(`http://${hub}`)) wrong(`--hub ${hub} is not HOST:PORT.`);
	if (count === undefined) {
		if (user !== undefined || values.delete) wrong('--user and --delete are for --count.');
		if (positionals.length === 0) wrong('Name a config file, as the dashboard offers it. --help tells more.');
		if (state !== undefined && positionals.length > 1) wrong('--state is for one config file only.');
		return;
	}
	if (positionals.length > 0 || state !== undefined) wrong('--count makes its own boards: no config file, no --state.');
	if (!/^\d+$/.test(count) || Number(count) < 1 || Number(count) > MAX_COUNT)
		wrong(`--count must be 1 to ${MAX_COUNT}.`);
	if (!hub || !user) wrong('--count needs --hub HOST:PORT and --user NAME.');
}

function playFiles(): void {
	if (positionals.length > TALKATIVE) summarise(positionals.length);
	for (const file of positionals) {
		const config = decodeConfigFile(readConfig(file));
		if (!config.ok) wrong(`${file}: ${config.error}`);
		if (values.hub === undefined && config.value.hubs.length === 0)
			wrong(`${file} names no hub. Give one with --hub HOST:PORT.`);
		play(config.value, values.state ?? `${file}.state.json`, basename(file), positionals.length <= TALKATIVE);
	}
	if (positionals.length === 1) takeSwitches();
}

function takeSwitches(): void {
	createInterface({ input: process.stdin }).on('line', (line) => {
		const words = boards[0] ? obey(line, boards[0], systemClock) : '';
		if (words !== '') say(words);
	});
}

function readConfig(file: string): Uint8Array {
	try {
		return readFileSync(file);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		return wrong(code === 'ENOENT' ? `${file} is not there.` : `${file} cannot be read (${code}).`);
	}
}

async function playCrowd(count: number): Promise<void> {
	const password = process.env.MOORING_PASSWORD ?? (await askPassword());
	const signedIn = await Crowd.signIn({ hub: values.hub!, user: values.user!, password });
	if (!signedIn.ok) return failed(signedIn.error.message);
	crowd = signedIn.value;
	const folder = mkdtempSync(join(tmpdir(), 'mooring-boards-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	if (count > TALKATIVE) summarise(count);
	// Each is played as soon as it is made: the hub keeps only so many that wait.
	const made = await crowd.make(count, (file, index) => {
		if (leaving) return;
		const config = decodeConfigFile(file);
		if (!config.ok) throw new Error(config.error);
		play(config.value, join(folder, `${index}.json`), `Load ${index + 1}`, count <= TALKATIVE);
	});
	if (!made.ok && !leaving) await leave(made.error.message);
}

function play(config: BoardConfig, state: string, fileName: string, talk: boolean): void {
	const name = config.name || fileName;
	try {
		const keys = new KeysFile(state, systemRandom);
		const board: VirtualBoard = new VirtualBoard({
			config,
			keys,
			clock: systemClock,
			random: systemRandom,
			hub: values.hub,
			log(text) {
				if (text === 'authenticated') onTheLine.add(board);
				else if (/^(disconnected|refused)\b/.test(text)) onTheLine.delete(board);
				if (talk) say(`${name}: ${text}`);
			},
		});
		boards.push(board);
		if (talk) say(`${name}: this is ${board.code}`);
		board.start();
	} catch (error) {
		failed((error as Error).message);
	}
}

function summarise(count: number): void {
	setInterval(() => say(`${onTheLine.size} of ${count} boards are on the line`), SUMMARY_MS).unref();
}

/** Boards say goodbye, then their devices go where that was asked for. A second Ctrl-C does not wait for that. */
async function leave(failure?: string): Promise<void> {
	if (leaving) process.exit(FAILED);
	leaving = true;
	for (const board of boards) board.stop();
	const removed = values.delete ? await crowd?.remove() : undefined;
	clearInterval(alive);
	const sentence = failure ?? (removed && !removed.ok ? removed.error.message : undefined);
	// Goodbyes are still on their way out.
	setTimeout(() => (sentence === undefined ? process.exit(0) : failed(sentence)), GOODBYE_MS);
}

function askPassword(): Promise<string> {
	const { stdin } = process;
	if (!stdin.isTTY) wrong('Give the password in MOORING_PASSWORD where there is no terminal.');
	process.stdout.write('Password: ');
	// Raw: the terminal shows nothing of what is typed, and leaves Ctrl-C and backspace to us.
	stdin.setRawMode(true).setEncoding('utf8').resume();
	return new Promise((resolve) => {
		let typed = '';
		const end = (then: () => void) => {
			stdin.off('data', take).setRawMode(false).pause();
			process.stdout.write('\n');
			then();
		};
		const take = (text: string) => {
			for (const sign of text) {
				if (sign === '\u0003' || sign === '\u0004') return end(() => process.exit(FAILED));
				if (sign === '\r' || sign === '\n') return end(() => resolve(typed));
				typed = sign === '\u007f' || sign === '\b' ? typed.slice(0, -1) : typed + sign;
			}
		};
		stdin.on('data', take);
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
		return wrong((error as Error).message.split('. ')[0]!.replace(/\.?$/, '.'));
	}
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

function wrong(sentence: string): never {
	process.stderr.write(`${sentence}\n`);
	process.exit(WRONG_USE);
}

function failed(sentence: string): never {
	process.stderr.write(`${sentence}\n`);
	process.exit(FAILED);
}
