import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules', '.bin');

it('device_pb.ts is what `npm run generate` makes of device.proto today', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'mooring-generate-'));
	try {
		const template = readFileSync(join(ROOT, 'buf.gen.yaml'), 'utf8').replace('out: protocol', `out: ${folder}`);
		expect(template, 'buf.gen.yaml writes to another folder').toContain(folder);
		await promisify(execFile)(join(BIN, 'buf'), ['generate', '--template', template], {
			cwd: ROOT,
			// buf finds its plugin by the path, and keeps no cache outside of this test.
			env: { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH}`, BUF_CACHE_DIR: folder },
		});
		expect(readFileSync(join(folder, 'device_pb.ts'), 'utf8')).toBe(
			readFileSync(join(ROOT, 'protocol', 'device_pb.ts'), 'utf8'),
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}, 60_000);
