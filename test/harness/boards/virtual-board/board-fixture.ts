import { createHash } from 'node:crypto';
import { type MessageInitShape, create } from '@bufbuild/protobuf';
import { encodeConfigFile } from '../../../../protocol/config-file.ts';
import { BoardConfigSchema, type ConfigureSchema } from '../../../../protocol/device_pb.ts';
import { ManualClock } from '../../../../hub/base/manual-clock.ts';
import { systemRandom } from '../../../../hub/base/random.ts';
import { VirtualBoard, type VirtualBoardOptions } from '../../../../hub/virtual-board/board.ts';
import { FakeHub } from './fake-hub.ts';
import { MemoryStore, type Store } from '../../../../hub/virtual-board/machine/store.ts';

/** What the tests of a virtual board share. Each test gets a new hub, flash and clock. */
export const REGISTRATION = { keyId: new Uint8Array(16).fill(1), key: new Uint8Array(32).fill(1) };
export const DEVICE = { keyId: new Uint8Array(16).fill(2), key: new Uint8Array(32).fill(2) };
export const OTHER = { keyId: new Uint8Array(16).fill(3), key: new Uint8Array(32).fill(3) };
export const MONDAY_6_59_CET = Date.UTC(2026, 0, 5, 5, 59);

type Config = MessageInitShape<typeof BoardConfigSchema>;

/** A disk that can be full. */
class FullStore implements Store {
	readonly #memory = new MemoryStore();
	isFull = false;

	read(at: number, out: Uint8Array): void {
		this.#memory.read(at, out);
	}

	write(at: number, from: Uint8Array): void {
		if (this.isFull) throw new Error('ENOSPC: no space left on device, write');
		this.#memory.write(at, from);
	}

	sync(): void {
		this.#memory.sync();
	}
}

export let clock: ManualClock;
export let hub: FakeHub;
export let store: FullStore;
export let said: string[];
let boards: VirtualBoard[];

export function setUp(): void {
	clock = new ManualClock();
	hub = new FakeHub();
	hub.known.set(1, REGISTRATION.key);
	store = new FullStore();
	VirtualBoard.blank(store, systemRandom);
	said = [];
	boards = [];
}

export function tearDown(): void {
	for (const board of boards) board.cut();
}

/** A new board on this test's flash. */
export function newBoard(config: Config = {}, more: Partial<VirtualBoardOptions> = {}): VirtualBoard {
	const hubs = [{ host: 'hub.test', port: 8080 }];
	const file = create(BoardConfigSchema, {
		...{ board: 'virtual', ...REGISTRATION, hubs, configure: { relays: [{ id: 1 }] } },
		...config,
	} as Config);
	const board = new VirtualBoard({
		configFile: encodeConfigFile(file),
		store,
		clock,
		random: systemRandom,
		openSocket: hub.openSocket,
		log: (text) => said.push(text),
		...more,
	});
	boards.push(board);
	return board;
}

export const configured = (configure: MessageInitShape<typeof ConfigureSchema>) => newBoard({ configure });
export const started = (board = newBoard()): VirtualBoard => {
	board.start();
	return board;
};
export const setRelay = (on: boolean, commandId: number, deadlineMs = 60_000n) =>
	hub.link!.send({ case: 'setRelay', value: { relay: 1, on, commandId, deadlineMs } });
export const provision = (key: typeof DEVICE) => hub.link!.send({ case: 'provision', value: key });
/** Any message of the hub proves that it has accepted the key. */
export const speak = () => hub.link!.send({ case: 'pace', value: { beatMs: 60_000 } });

export function begin(image: Uint8Array, version = '9.9.9'): void {
	const sha256 = createHash('sha256').update(image).digest();
	hub.link!.send({ case: 'otaBegin', value: { version, size: image.length, sha256 } });
}

export function send(image: Uint8Array): void {
	for (let offset = 0; offset < image.length; offset += 960)
		hub.link!.send({ case: 'otaChunk', value: { offset, data: image.subarray(offset, offset + 960) } });
	hub.link!.send({ case: 'otaEnd', value: {} });
	clock.advance(5);
}
