import { afterEach, beforeEach, expect, it } from 'vitest';
import { COMMAND, type ImprovMessage, ImprovReader, commandPacket } from '../../src/lib/usb/improv.ts';
import type { BrowserSession, LiveView } from '../harness/browser-session.ts';
import { TestHub } from '../harness/hub.ts';
import { FIRMWARE_VERSION } from '../harness/images.ts';
import { PosixBoard } from './posix-board.ts';

// A board whose Wi-Fi is wrong gets another one over its serial port, and reaches the real hub by it. What comes over the port
// is read by the dashboard's own reader.

const NAME = 'Boiler room';
const HOME = { ssid: 'home', password: 'long enough' };
const ROOM = ['--wifi', `${HOME.ssid}=${HOME.password}`, '--wifi', 'garden='];
const PLAN = {
	name: NAME,
	board: 'd1-mini',
	relays: [{ id: 1, name: 'Pump', gpio: 5, activeLow: false }],
	sensors: [],
};

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;
let board: PosixBoard;
/** what the board has said by Improv */
let heard: ImprovMessage[];

beforeEach(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
	board = new PosixBoard(hub.origin);
	heard = [];
	const reader = new ImprovReader();
	board.onBytes = (bytes) => heard.push(...reader.take(bytes).messages);
});
afterEach(async () => {
	await board.remove();
	view.close();
	await hub.remove();
});

const isOnline = () => view.following && view.device(NAME)?.presence.state === 'online';
const connections = () => board.lines.filter((line) => line === 'authenticated').length;

async function configFile(wifi: { ssid: string; password: string }): Promise<Uint8Array> {
	const { id } = await browser.addVirtualBoard({ ...PLAN, wifi });
	return browser.configFile(id);
}

/** Asks the board, and waits for the message that ends its answer: an error, or the result. */
async function ask(command: (typeof COMMAND)[keyof typeof COMMAND], values?: string[]): Promise<ImprovMessage[]> {
	const before = heard.length;
	board.hear(commandPacket(command, values));
	const answer = () => heard.slice(before);
	await expect.poll(() => answer().some(endsIt), { timeout: 10_000, interval: 20 }).toBe(true);
	return answer().slice(0, answer().findIndex(endsIt) + 1);
}

const endsIt = (message: ImprovMessage) =>
	message.kind === 'result' || (message.kind === 'error' && message.error !== null);

it('a board with a wrong Wi-Fi password gets the right one, reaches the hub, is claimed, and keeps it over a power cut', async () => {
	board.start(await configFile({ ...HOME, password: 'a wrong one' }), ...ROOM);
	await board.said(/^Wi-Fi home: wrong password$/);
	expect(await ask(COMMAND.info)).toMatchObject([
		{ kind: 'error', error: null },
		{ kind: 'result', values: ['Mooring', FIRMWARE_VERSION, 'posix', expect.stringMatching(/^ESP_[0-9A-F]{12}$/)] },
	]);
	expect(await ask(COMMAND.join, [HOME.ssid, 'another wrong one'])).toEqual([
		{ kind: 'error', error: null },
		{ kind: 'state', state: 'joining' },
		{ kind: 'error', error: 'not-joined' },
	]);
	expect(view.pending.size).toBe(1);
	expect((await ask(COMMAND.join, [HOME.ssid, HOME.password])).slice(-3)).toEqual([
		{ kind: 'state', state: 'joining' },
		{ kind: 'state', state: 'joined' },
		{ kind: 'result', command: COMMAND.join, values: [`${hub.origin}/`] },
	]);
	await view.until(isOnline);
	expect(view.pending.size).toBe(0);
	expect(view.device(NAME)!.vitals.ssid).toBe(HOME.ssid);

	await board.cutPower();
	await view.until(() => !isOnline());
	const said = board.lines.length;
	board.start(undefined, ...ROOM);
	await view.until(isOnline);
	expect(board.lines.slice(said).filter((line) => /Wi-Fi/.test(line))).toEqual(['on Wi-Fi home, 127.0.0.1']);
	expect(board.lines.join('\n')).not.toContain(HOME.password);
});

it('a network that does not work is not kept: the board is back on its own, and with its hub', async () => {
	board.start(await configFile(HOME), ...ROOM);
	await view.until(isOnline);
	const before = connections();
	expect((await ask(COMMAND.join, ['nowhere', ''])).at(-1)).toEqual({ kind: 'error', error: 'not-joined' });
	await expect.poll(connections, { timeout: 10_000 }).toBe(before + 1);
	await view.until(isOnline);
	await board.cutPower();
	const said = board.lines.length;
	board.start(undefined, ...ROOM);
	await board.said(/^on Wi-Fi home/, said);
	expect(board.lines.slice(said)).not.toContain('Wi-Fi nowhere: not found');
});

it('the second network that the hub gives a board is fallen back to, also while it scans for others', async () => {
	board.start(await configFile(HOME), ...ROOM);
	await view.until(isOnline);
	const { id } = view.device(NAME)!;
	await browser.call('PUT', `/devices/${id}/wifi`, { ssid: 'garden', password: '' });
	await board.said(/^configuration \d+ applied$/);
	board.hear(Buffer.from('wifi home off\n'));
	await board.said(/^on Wi-Fi garden/);
	await view.until(() => isOnline() && view.devices.get(id)!.vitals.ssid === 'garden');
	const before = heard.length;
	board.hear(commandPacket(COMMAND.scan));
	const results = () => heard.slice(before).filter((message) => message.kind === 'result');
	await expect.poll(() => results().length).toBe(2);
	expect(results()).toEqual([
		{ kind: 'result', command: COMMAND.scan, values: ['garden', expect.stringMatching(/^-\d+$/), 'NO'] },
		{ kind: 'result', command: COMMAND.scan, values: [] },
	]);
	await view.until(isOnline);
});
