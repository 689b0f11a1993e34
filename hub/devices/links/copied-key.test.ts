import { create } from '@bufbuild/protobuf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNA } from '../../../test/harness/records.ts';
import { TestDevices } from '../../../test/harness/devices.ts';
import { type FromHub, HelloSchema } from '../../../protocol/device_pb.ts';
import { boundHello } from '../../link/board-message.ts';
import { CLOSE } from '../../link/faults.ts';
import { Vault } from '../../store/vault.ts';
import { systemRandom } from '../../base/random.ts';
import type { LiveKey } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { deviceCode } from '../../../protocol/mac.ts';
import { nextKeyStored, rotateToken } from '../tokens/rotate-token.ts';
import type { BoardLink } from './board-link.ts';
import { type Connected, connectBoard } from './connect-board.ts';
import { disconnectBoard } from './disconnect-board.ts';
import { PROBE_MS, onNewcomerLeft } from './probe-link.ts';
import { RETURN_MS } from './rightful-boot.ts';

const HOME = '192.168.1.9';
const BOOT = { bootId: 5n, bootCount: 5 };
const KEY = { id: '00'.repeat(16), bytes: new Uint8Array(32) };

let devices: TestDevices;
let device: LiveDevice;
let alerts: string[];
let boots: number;

interface Visit {
	link: BoardLink & { framesHeard: number; sent: FromHub['message'][]; closed: number | null };
	answer: Connected | undefined;
}

beforeEach(async () => {
	devices = await TestDevices.open();
	device = await devices.add('d', 'Boiler');
	devices.keys.set(KEY.id, { device, key: KEY.bytes, createdAt: 0, proven: true });
	alerts = [];
	boots = 100;
	devices.events.on('CloneTried', ({ address }) => void alerts.push(address));
});
afterEach(() => devices.close());

function comes(address: string, boot: { bootId: bigint; bootCount: number }, keyId = KEY.id): Visit {
	const link: Visit['link'] = {
		address,
		welcomedAt: 0,
		framesHeard: 0,
		sent: [],
		closed: null,
		send: (message) => void link.sent.push(message),
		close: (code) => void (link.closed = code),
	};
	const mac = Buffer.from(device.record.mac, 'hex');
	const hello = boundHello(create(HelloSchema, { deviceId: deviceCode(device.record.mac), mac, ...boot }))!;
	const visit: Visit = { link, answer: undefined };
	connectBoard(devices, keyId, devices.keys.get(keyId)!, hello, link, (answer) => void (visit.answer = answer));
	return visit;
}

/** A copy that does not know the boot of the board: it says that it is newer. */
const copyComes = (address = '10.0.0.1') => comes(address, { bootId: BigInt(++boots), bootCount: boots });
const boardComes = (address = HOME) => comes(address, BOOT);

function ends({ link }: Visit): void {
	disconnectBoard(devices, device, link, false);
}

/** The board on the link is heard while the newcomer waits. */
function isHeard({ link }: Visit, ms = PROBE_MS): void {
	link.framesHeard++;
	devices.clock.advance(ms);
}

describe('while somebody tries to connect with a copy of its key', () => {
	it.each([
		['from many addresses', (n: number) => `10.0.${n % 24}.1`],
		['from one address', () => '10.0.0.1'],
		['from the address of the board, as behind a proxy', () => HOME],
	])('thousands of times %s, a board keeps its link, and gets in at once when it comes back', (_, address) => {
		const board = boardComes();
		for (let n = 0; n < 2_000; n++) {
			const copy = copyComes(address(n));
			isHeard(board, 10);
			if (copy.answer === undefined) onNewcomerLeft(devices, device, copy.link);
		}
		expect([device.link, board.link.closed]).toEqual([board.link, null]);
		ends(board);
		for (let n = 0; n < 100; n++) expect(copyComes(address(n)).answer?.ok).toBe(false);
		const again = boardComes();
		expect(again.answer?.ok).toBe(true);
		expect(device.link).toBe(again.link);
	});

	it('the owner is told, and the board is not asked for every copy', () => {
		const board = boardComes();
		const before = board.link.sent.length;
		for (let n = 0; n < 1_000; n++) {
			const { answer, link } = copyComes(`10.0.${n}.1`);
			board.link.framesHeard++;
			if (answer === undefined) onNewcomerLeft(devices, device, link);
		}
		expect(alerts.length).toBeGreaterThan(900);
		expect(board.link.sent.length - before).toBeLessThan(10);
	});

	it('the board is not reported as flooding', () => {
		const floods: string[] = [];
		devices.events.on('BoardFlooded', ({ kind }) => void floods.push(kind));
		boardComes();
		for (let n = 0; n < 2_000; n++) copyComes();
		expect(floods).toEqual([]);
	});

	it('the board gets back in before its old link is known to be lost, though a copy waits already', () => {
		const lost = boardComes();
		const copy = copyComes();
		const again = boardComes();
		expect(copy.answer).toMatchObject({ ok: false, error: { kind: 'clone' } });
		devices.clock.advance(PROBE_MS);
		expect(lost.link.closed).toBe(CLOSE.REPLACED);
		expect(device.link).toBe(again.link);
	});

	it('a copy that waits does not get the link of a board that was heard since', () => {
		const board = boardComes();
		const copy = copyComes();
		board.link.framesHeard++;
		ends(board);
		expect(copy.answer?.ok).toBe(false);
		expect(device).toMatchObject({ link: null, presence: 'away' });
	});

	it('a copy that got in while the board was away for longer keeps the link only while it answers, and the owner is told', () => {
		const board = boardComes();
		copyComes();
		isHeard(board);
		ends(board);
		devices.clock.advance(RETURN_MS);
		const copy = copyComes('10.0.0.7');
		expect(copy.answer?.ok).toBe(true);
		const another = copyComes('10.0.0.8');
		isHeard(copy); // to the second one the first looks like the board
		expect(another.answer?.ok).toBe(false);
		const early = boardComes();
		isHeard(copy);
		expect(early.answer).toMatchObject({ ok: false, error: { kind: 'clone' } });
		expect([device.link, copy.link.closed, alerts.at(-1)]).toEqual([copy.link, null, HOME]);
		const again = boardComes();
		devices.clock.advance(PROBE_MS);
		expect([device.link, copy.link.closed]).toEqual([again.link, CLOSE.REPLACED]);
	});
});

describe('a copy that has read the boot id of the board', () => {
	const copyWithBootComes = () => comes('10.0.0.1', BOOT);

	it('comes thousands of times, and uses up no connections of the board in another network', () => {
		const board = boardComes();
		for (let n = 0; n < 2_000; n++) {
			copyWithBootComes();
			isHeard(board, 1);
		}
		devices.clock.advance(PROBE_MS);
		expect([device.link, board.link.closed]).toEqual([board.link, null]);
		ends(board);
		expect(boardComes().answer?.ok).toBe(true);
	});

	it('does not get the link of a board that has restarted since, as long as the board answers', () => {
		const board = boardComes();
		copyComes();
		isHeard(board);
		ends(board);
		devices.clock.advance(RETURN_MS);
		const restarted = comes(HOME, { bootId: 6n, bootCount: 6 });
		const copy = copyWithBootComes();
		expect([device.link, restarted.link.closed]).toEqual([restarted.link, null]);
		isHeard(restarted);
		expect(copy.answer).toMatchObject({ ok: false, error: { kind: 'clone' } });
		expect([device.link, restarted.link.closed, alerts.at(-1)]).toEqual([restarted.link, null, '10.0.0.1']);
	});
});

it('a board that was switched off and on gets in at once if there is no copy', () => {
	const board = boardComes();
	ends(board);
	expect(comes(HOME, { bootId: 6n, bootCount: 6 }).answer?.ok).toBe(true);
});

it('copies of an IPv6 network count as one address', () => {
	boardComes();
	const answers = Array.from({ length: 100 }, (_, n) => copyComes(`2001:db8::${n.toString(16)}`).answer);
	expect(answers.at(-1)).toMatchObject({ ok: false, error: { kind: 'too-often' } });
	expect(copyComes('2001:db8:0:1::1').answer).toMatchObject({ ok: false, error: { kind: 'clone' } });
});

describe('a rotation', () => {
	const rotate = () => rotateToken(devices, device.record.id, ANNA);
	const next = (): [string, LiveKey] => devices.keysOf(device).find(([, { proven }]) => !proven)!;

	beforeEach(() => {
		devices.options.vault = new Vault(systemRandom.bytes(32), systemRandom);
	});

	it('succeeds while a copy tries to connect all the time, and the copy never gets the new token', async () => {
		const board = boardComes();
		copyComes();
		expect(await rotate()).toMatchObject({ ok: true });
		expect(board.link.sent.at(-1)?.case).toBe('provision');
		copyComes();
		board.link.framesHeard++;
		nextKeyStored(devices, device, Buffer.from(next()[0], 'hex'));
		expect(board.link.closed).toBe(CLOSE.RECONNECT);
		ends(board);
		const copy = copyComes();
		expect(copy.answer?.ok).toBe(false);
		expect(copy.link.sent.filter(({ case: kind }) => kind === 'provision')).toEqual([]);
		expect(comes(HOME, { bootId: 6n, bootCount: 6 }, next()[0]).answer?.ok).toBe(true);
		expect(alerts).not.toEqual([]);
	});

	it('waits for a board that is just connecting with the token that it would replace', async () => {
		boardComes();
		await rotate();
		const first = next()[0];
		const again = comes(HOME, BOOT, first);
		const rotated = rotate();
		devices.clock.advance(PROBE_MS);
		expect(await rotated).toMatchObject({ ok: true });
		expect(again.answer?.ok).toBe(true);
		expect(devices.keys.get(first)?.proven).toBe(true);
	});
});
