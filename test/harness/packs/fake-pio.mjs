#!/usr/bin/env node
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Stands in for PlatformIO's program: it takes the arguments that `npm run firmware` gives it and writes where
// PlatformIO's documentation says that it does. It compiles nothing. FAKE_PIO_FAILS names boards that do not build.
const args = process.argv.slice(2);
if (process.env.FAKE_PIO_CALLS) appendFileSync(process.env.FAKE_PIO_CALLS, `${args.join(' ')}\n`);
if (args[0] === '--version') {
	console.log('PlatformIO Core, version 6.1.19');
	process.exit(0);
}
const after = (option) => args[args.indexOf(option) + 1];
const board = after('--environment');
const workspace = process.env.PLATFORMIO_WORKSPACE_DIR ?? join(after('--project-dir'), '.pio');
for (let line = 1; line <= 100; line++) console.log(`Compiling ${board} ${line}`);
if (process.env.FAKE_PIO_FAILS?.split(' ').includes(board)) {
	console.error('core/board.cpp:1:1: error: this does not compile');
	process.exit(1);
}
const built = join(workspace, 'build', board);
const library = join(workspace, 'libdeps', board, 'Nanopb');
for (const folder of [built, library]) mkdirSync(folder, { recursive: true });
writeFileSync(join(library, 'LICENSE.txt'), 'the licence of nanopb');
const project = readFileSync(join(after('--project-dir'), 'platformio.ini'), 'utf8');
const isEsp32 = project.split('[env:').some((part) => part.startsWith(`${board}]`) && /^extends = esp32$/m.test(part));
const files = isEsp32 ? ['bootloader.bin', 'partitions.bin', 'firmware.bin'] : ['firmware.bin'];
for (const file of files) writeFileSync(join(built, file), `${file} of ${board} `.repeat(20));
console.log('========== [SUCCESS] Took 1.00 seconds ==========');
