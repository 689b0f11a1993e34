import { spawn } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { CATALOGUE, findBoard } from '../hub/boards/catalogue.ts';
import { Images } from '../hub/firmware-images/images.ts';
import { checkPack } from '../hub/firmware-images/packs/check-pack.ts';
import { FIRMWARE_VERSION } from './harness/images.ts';

/** PlatformIO is not needed for these tests: `pio` is a script that writes what PlatformIO would. */
const ROOT = join(import.meta.dirname, '..');
const FAKE = join(import.meta.dirname, 'harness/packs/fake-pio.mjs');
const TIMEOUT_MS = 60_000;

let work: string;
let data: string;
let calls: string;
beforeEach(() => {
	work = mkdtempSync(join(tmpdir(), 'mooring-firmware-command-'));
	data = join(work, 'data');
	calls = join(work, 'calls');
	const partitions = join(work, 'core/packages/framework-arduinoespressif32/tools/partitions');
	mkdirSync(partitions, { recursive: true });
	writeFileSync(join(partitions, 'boot_app0.bin'), 'boot_app0');
	writeFileSync(join(work, 'core/packages/framework-arduinoespressif32/LICENSE.md'), 'the licence of the core');
	mkdirSync(join(work, 'bin'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

interface Ended {
	code: number | null;
	output: string;
}

/** `npm run firmware -- …`; PATH has no more than Node's own folder and `bin`. */
function run(args: string[], env: Record<string, string> = {}): Promise<Ended> {
	const { HOME = '' } = process.env;
	const child = spawn(process.execPath, [join(ROOT, 'scripts/firmware.mjs'), ...args], {
		cwd: ROOT,
		env: {
			HOME,
			PATH: [join(work, 'bin'), '/usr/bin', '/bin'].join(delimiter),
			MOORING_DATA: data,
			PLATFORMIO_CORE_DIR: join(work, 'core'),
			PLATFORMIO_WORKSPACE_DIR: join(work, 'workspace'),
			FAKE_PIO_CALLS: calls,
			...env,
		},
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
	return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}
const withPio = () => symlinkSync(FAKE, join(work, 'bin/pio'));
const built = () => readFileSync(calls, 'utf8').match(/(?<=--environment ).+/g) ?? [];
const images = () => new Images(() => [[join(data, 'images')]], pino({ level: 'silent' }));

describe('npm run firmware', { timeout: TIMEOUT_MS }, () => {
	it('says in one sentence how PlatformIO is installed where it is not, and does nothing else', async () => {
		const { code, output } = await run([]);
		expect(code).toBe(1);
		expect(output).toMatch(/^PlatformIO is not installed: install it with "pip install [^\n]+\n$/);
		expect(existsSync(data)).toBe(false);
	});

	it('says that PLATFORMIO names no program', async () => {
		const { code, output } = await run([], { PLATFORMIO: join(work, 'nothing') });
		expect([code, output]).toEqual([
			1,
			expect.stringMatching(/^PLATFORMIO names .+nothing, which cannot be run[^\n]+\n$/),
		]);
	});

	it('builds the boards that are named, with the program that PLATFORMIO names, and a hub offers them', async () => {
		const { code, output } = await run(['d1-mini', 'esp32-c3-supermini'], { PLATFORMIO: FAKE });
		expect(output).toContain('Building d1-mini, 1 of 2…');
		expect(output).toContain('Building esp32-c3-supermini, 2 of 2…');
		expect(output).toContain(`The firmware of 2 of 2 boards is in ${join(data, 'images')}.`);
		expect(code).toBe(0);
		expect(built()).toEqual(['d1-mini', 'esp32-c3-supermini']);
		for (const board of ['d1-mini', 'esp32-c3-supermini'])
			expect(await images().find(findBoard(board)!)).toMatchObject({ ok: true, value: { version: FIRMWARE_VERSION } });
		expect(readdirSync(join(data, 'images')).toSorted()).toEqual(['d1-mini', 'esp32-c3-supermini', 'licences']);
		expect(readdirSync(join(data, 'images/licences')).toSorted()).toEqual([
			'Nanopb-LICENSE.txt',
			'framework-arduinoespressif32-LICENSE.md',
		]);
	});

	it('builds all boards of the catalogue where none is named', async () => {
		withPio();
		expect(await run([])).toMatchObject({ code: 0 });
		const all = CATALOGUE.filter(({ flash }) => flash).map(({ id }) => id);
		expect(built().toSorted()).toEqual(all.toSorted());
		expect((await images().all()).images.map(({ board }) => board.id)).toEqual(all);
	}, 120_000); // two programs are started for each of them

	it('shows the end of the log of a board that does not build, and goes on with the others', async () => {
		withPio();
		const { code, output } = await run(['d1-mini', 'nodemcu-v2'], { FAKE_PIO_FAILS: 'd1-mini' });
		expect(code).toBe(1);
		expect(output).toContain('error: this does not compile');
		expect(output).toContain('Compiling d1-mini 100');
		expect(output).not.toContain('Compiling d1-mini 10\n');
		expect(output).toContain('d1-mini was not built: PlatformIO ended with 1; the end of its log is above.');
		expect(output).toContain('The firmware of 1 of 2 boards is in');
		expect(output).toMatch(/Not built: d1-mini\.\n$/);
		expect((await images().all()).images.map(({ board }) => board.id)).toEqual(['nodemcu-v2']);
	});

	it('keeps the image that is there if a board does not build', async () => {
		withPio();
		await run(['d1-mini']);
		expect(await run(['d1-mini'], { FAKE_PIO_FAILS: 'd1-mini' })).toMatchObject({ code: 1 });
		expect(await images().find(findBoard('d1-mini')!)).toMatchObject({ ok: true });
	});

	it('builds nothing for a board that there is not, and names those there are', async () => {
		withPio();
		const { code, output } = await run(['d1-mini', 'd2-mini']);
		expect([code, output]).toEqual([
			1,
			expect.stringContaining('There is no board "d2-mini". There are d1-mini, ') as string,
		]);
		expect(built()).toEqual([]);
	});
});

describe('npm run firmware -- pack', { timeout: TIMEOUT_MS }, () => {
	it('makes of what was built the pack that a hub takes', async () => {
		withPio();
		await run(['d1-mini', 'esp32-devkit']);
		const { code, output } = await run(['pack', join(data, 'images'), join(work, 'out')]);
		expect(code).toBe(0);
		const name = `mooring-firmware-${packageJson.version}.zip`;
		expect(output).toContain(name);
		expect(readdirSync(join(work, 'out'))).toEqual([name]);
		mkdirSync(join(work, 'staged'));
		const checked = await checkPack(join(work, 'out', name), join(work, 'staged'), () => undefined);
		expect(checked).toMatchObject({
			ok: true,
			value: {
				version: packageJson.version,
				boards: [{ board: { id: 'd1-mini' } }, { board: { id: 'esp32-devkit' } }],
			},
		});
		expect(readdirSync(join(work, 'staged/images/licences'))).toHaveLength(2);
	});

	it('makes none where there is no image', async () => {
		const { code, output } = await run(['pack', join(data, 'images'), join(work, 'out')]);
		expect([code, output]).toEqual([1, expect.stringContaining('There is no firmware image in') as string]);
		expect(existsSync(join(work, 'out'))).toBe(false);
	});
});
