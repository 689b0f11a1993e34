import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { decodeConfigFile } from '../../protocol/config-file.ts';
import { systemClock } from '../base/clock.ts';
import { systemRandom } from '../base/random.ts';
import { VirtualBoard } from './board.ts';
import { runConsoleLine } from './console.ts';
import { Crowd } from './crowd.ts';
import { openFlashFile } from './machine/flash-file.ts';
import { MemoryStore, type Store } from './machine/store.ts';

const HELP = `A virtual board: the firmware of the real ones as a program, its flash a file.

  npm run board -- CONFIG.mooring ...        plays the board of each config file, as the dashboard offers them
      --hub HOST:PORT                        instead of the hub in the file
      --state FILE                           its flash (CONFIG.flash); for one config only
      --wifi NAME=PASSWORD                   a Wi-Fi of its room, which it has to join; may be given more than once
  npm run board -- --count N --hub HOST:PORT --user NAME
                                             makes N pending virtual boards on the hub and plays them all, for loads;
                                             asks for the password, or takes it from MOORING_PASSWORD
      --delete                               deletes their devices at the end

Where one board is played, input and output are its serial port, where it speaks Improv between the lines of its log,
and what is around it is moved by what is typed, each followed by Enter:
  input 1 on                                 closes the switch of input 1
  input 1 off                                opens it
  press 1                                    presses a push button and lets it go
  pin 4 low                                  connects a pin to ground, or with high to power
  wifi NAME off                              switches a Wi-Fi off, or on

Each line is NAME: what happened; of more than 10 boards, only how many are on the line.
Ctrl-C ends it; boards say goodbye.`;

const FAILED = 1;
const WRONG_USE = 2;
const MAX_COUNT = 10_000;
/** With more boards than this, only a summary is printed now and then. */
const MOST_LOGGED = 10;
const SUMMARY_MS = 5_000;
const GOODBYE_MS = 200;
const CONTROL = /[\0-\x08\x0e-\x1f]/;

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
	const { hub, state, count, user, wifi } = values;
	if (hub !== undefined && !URL.canParse(`http://${hub}`)) wrong(`--hub ${hub} is not HOST:PORT.`);
	if (count === undefined) {
		if (user !== undefined || values.delete) wrong('--user and --delete are for --count.');
		if (positionals.length === 0) wrong('Name a config file, as the dashboard offers it. --help tells more.');
		if (state !== undefined && positionals.length > 1) wrong('--state is for one config file only.');
		if (wifi?.some((network) => network.indexOf('=') < 1)) wrong('--wifi takes NAME=PASSWORD.');
		return;
	}
	if (positionals.length > 0 || state !== undefined) wrong('--count makes its own boards: no config file, no --state.');
	if (!/^\d+$/.test(count) || Number(count) < 1 || Number(count) > MAX_COUNT)
		wrong(`--count must be 1 to ${MAX_COUNT}.`);
	if (!hub || !user) wrong('--count needs --hub HOST:PORT and --user NAME.');
}

function playFiles(): void {
	if (positionals.length > MOST_LOGGED) summarise(positionals.length);
	for (const file of positionals) {
		const configFile = readConfig(file);
		const config = decodeConfigFile(configFile);
		if (!config.ok) wrong(`${file}: ${config.error}`);
		if (values.hub === undefined && config.value.hubs.length === 0)
			wrong(`${file} names no hub. Give one with --hub HOST:PORT.`);
		const path = values.state ?? `${file}.flash`;
		const older = values.state ?? `${file}.state.json`;
		const store = () => openFlashFile({ path, older, configFile, random: systemRandom });
		play(configFile, config.value.name || basename(file), store, positionals.length <= MOST_LOGGED);
	}
	if (positionals.length === 1) takeInput(boards[0]!);
}

function takeInput(board: VirtualBoard): void {
	process.stdin.on('data', (bytes: Buffer) => board.hear(bytes));
	createInterface({ input: process.stdin }).on('line', (line) => {
		// Improv's binary messages are only for the board.
		const words = CONTROL.test(line) ? '' : runConsoleLine(line, board, systemClock);
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
	if (count > MOST_LOGGED) summarise(count);
	// Each is played as soon as it is made, because the hub limits the number of pending devices.
	const made = await crowd.make(count, (file, index) => {
		if (leaving) return;
		const config = decodeConfigFile(file);
		if (!config.ok) throw new Error(config.error);
		play(file, config.value.name || `Load ${index + 1}`, newFlash, count <= MOST_LOGGED);
	});
	if (!made.ok && !leaving) await leave(made.error.message);
}

/** Boards of a load test keep nothing on the disk. */
function newFlash(): Store {
	const store = new MemoryStore();
	VirtualBoard.blank(store, systemRandom);
	return store;
}

/** `store` may throw. */
function play(configFile: Uint8Array, name: string, store: () => Store, talk: boolean): void {
	try {
		const board: VirtualBoard = new VirtualBoard({
			configFile,
			store: store(),
			clock: systemClock,
			random: systemRandom,
			hub: values.hub,
			wifi: values.wifi,
			...(positionals.length === 1 && { serialOut: (bytes: Uint8Array) => void process.stdout.write(bytes) }),
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

/** Boards say goodbye, then their devices are deleted if --delete is set. A second Ctrl-C does not wait for that. */
async function leave(failure?: string): Promise<void> {
	if (leaving) process.exit(FAILED);
	leaving = true;
	for (const board of boards) board.stop();
	const removed = values.delete ? await crowd?.remove() : undefined;
	clearInterval(alive);
	const sentence = failure ?? (removed && !removed.ok ? removed.error.message : undefined);
	// Time for the goodbyes to be sent.
	setTimeout(() => (sentence === undefined ? process.exit(0) : failed(sentence)), GOODBYE_MS);
}

function askPassword(): Promise<string> {
	const { stdin } = process;
	if (!stdin.isTTY) wrong('Give the password in MOORING_PASSWORD where there is no terminal.');
	process.stdout.write('Password: ');
	// In raw mode the terminal does not show what is typed, and Ctrl-C and backspace must be handled here.
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
				wifi: { type: 'string', multiple: true },
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
