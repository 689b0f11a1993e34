import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, findBoard } from '../catalogue.ts';
import { makeConfigFile } from '../make-config-file.ts';
import { makeProject } from './make-project.ts';
import { iniForBoard } from './platformio-ini.ts';
import { SECRETS_FILE, UPLOAD_SCRIPT } from './texts.ts';

const INI = `; boards of Mooring
[platformio]
src_dir = .
default_envs = esp32-devkit, d1-mini

[env]
monitor_speed = 115200

[env:esp8266]
platform = espressif8266@4.2.1
extra_scripts =
	pre:make-version.py

[env:d1-mini]
extends = env:esp8266
board = d1_mini

[env:esp32-devkit]
platform = espressif32
board = esp32dev
`;
const SOURCES = {
	'platformio.ini': strToU8(INI),
	'core/board.cpp': strToU8('// the board'),
	'platform/esp8266/main.cpp': strToU8('// main'),
};
const KEY = Buffer.from('0123456789abcdef0123456789abcdef', 'latin1');
const PASSWORD = 'a very secret password';
const SSID = 'NetOfOurs';

function project(boardId: string) {
	const board = findBoard(boardId)!;
	const configFile = makeConfigFile({
		board: boardId,
		name: 'Boiler room',
		keyId: KEY.subarray(0, 16),
		key: KEY,
		hubId: new Uint8Array(16).fill(9),
		hubs: [{ host: '192.168.1.4', port: 8080 }],
		wifi: { ssid: SSID, password: PASSWORD },
		plan: { relays: [], inputs: [], sensors: [], schedules: [] },
	});
	const made = makeProject({ board, name: 'Boiler room', folder: 'boiler-room', sources: SOURCES, configFile });
	if (!made.ok) throw new Error(made.error);
	return { files: unzipSync(made.value), configFile };
}

describe('a project of a board', () => {
	const { files, configFile } = project('d1-mini');
	const text = (path: string) => strFromU8(files[`boiler-room/${path}`]!);

	it('is one folder with the sources, one environment, the config file and a README', () => {
		expect(Object.keys(files).toSorted()).toEqual(
			[
				'.gitignore',
				'README.md',
				'core/board.cpp',
				'platform/esp8266/main.cpp',
				'platformio.ini',
				SECRETS_FILE,
				UPLOAD_SCRIPT,
			]
				.map((path) => `boiler-room/${path}`)
				.toSorted(),
		);
		expect(files[`boiler-room/${SECRETS_FILE}`]).toEqual(configFile);
	});

	it('has no key, password or network in any file but that one', () => {
		const holds = (bytes: Uint8Array, secret: Buffer | string) => Buffer.from(bytes).includes(secret);
		const hexKey = KEY.toString('hex');
		for (const [path, bytes] of Object.entries(files)) {
			const own = path.endsWith(SECRETS_FILE);
			for (const secret of [KEY, PASSWORD, SSID]) expect(holds(bytes, secret), `${path} ${secret}`).toBe(own);
			for (const form of [hexKey, hexKey.toUpperCase(), KEY.toString('base64')])
				expect(holds(bytes, form), path).toBe(false);
		}
	});

	it('writes the config where this board reads it, before the firmware', () => {
		expect(text(UPLOAD_SCRIPT)).toContain('OFFSET = "0x3fb000"');
		expect(text(UPLOAD_SCRIPT)).toContain('AddPreAction("upload"');
		const { files: other } = project('esp32-devkit');
		expect(strFromU8(other[`boiler-room/${UPLOAD_SCRIPT}`]!)).toContain('OFFSET = "0x3d0000"');
	});

	it('tells a beginner three steps', () => {
		const readme = text('README.md');
		expect(readme.match(/^\d\. /gm)).toEqual(['1. ', '2. ', '3. ']);
		expect(readme).toContain('pio run -e d1-mini -t upload');
		expect(readme).toContain('# Boiler room');
	});

	it('says so where the firmware knows no such board', () => {
		const board = findBoard('sonoff-basic-r2')!;
		const made = makeProject({ board, name: 'x', folder: 'x', sources: SOURCES, configFile });
		expect(made).toMatchObject({ ok: false, error: expect.stringContaining('Sonoff Basic R2') });
	});
});

describe('platformio.ini of one board', () => {
	it('keeps what is common and what the board extends, and no other board', () => {
		const ini = iniForBoard(INI, 'd1-mini', 'post:x.py')!;
		for (const kept of ['[platformio]', '[env]', '[env:esp8266]', '[env:d1-mini]', 'default_envs = d1-mini\n'])
			expect(ini).toContain(kept);
		expect(ini).not.toContain('esp32');
		expect(ini).toContain('extra_scripts =\n\tpost:x.py\n\tpre:make-version.py');
	});

	it('adds the script to a board that has none', () => {
		const ini = iniForBoard(INI, 'esp32-devkit', 'post:x.py')!;
		expect(ini).toContain('[env:esp32-devkit]\nextra_scripts =\n\tpost:x.py\nplatform = espressif32');
		expect(ini).not.toContain('8266');
	});

	it('knows nothing of a board that is not in it', () => {
		for (const { id } of CATALOGUE.filter(({ id }) => !INI.includes(`env:${id}]`)))
			expect(iniForBoard(INI, id, 'x'), id).toBeUndefined();
	});
});
