import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Board } from '../../../protocol/dashboard/boards.ts';
import { firmwareFiles } from '../../../scripts/lib/firmware/pack-firmware.mjs';
import { CATALOGUE, findBoard } from '../../boards/catalogue.ts';
import { makeConfigFile } from '../../claims/pending/make-config-file.ts';
import { makeProject } from './make-project.ts';
import { iniForBoard } from './platformio-ini.ts';
import { INSTALL_PLATFORMIO, SECRETS_FILE, UPLOAD_SCRIPT, hasUsb } from './texts.ts';

const INI = `; boards of Mooring
[platformio]
src_dir = .
default_envs = esp32-devkit, d1-mini

[env]
monitor_speed = 115200

[libraries]
pb = nanopb

[unused]
platform = esp-something

[env:esp8266]
platform = espressif8266@4.2.1
lib_deps = \${libraries.pb}
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
	'platform/esp32/main.cpp': strToU8('// main'),
	'partitions.csv': strToU8('nvs, data'),
};
const FIRMWARE = firmwareFiles();
const KEY = Buffer.from('0123456789abcdef0123456789abcdef', 'latin1');
const PASSWORD = 'a very secret password';
const SSID = 'NetOfOurs';

function project(boardId: string, sources: Record<string, Uint8Array> = SOURCES) {
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
	const made = makeProject({ board, name: 'Boiler room', folder: 'boiler-room', sources, configFile });
	if (!made.ok) throw new Error(made.error.message);
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

	it('has no key, password or network in any file but that one, in any form', () => {
		const { files: whole } = project('d1-mini', FIRMWARE);
		const names = Object.keys(whole).join('\n');
		for (const [path, bytes] of Object.entries(whole)) {
			const own = path.endsWith(SECRETS_FILE);
			for (const secret of [KEY, Buffer.from(PASSWORD), Buffer.from(SSID)]) {
				expect(Buffer.from(bytes).includes(secret), path).toBe(own);
				for (const form of formsOf(secret)) expect(Buffer.from(bytes).includes(form), path).toBe(false);
				for (const form of [secret, ...formsOf(secret)]) expect(names).not.toContain(form.toString());
			}
		}
	});

	it('writes the config where this board reads it, in one go with the firmware', () => {
		expect(text(UPLOAD_SCRIPT)).toContain('"0x3fb000", \'"$PROJECT_DIR/secrets/board.mooring"\'');
		expect(text(UPLOAD_SCRIPT)).toContain('"--flash_size", "keep"');
		expect(text('platformio.ini')).toContain(`post:${UPLOAD_SCRIPT}`);
		const { files: other } = project('esp32-devkit');
		expect(strFromU8(other[`boiler-room/${UPLOAD_SCRIPT}`]!)).toContain('UPLOADERFLAGS=["0x3d0000", ');
	});

	it('has nothing of other chips', () => {
		const { files: other } = project('esp32-devkit');
		const names = Object.keys(other);
		expect(names).toContain('boiler-room/partitions.csv');
		expect(names.filter((path) => path.includes('8266'))).toEqual([]);
	});

	it('explains three steps to a beginner', () => {
		const readme = text('README.md');
		expect(readme.match(/^\d\. /gm)).toEqual(['1. ', '2. ', '3. ']);
		expect(readme).toContain('pio run -e d1-mini -t upload');
		expect(readme).toContain('# Boiler room');
		expect(readme).not.toContain('3.3 V');
	});

	it.each(CATALOGUE.filter((board) => !board.virtual && !hasUsb(board)).map(({ id }) => id))(
		'explains how to wire a board without USB, and its danger first: %s',
		(id) => {
			const readme = strFromU8(project(id, FIRMWARE).files['boiler-room/README.md']!);
			expect(readme).toContain('set to 3.3 V');
			const { flashing, family } = findBoard(id)!;
			if (family === 'generic') return;
			expect(flashing[0]!.code).toBe('mains');
			expect(readme.indexOf('Danger to life')).toBeLessThan(readme.indexOf('set to 3.3 V'));
		},
	);

	it('fails if the firmware does not support the board', () => {
		const board = findBoard('sonoff-basic-r2')!;
		const made = makeProject({ board, name: 'x', folder: 'x', sources: SOURCES, configFile });
		expect(made).toMatchObject({
			ok: false,
			error: { kind: 'no-firmware-for-board', params: { board: 'Sonoff Basic R2' } },
		});
	});
});

describe.each(CATALOGUE.filter(({ virtual }) => !virtual).map((board) => [board.id, board] as const))(
	'the project of a %s, with the firmware as it is',
	(id, board) => {
		const { files } = project(id, FIRMWARE);
		const at = (path: string) => files[`boiler-room/${path}`];

		it('has every file that its sources include, and none that only tests need', () => {
			const sources = Object.keys(files).filter((path) => /\.(cpp|c|h)$/.test(path));
			expect(sources.length).toBeGreaterThan(50);
			for (const path of sources) {
				expect(path).not.toMatch(/test|posix|fake/);
				for (const [, included] of strFromU8(files[path]!).matchAll(/^#include "([^"]+)"/gm))
					expect(files, `${path} includes ${included}`).toHaveProperty([posix.join(posix.dirname(path), included!)]);
			}
		});

		it('has one environment, complete with all that it extends, whose folders and files are there', () => {
			const ini = strFromU8(at('platformio.ini')!);
			const names = [...ini.matchAll(/^\[([^\]]+)\]/gm)].map(([, name]) => name!);
			expect(names.filter((name) => name.startsWith('env:'))).toEqual([`env:${id}`]);
			for (const [, name] of ini.matchAll(/\$\{([^}.]+)\./g)) expect(names).toContain(name);
			for (const [, name] of ini.matchAll(/^extends = (.+)$/gm)) expect(names).toContain(name);
			for (const [, pattern] of ini.matchAll(/\+<([^>]+)\/\*\.\w+>/g))
				expect(Object.keys(files).some((path) => path.startsWith(`boiler-room/${pattern}/`))).toBe(true);
			const filter = [...ini.matchAll(/\+<([^>]+)\/\*(\.\w+)>/g)].map(([, folder, ending]) => [`${folder}/`, ending]);
			for (const path of Object.keys(files).filter((path) => /\.(cpp|c)$/.test(path)))
				expect(filter, `${path} is not built`).toContainEqual([
					posix.relative('boiler-room', posix.dirname(path)) + '/',
					posix.extname(path),
				]);
			const partitions = /^board_build\.partitions = (.+)$/m.exec(ini)?.[1];
			expect(partitions).toBe(isEsp8266(board) ? undefined : 'partitions.csv');
			if (partitions) expect(at(partitions)).toBeDefined();
		});

		it('gets libsodium from one place', () => {
			const ini = strFromU8(at('platformio.ini')!);
			// arduino-esp32 brings its own
			expect(ini.match(/libsodium@/g)?.length ?? 0).toBe(isEsp8266(board) ? 1 : 0);
		});
	},
);

function isEsp8266({ chip }: Board): boolean {
	return chip === 'ESP8266';
}

/** The forms in which a secret may be in a file by mistake. */
function formsOf(secret: Buffer): Buffer[] {
	const wide = Buffer.from(secret.toString('latin1'), 'utf16le');
	const hex = secret.toString('hex');
	const base64 = [0, 1, 2].map((before) => {
		// What is the same wherever it lies in a longer text: all but the characters at the ends.
		const text = Buffer.concat([Buffer.alloc(before), secret, Buffer.alloc(3)]).toString('base64');
		return text.slice(before === 0 ? 0 : before + 1, Math.floor(((before + secret.length) * 4) / 3));
	});
	const urlSafe = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
	const bytes = [...secret].join(', ');
	const literal = [...secret].map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(', ');
	return [
		wide,
		Buffer.from(wide).swap16(),
		...[hex, hex.toUpperCase(), ...base64, ...urlSafe, bytes, literal].map((text) => Buffer.from(text)),
	];
}

describe('platformio.ini of one board', () => {
	it('keeps common sections and those that the board extends, and no other board', () => {
		const ini = iniForBoard(INI, 'd1-mini', 'post:x.py')!;
		expect(ini).not.toContain('[unused]');
		for (const kept of [
			'[platformio]',
			'[env]',
			'[libraries]',
			'[env:esp8266]',
			'[env:d1-mini]',
			'default_envs = d1-mini\n',
		])
			expect(ini).toContain(kept);
		expect(ini).not.toContain('esp32');
		expect(ini).toContain('extra_scripts =\n\tpost:x.py\n\tpre:make-version.py');
	});

	it('adds the script to a board that has none', () => {
		const ini = iniForBoard(INI, 'esp32-devkit', 'post:x.py')!;
		expect(ini).toContain('[env:esp32-devkit]\nextra_scripts =\n\tpost:x.py\nplatform = espressif32');
		expect(ini).not.toContain('8266');
	});

	it('is undefined for a board that is not in it', () => {
		for (const { id } of CATALOGUE.filter(({ id }) => !INI.includes(`env:${id}]`)))
			expect(iniForBoard(INI, id, 'x'), id).toBeUndefined();
	});
});

describe('a build of the firmware', () => {
	const NANOPB = {
		name: 'Nanopb',
		version: '0.4.9.1',
		build: { srcDir: '', extraScript: 'generator/platformio_generator.py' },
	};
	/** As PlatformIO runs it before it looks at the libraries. */
	const RUN = `
import sys
class Env:
    def subst(self, text):
        return {"$PROJECT_LIBDEPS_DIR": sys.argv[2], "$PIOENV": "d1-mini"}[text]
exec(open(sys.argv[1]).read(), {"Import": lambda name: None, "env": Env()})
`;

	it('does not let nanopb install anything by pip: its own build script is left out', () => {
		const libraries = mkdtempSync(join(tmpdir(), 'libdeps-'));
		const other = { name: 'libsodium', build: { extraScript: 'stays.py' } };
		for (const [folder, manifest] of Object.entries({ Nanopb: NANOPB, libsodium: other })) {
			mkdirSync(join(libraries, 'd1-mini', folder), { recursive: true });
			writeFileSync(join(libraries, 'd1-mini', folder, 'library.json'), JSON.stringify(manifest));
		}
		const read = (folder: string): unknown =>
			JSON.parse(readFileSync(join(libraries, 'd1-mini', folder, 'library.json'), 'utf8'));
		for (const _ of ['first build', 'second build']) {
			execFileSync('python3', ['-c', RUN, 'firmware/without_nanopb_generator.py', libraries]);
			expect(read('Nanopb')).toEqual({ ...NANOPB, build: { srcDir: '' } });
			expect(read('libsodium')).toEqual(other);
		}
		rmSync(libraries, { recursive: true });
	});

	it.each(CATALOGUE.filter(({ virtual }) => !virtual).map(({ id }) => id))(
		'of %s runs that script and has what it takes in its zip, with the messages as committed C',
		(id) => {
			const { files } = project(id, FIRMWARE);
			const ini = strFromU8(files['boiler-room/platformio.ini']!);
			expect(ini).toMatch(/extra_scripts =\n\tpost:upload_config.py\n\tpre:without_nanopb_generator.py/);
			for (const file of ['without_nanopb_generator.py', 'constraints.txt', 'core/generated/device.pb.c'])
				expect(files).toHaveProperty([`boiler-room/${file}`]);
			expect(ini).not.toContain('custom_nanopb_protos');
		},
	);

	it('installs the same PlatformIO in the Dockerfile and by hand, with click held at one version', () => {
		expect(readFileSync('Dockerfile', 'utf8')).toContain(
			INSTALL_PLATFORMIO.replace('pip install', 'pip install --no-cache-dir'),
		);
		expect(strFromU8(FIRMWARE['constraints.txt']!)).toMatch(/^click==\d+\.\d+\.\d+$/m);
	});
});
