import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FLASH_STEPS } from '../../protocol/dashboard/board-words/flash-steps.ts';
import { Board } from '../../protocol/dashboard/boards.ts';
import { pinWords } from '../../protocol/dashboard/fault-words/pin-words.ts';
import { LIMITS } from '../../protocol/dashboard/limits.ts';
import { AddDevice } from '../../protocol/dashboard/pending.ts';
import { CATALOGUE, ENTRIES, findBoard } from './catalogue.ts';
import { checkPlan } from './check-plan.ts';
import { type BoardEntry, FLASH } from './entry.ts';

/** What the catalogue and the firmware have room for, with the closing zero of the firmware's text. */
const ID_BYTES = 31;
const NAME_BYTES = 32;
const LINK = /https:\/\/[\w.-]+\.[a-z]+/;
/** How a board is made to wait for the flash. */
const START_CODES = ['hold-button', 'hold-pin'];

const INI = readFileSync(new URL('../../firmware/platformio.ini', import.meta.url), 'utf8');
const PARTITIONS = readFileSync(new URL('../../firmware/partitions.csv', import.meta.url), 'utf8');

/** PlatformIO's own ids of boards that have this chip and flash. */
const PLATFORMIO_BOARDS: Record<string, string[]> = {
	'ESP8266 esp8266-4mb': ['d1_mini', 'nodemcuv2', 'esp12e'],
	'ESP8266 esp8266-2mb': ['esp01_1m'],
	'ESP8266 esp8266-1mb': ['esp01_1m'],
	'ESP32 esp32-4mb': ['esp32dev'],
	'ESP32-C3 esp32-4mb': ['esp32-c3-devkitm-1'],
	'ESP32-S3 esp32-4mb': ['esp32-s3-devkitc-1'],
};
const LINKER_SCRIPTS: Record<string, string> = {
	'esp8266-4mb': 'eagle.flash.4m2m.ld',
	'esp8266-2mb': 'eagle.flash.2m128.ld',
	'esp8266-1mb': 'eagle.flash.1m64.ld',
};

const bytes = (text: string) => Buffer.byteLength(text);
const all = CATALOGUE.map((board) => [board.name, board] as const);
const entries = ENTRIES.map((entry) => [entry.name, entry] as const);

/** The options of an environment, with those that it extends. */
function environment(id: string): Map<string, string> {
	const section = (name: string): Map<string, string> => {
		const text = INI.split(`[${name}]\n`)[1]?.split(/^\[/m)[0] ?? '';
		const own = new Map([...text.matchAll(/^([\w.]+) = (.*)$/gm)].map(([, key, value]) => [key!, value!]));
		const parent = own.get('extends');
		return parent === undefined ? own : new Map([...section(parent), ...own]);
	};
	return section(`env:${id}`);
}

/** -DMOORING_NAME=value → the value */
function flag(options: Map<string, string>, name: string): string | undefined {
	return new RegExp(`-DMOORING_${name}=(\\S+)`).exec(options.get('build_flags') ?? '')?.[1];
}

describe.each(all)('%s', (_, board) => {
	const pinOf = (gpio: number) => board.pins.find((pin) => pin.gpio === gpio);

	it('is what GET /boards promises, with names that fit', () => {
		expect(Board.parse(board)).toEqual(board);
		expect(board.id).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
		expect(bytes(board.id)).toBeLessThanOrEqual(ID_BYTES);
		for (const name of [board.name, ...board.otherNames]) expect(bytes(name)).toBeLessThanOrEqual(NAME_BYTES);
		expect(CATALOGUE.filter(({ id, name }) => id === board.id || name === board.name)).toHaveLength(1);
	});

	it('names every pin once, and why it warns about it or refuses it, by a code and in words', () => {
		expect(new Set(board.pins.map((pin) => pin.gpio)).size).toBe(board.pins.length);
		expect(new Set(board.pins.map((pin) => pin.label)).size).toBe(board.pins.length);
		for (const { use, reason, reasonCode } of board.pins)
			if (use === 'free') expect(reasonCode).toBeUndefined();
			else expect([reasonCode, pinWords(reasonCode!, '')]).toEqual([expect.any(String), reason]);
	});

	it('proposes relays on its relay pins, none of which it refuses, and inputs that can be read', () => {
		const { relays, inputs } = board.defaults;
		expect(relays.length).toBeGreaterThan(0);
		expect(board.relayPins.length).toBeLessThanOrEqual(LIMITS.relays);
		expect(new Set(board.relayPins).size).toBe(board.relayPins.length);
		for (const gpio of board.relayPins) expect(pinOf(gpio)?.use).toMatch(/free|warn/);
		for (const { gpio } of relays) expect(board.relayPins).toContain(gpio);
		const wired = AddDevice.pick({ relays: true, inputs: true, sensors: true }).parse({
			relays: relays.map((relay, index) => ({ id: index + 1, name: `Relay ${index + 1}`, ...relay })),
			inputs: inputs.map((input, index) => ({ ...input, id: index + 1 })),
			sensors: [],
		});
		const wifi = { ssid: 'home', password: 'long enough' };
		expect(checkPlan({ name: 'Pump', board: board.id, wifi, ...wired })).toMatchObject({ ok: true });
	});

	it('proposes the logic that the relays it has or takes are most likely to need', () => {
		expect(board.relayKind === 'simulated').toBe(board.virtual);
		const low = board.defaults.relays.map(({ activeLow }) => activeLow);
		if (board.relayKind === 'own') expect(new Set(low).size).toBe(1);
		else expect(new Set(low)).toEqual(new Set([!board.virtual]));
	});

	it('is drawn with each of its pins once', () => {
		const { left, right, relays } = board.drawing;
		const drawn = [...left, ...right].filter((pad) => typeof pad === 'number').toSorted((a, b) => a - b);
		expect(drawn).toEqual(board.pins.map(({ gpio }) => gpio).toSorted((a, b) => a - b));
		if (board.relayKind === 'own') expect(relays).toBe(board.defaults.relays.length);
	});
});

describe.each(entries)('the entry of %s', (_, entry: BoardEntry) => {
	const board = findBoard(entry.id)!;
	const { chip, light } = entry;
	const options = environment(entry.id);

	it('has a source with a link for the board and for each pin', () => {
		for (const { source } of [board, ...board.pins]) expect(source).toMatch(LINK);
	});

	it('has only pins of its chip, and marks those that decide how the chip starts', () => {
		for (const { gpio, strapping, noPullUp, use, label } of board.pins) {
			expect(chip.pins, label).toContain(gpio);
			expect(strapping).toBe(chip.strapping.includes(gpio));
			expect(noPullUp ?? false).toBe(chip.withoutPullUp.includes(gpio));
			if (chip.inputOnly.includes(gpio)) expect(use).toBe('refuse');
			// A free pin that decides how the chip starts would surprise whoever uses it.
			if (strapping) expect(use).not.toBe('free');
		}
		const log = board.pins.find(({ gpio }) => gpio === chip.log);
		expect(log).toMatchObject({ use: 'refuse' });
		expect(log).not.toHaveProperty('readable');
	});

	it('has a light on a pin of its own, or none', () => {
		if (!light) return;
		const pin = board.pins.find(({ gpio }) => gpio === light.gpio);
		expect(pin, 'the pin of the light').toBeDefined();
		expect(board.defaults.relays.map(({ gpio }) => gpio)).not.toContain(light.gpio);
		expect(board.defaults.inputs.map(({ gpio }) => gpio)).not.toContain(light.gpio);
		expect(pin!.use).not.toBe('free');
	});

	it('has a flash whose config file lies where the firmware looks for it', () => {
		const { sizeBytes, configOffset } = FLASH[entry.flash];
		if (chip.name === 'ESP8266') expect(configOffset).toBe(sizeBytes - 0x5000);
		else {
			const [, offset] = /^cfg,.*?,.*?,\s*(0x[0-9a-fA-F]+)/m.exec(PARTITIONS)!;
			expect(configOffset).toBe(Number(offset));
		}
	});

	it('has an environment in platformio.ini with its board, its flash and its light', () => {
		expect(INI).toContain(`[env:${entry.id}]\n`);
		expect(PLATFORMIO_BOARDS[`${chip.name} ${entry.flash}`]).toContain(options.get('board'));
		if (chip.name === 'ESP8266') {
			expect(options.get('board_build.ldscript')).toBe(LINKER_SCRIPTS[entry.flash]);
			expect(Number(flag(options, 'FLASH_BYTES'))).toBe(FLASH[entry.flash].sizeBytes);
		}
		expect(flag(options, 'LIGHT_PIN')).toBe(light ? String(light.gpio) : undefined);
		expect(flag(options, 'LIGHT_HIGH')).toBe(light ? String(!light.activeLow) : undefined);
	});

	it('leaves GPIO9 and 10 of an ESP8266 alone, unless its flash is read over two wires', () => {
		const usesThem = chip.name === 'ESP8266' && board.pins.some(({ gpio }) => gpio === 9 || gpio === 10);
		if (usesThem) expect(options.get('board_build.flash_mode')).toBe('dout');
	});

	it('says how to open and flash it, the danger first', () => {
		const codes = entry.flashing.map(({ code }) => code);
		expect(codes.length).toBeGreaterThan(0);
		expect(new Set(codes).size).toBe(codes.length);
		for (const { code, what } of entry.flashing) {
			const needed = FLASH_STEPS[code]('a thing').includes('a thing');
			expect(what !== undefined, `“what” of ${code}`).toBe(needed);
		}
		// Relays switch mains, so a board with relays of its own may carry it.
		if (entry.relayKind === 'own') expect(codes[0]).toBe('mains');
		if (codes.includes('usb')) return;
		expect(codes.filter((code) => START_CODES.includes(code))).toHaveLength(1);
		const wiring = codes.findIndex((code) => code.startsWith('adapter'));
		expect(wiring).toBeGreaterThanOrEqual(0);
		expect(wiring).toBeLessThan(codes.findIndex((code) => START_CODES.includes(code)));
		if (codes.includes('open')) expect(codes.at(-1)).toBe('close');
	});
});

it('has an entry for each environment of the firmware', () => {
	const built = [...INI.matchAll(/^\[env:(.+)\]$/gm)].map(([, id]) => id!);
	expect(built.toSorted()).toEqual(ENTRIES.map(({ id }) => id).toSorted());
});

it('has every pin of the chip on the boards that stand for all others', () => {
	for (const { chip, pins, family } of ENTRIES)
		if (family === 'generic') expect(pins.map(({ gpio }) => gpio).toSorted((a, b) => a - b)).toEqual([...chip.pins]);
});

it('warns before anything else where the ground of a board is mains', () => {
	for (const { family, flashing } of ENTRIES)
		if (family === 'shelly') expect(flashing.slice(0, 2).map(({ code }) => code)).toEqual(['mains', 'ground-is-mains']);
});

it('is listed where people look up what they can buy', () => {
	const page = readFileSync(new URL('../../docs/firmware.md', import.meta.url), 'utf8');
	for (const { name } of ENTRIES) expect(page).toContain(name);
});
