import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MALLOC, NODE_FLAGS } from './harness/hub-process.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8');
const malloc = Object.entries(MALLOC).map(([name, value]) => `${name}=${value}`);

test('npm start, the container, the systemd unit and the tests run the hub with the same settings of memory', () => {
	const { start } = (JSON.parse(read('package.json')) as { scripts: { start: string } }).scripts;
	expect(start).toBe([...malloc, 'node', ...NODE_FLAGS, 'scripts/start.mjs'].join(' '));
	expect(read('Dockerfile')).toContain(`ENV ${malloc.join(' ')}\n`);
	expect(read('Dockerfile')).toContain(
		`CMD ${JSON.stringify(['node', ...NODE_FLAGS, 'dist/hub.js']).replaceAll(',', ', ')}`,
	);
	const unit = read('packaging/mooring.service');
	expect(unit).toContain(`\nEnvironment=${malloc.join(' ')}\n`);
	expect(unit).toContain(`\nExecStart=/usr/bin/env node ${NODE_FLAGS.join(' ')} dist/hub.js\n`);
});
