import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from '@bufbuild/protobuf';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeConfigFile } from '../../protocol/config-file.ts';
import { BoardConfigSchema, InputMode } from '../../protocol/device_pb.ts';
import { systemClock } from '../base/clock.ts';
import { systemRandom } from '../base/random.ts';
import { readHeader } from './machine/header.ts';
import { VirtualBoards } from './runner.ts';
import { FileStore } from './machine/store.ts';

const configFile = (name: string, keyId = 1) =>
	encodeConfigFile(
		create(BoardConfigSchema, {
			board: 'virtual',
			name,
			keyId: new Uint8Array(16).fill(keyId),
			key: new Uint8Array(32).fill(2),
			configure: { inputs: [{ id: 1, pin: 1, mode: InputMode.DETACHED }] },
		}),
	);

/** boards that are resumed */
const MOST = 3;

let data: string;
let folder: string;
/** accepts connections, and sends nothing */
let hub: Server;
let connected: Set<Socket>;
/** how often a board was played: each asks for the hub's port once */
let plays: number;
let logged: string[];
let players: VirtualBoards[];

beforeEach(async () => {
	data = mkdtempSync(join(tmpdir(), 'mooring-runner-'));
	folder = join(data, 'boards');
	plays = 0;
	logged = [];
	players = [];
	connected = new Set();
	hub = createServer((socket) => {
		connected.add(socket);
		socket.on('error', () => undefined).on('close', () => connected.delete(socket));
		socket.resume();
	});
	await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
	for (const player of players) player.stopAll();
	hub.close();
	for (const socket of connected) socket.destroy();
	rmSync(data, { recursive: true, force: true });
});

function player(): VirtualBoards {
	const made = new VirtualBoards({
		folder,
		port() {
			plays++;
			return (hub.address() as AddressInfo).port;
		},
		clock: systemClock,
		random: systemRandom,
		log: pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) }),
	});
	players.push(made);
	return made;
}

const live = (count: number) => vi.waitUntil(() => connected.size === count, { timeout: 5_000, interval: 2 });

describe('VirtualBoards', () => {
	it('plays a board from a folder that only its owner may read', async () => {
		const boards = player();
		await boards.start('a', configFile('A'));
		await live(1);
		expect(boards.has('a')).toBe(true);
		expect(readdirSync(join(folder, 'a')).sort()).toEqual(['config.mooring', 'flash']);
		for (const file of readdirSync(join(folder, 'a')))
			expect(statSync(join(folder, 'a', file)).mode & 0o777).toBe(0o600);
		expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
	});

	it('resumes no more boards than a hub may play, and says so', async () => {
		const before = player();
		for (let n = 0; n <= MOST; n++) await before.start(`${n}`, configFile(`${n}`));
		before.stopAll();
		const boards = player();
		await boards.resume(MOST);
		expect(boards.size).toBe(MOST);
		expect(logged.join()).toContain('some are not started');
	});

	it('moves a switch of a board that it plays, and of no other', async () => {
		const boards = player();
		await boards.start('a', configFile('A'));
		expect(boards.setInput('a', 1, true)).toBe(true);
		expect(boards.setInput('a', 2, true)).toBe(false);
		expect(boards.setInput('b', 1, true)).toBe(false);
	});

	it('plays a board once, however often it is started at the same time', async () => {
		const boards = player();
		await Promise.all(Array.from({ length: 5 }, () => boards.start('a', configFile('A'))));
		await boards.start('a', configFile('A'));
		expect(plays).toBe(1);
	});

	it('plays a board once that is started while the hub resumes those of before', async () => {
		const before = player();
		await before.start('a', configFile('A'));
		before.stopAll();
		plays = 0;
		const boards = player();
		const starting = boards.start('a', configFile('A'));
		for (let turn = 0; turn < 3; turn++) await Promise.resolve(); // it writes its files now
		await Promise.all([starting, boards.resume(MOST)]);
		expect(plays).toBe(1);
	});

	it('stops playing a board for a device that got another one', async () => {
		const boards = player();
		await boards.start('a', configFile('A'));
		expect(await boards.handOver('pending', 'a', macOf('a'))).toBe(false);
		expect(boards.has('a')).toBe(true);
		expect(await boards.handOver('pending', 'a', '02AAAAAAAAAA')).toBe(true);
		expect([boards.has('a'), existsSync(join(folder, 'a'))]).toEqual([false, false]);
	});

	it('plays a board for the device whose place it took, also after a restart', async () => {
		const boards = player();
		await boards.start('a', configFile('A'));
		await boards.start('b', configFile('B', 3));
		const mac = macOf('b');
		expect(await boards.handOver('b', 'a', mac)).toBe(true);
		expect([boards.has('a'), boards.has('b'), macOf('a')]).toEqual([true, false, mac]);
		boards.stopAll();
		const again = player();
		await again.resume(MOST);
		expect([again.has('a'), again.has('b')]).toEqual([true, false]);
	});

	it('treats another config file as new firmware for the same hardware', async () => {
		const boards = player();
		await boards.start('a', configFile('A'));
		await live(1);
		const mac = macOf('a');
		await boards.start('a', configFile('A', 3));
		expect(plays).toBe(2);
		expect(macOf('a')).toBe(mac);
		expect(['03', '01'].map((byte) => boards.has('a', byte.repeat(16)))).toEqual([true, false]);
	});

	it('handles crossing starts and removals one after another', async () => {
		const boards = player();
		await Promise.all([boards.start('a', configFile('A')), boards.remove('a'), boards.start('a', configFile('A'))]);
		expect(boards.has('a')).toBe(true);
		await Promise.all([boards.remove('a'), boards.remove('a')]);
		expect(boards.has('a')).toBe(false);
		expect(existsSync(join(folder, 'a'))).toBe(false);
		await live(0);
	});

	it('resumes the same boards', async () => {
		const before = player();
		await before.start('a', configFile('A'));
		await before.start('b', configFile('B'));
		before.stopAll();
		const mac = macOf('a');
		const after = player();
		await after.resume(MOST);
		expect([after.has('a'), after.has('b'), macOf('a')]).toEqual([true, true, mac]);
	});

	it('logs and leaves out damaged boards, and resumes the others', async () => {
		const before = player();
		for (const id of ['a', 'b', 'c']) await before.start(id, configFile(id));
		before.stopAll();
		writeFileSync(join(folder, 'a', 'config.mooring'), 'MOOR');
		writeFileSync(join(folder, 'b', 'flash'), 'precious');
		mkdirSync(join(folder, 'empty'));
		const after = player();
		await after.resume(MOST);
		expect(['a', 'b', 'c', 'empty'].map((id) => after.has(id))).toEqual([false, false, true, false]);
		expect(logged).toHaveLength(3);
		expect(readFileSync(join(folder, 'b', 'flash'), 'utf8')).toBe('precious'); // what is left of it stays
	});

	it('resumes nothing if there never was a board', async () => {
		await expect(player().resume(MOST)).resolves.toBeUndefined();
	});

	it('starts no board after it was stopped, but at the next start', async () => {
		const boards = player();
		const starting = boards.start('a', configFile('A'));
		boards.stopAll();
		await starting;
		expect(boards.has('a')).toBe(false);
		const after = player();
		await after.resume(MOST);
		expect(after.has('a')).toBe(true);
	});

	it('fails to start a board whose folder cannot be written, and can start it later', async () => {
		writeFileSync(folder, 'a file in its place');
		const boards = player();
		await expect(boards.start('a', configFile('A'))).rejects.toThrow();
		expect(boards.has('a')).toBe(false);
		rmSync(folder);
		await boards.start('a', configFile('A'));
		expect(boards.has('a')).toBe(true);
	});
});

function macOf(id: string): string {
	return Buffer.from(readHeader(new FileStore(join(folder, id, 'flash')))!.mac)
		.toString('hex')
		.toUpperCase();
}
