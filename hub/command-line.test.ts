import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SetupCode } from './accounts/set-up/setup-code.ts';
import { systemRandom } from './base/random.ts';
import { runCommand } from './command-line.ts';
import { openData } from './open-data.ts';

let data: string;
beforeEach(() => (data = mkdtempSync(join(tmpdir(), 'mooring-cli-'))));
afterEach(() => rmSync(data, { recursive: true }));

async function run(args: string[], env: NodeJS.ProcessEnv = {}) {
	const said = { out: '', err: '' };
	const code = await runCommand(
		args,
		{ MOORING_DATA: data, ...env },
		{ out: (text) => (said.out += text), err: (text) => (said.err += text) },
	);
	return { code, ...said };
}

it('prints what it can do', async () => {
	expect(await run([])).toMatchObject({ code: 0, out: expect.stringContaining('reset-password USER'), err: '' });
});

it('prints every option with its present value', async () => {
	const { code, out } = await run(['config'], { MOORING_NAME: 'Attic' });
	expect(code).toBe(0);
	expect(out).toMatch(/MOORING_NAME +Attic/);
});

it('prints the set-up link while there is no owner, and says so once there is one', async () => {
	const code = new SetupCode(join(data, 'setup-code'), systemRandom);
	const offered = code.offer();
	expect(readFileSync(join(data, 'setup-code'), 'utf8')).toContain(offered);
	expect(await run(['setup-link'])).toMatchObject({ code: 0, out: expect.stringMatching(`/setup#code=${offered}$`) });
	code.spend();
	expect(await run(['setup-link'])).toMatchObject({
		code: 1,
		out: '',
		err: expect.stringContaining('has its owner already'),
	});
});

it('creates nothing in a data folder that does not exist', async () => {
	const none = join(data, 'none');
	expect(await run(['setup-link'], { MOORING_DATA: none })).toMatchObject({
		code: 1,
		err: expect.stringContaining(none),
	});
});

it('refuses to reset the password of an unknown user', async () => {
	const hub = await openData(data, systemRandom, pino({ level: 'silent' }));
	if (!hub.ok) throw new Error(hub.error.message);
	await hub.value.close();
	expect(await run(['reset-password', 'nobody'])).toMatchObject({ code: 1, err: expect.stringContaining('"nobody"') });
});

it('resets no password in a folder without a hub, and creates nothing there', async () => {
	expect(await run(['reset-password', 'anna'])).toMatchObject({ code: 1, err: expect.stringContaining(data) });
	expect(readdirSync(data)).toEqual([]);
});

it.each([[['what']], [['reset-password']], [['config', 'more']]])('refuses %j', async (args) => {
	expect(await run(args)).toMatchObject({ code: 2, out: '' });
});

it('refuses a bad environment in one sentence', async () => {
	const { code, err } = await run(['config'], { MOORING_PORT: 'x' });
	expect(code).toBe(2);
	expect(err.split('\n')).toHaveLength(1);
});
