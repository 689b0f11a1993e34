import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceView } from '../../protocol/dashboard/devices.ts';
import type { InputPlan, RelayPlan } from '../../protocol/dashboard/plan.ts';
import { ENTRIES, findBoard } from '../../hub/boards/catalogue.ts';
import type { BoardEntry } from '../../hub/boards/entry.ts';
import type { BrowserSession, LiveView } from '../harness/browser-session.ts';
import { TestHub } from '../harness/hub.ts';
import { PosixBoard } from './posix-board.ts';

// Every board of the catalogue as a household sets it up: its defaults, one real hub, and the firmware with the pin rules
// of the board's chip.

/** All boards shake hands at once. */
const CLAIMED_MS = 60_000;
const WIFI = { ssid: 'home', password: 'long enough' };

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;
const made = new Map<string, Made>();

interface Made {
	id: string;
	board: PosixBoard;
	relays: Pick<RelayPlan, 'id' | 'gpio' | 'activeLow'>[];
	inputs: InputPlan[];
}

beforeAll(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
	await Promise.all(ENTRIES.map(async (entry) => made.set(entry.id, await setUp(entry))));
	await Promise.all(
		ENTRIES.map(({ id }) => view.until(() => isReady(id), CLAIMED_MS, `${id} is online and tells its relays`)),
	);
}, 2 * CLAIMED_MS);

afterAll(async () => {
	await Promise.all([...made.values()].map(({ board }) => board.remove()));
	view.close();
	await hub.remove();
});

async function setUp(entry: BoardEntry): Promise<Made> {
	const { defaults } = findBoard(entry.id)!;
	const relays = defaults.relays.map((relay, index) => ({ id: index + 1, name: `Relay ${index + 1}`, ...relay }));
	const inputs = defaults.inputs.map((input, index) => ({ ...input, id: index + 1 }));
	const plan = { name: entry.name, board: entry.id, wifi: WIFI, relays, inputs, sensors: [] };
	const { id } = await browser.addVirtualBoard(plan);
	const board = new PosixBoard(hub.origin);
	const light = entry.light && ['--light', `${entry.light.gpio}=${entry.light.activeLow ? 'low' : 'high'}`];
	board.start(await browser.configFile(id), '--chip', rulesOf(entry), ...(light ?? []));
	return { id, board, relays, inputs };
}

/** The 1 and 2 MB environments read the flash over two wires, as the catalogue's own test checks. */
function rulesOf({ chip, flash }: BoardEntry): string {
	return chip.name === 'ESP8266' && flash !== 'esp8266-4mb' ? 'ESP8266-DOUT' : chip.name;
}

function deviceOf(id: string): DeviceView | undefined {
	return view.devices.get(made.get(id)!.id);
}

function isReady(id: string): boolean {
	const device = deviceOf(id);
	return device?.presence.state === 'online' && device.relays.every(({ reported }) => reported !== null);
}

/** The level that was written last to a pin. */
function levelOf({ lines }: PosixBoard, gpio: number): string | undefined {
	return lines
		.findLast((line) => line.startsWith(`pin ${gpio} is `))
		?.split(' ')
		.at(-1);
}

const levelFor = (on: boolean, activeLow: boolean) => (on === activeLow ? 'low' : 'high');

describe.each(ENTRIES.map((entry) => [entry.name, entry] as const))('%s, as its defaults set it up', (_, entry) => {
	it('takes its configuration with every pin, each relay off', () => {
		const { board, relays, inputs } = made.get(entry.id)!;
		const device = deviceOf(entry.id)!;
		expect(device.relays).toHaveLength(relays.length);
		expect(device.config.state).toBe('applied');
		for (const { gpio, activeLow } of relays) expect(levelOf(board, gpio)).toBe(levelFor(false, activeLow));
		expect(inputs).toHaveLength(entry.inputs?.length ?? 0);
	});

	it('switches each relay at its pin', async () => {
		const { id, board, relays } = made.get(entry.id)!;
		for (const { id: relay, gpio, activeLow } of relays) {
			await view.setRelay(id, relay, true);
			await view.until(() => view.relay(id, relay)?.reported === true);
			expect(levelOf(board, gpio)).toBe(levelFor(true, activeLow));
			await view.setRelay(id, relay, false);
			await view.until(() => view.relay(id, relay)?.reported === false);
			expect(levelOf(board, gpio)).toBe(levelFor(false, activeLow));
		}
	});

	it('switches a relay with each of its buttons and wall switches', async () => {
		const { id, board, inputs } = made.get(entry.id)!;
		for (const input of inputs) {
			const before = view.relay(id, input.relay!)!.reported;
			// A pin without a pull-up floats until the switch says where it is.
			board.wallSwitch(input, false);
			board.wallSwitch(input, true);
			await view.until(() => view.relay(id, input.relay!)?.reported === !before);
		}
	});

	it('blinks its light, if it has one, when it is looked for', async () => {
		const { id, board } = made.get(entry.id)!;
		const { light } = entry;
		const from = board.lines.length;
		await browser.call('POST', `/devices/${id}/identify`);
		if (!light) return;
		await board.said(new RegExp(`^pin ${light.gpio} is ${levelFor(true, light.activeLow)}$`), from);
		await board.said(new RegExp(`^pin ${light.gpio} is ${levelFor(false, light.activeLow)}$`), from);
	});
});
