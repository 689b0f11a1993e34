import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceView } from '../../protocol/dashboard/devices.ts';
import { SuiteHouse } from '../board/suite/suite-house.ts';
import { PASSWORD } from '../harness/browser-session.ts';
import { PlayedBoard, changesOf } from '../harness/boards/played-board.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');
const NEEDS = 'import cryptography, websocket';
/** The system's own comes second: its packages are Debian's. */
const python = ['python3', '/usr/bin/python3'].find((program) => spawnSync(program, ['-c', NEEDS]).status === 0);
const hasShell = ['bash', 'curl'].every((tool) => spawnSync(tool, ['--version']).status === 0);
const run = promisify(execFile);

/** examples/board.py as a process. */
class PythonBoard extends PlayedBoard {
	/** It has no switches. */
	wallSwitch(): void {
		throw new Error('This board has no wall switch.');
	}

	override switched({ id }: { id: number }): ('on' | 'off')[] {
		const told = this.lines.map((line) => /^relay (\d+) is (on|off)$/.exec(line));
		return changesOf(told.filter((match) => Number(match?.[1]) === id).map((match) => match![2] === 'on'));
	}

	protected command(hub: string): [string, string[]] {
		return [python!, [join(EXAMPLES, 'board.py'), this.config, hub]];
	}
}

const KIND = { name: 'board.py', make: (hub: string) => new PythonBoard(hub), image: () => new Uint8Array() };

let house: SuiteHouse;
beforeEach(async () => {
	house = await SuiteHouse.open(KIND);
});
afterEach(() => house.close());

describe.skipIf(!python)('examples/board.py (skipped without Python and its two packages)', () => {
	it('registers, is claimed, switches its relays and reports them', async () => {
		await house.claimed();
		expect(house.view.pending.size).toBe(0);
		expect(house.device).toMatchObject({ security: 'secure-v2', code: expect.stringMatching(/^ESP_02[0-9A-F]{10}$/) });
		await house.set(2, true);
		await house.set(1, true);
		await house.set(2, false);
		expect(house.relay(2)).toMatchObject({ reported: false, cause: 'command', by: 'anna' });
		expect(house.board.switched({ id: 1, gpio: 0 })).toEqual(['on']);
		expect(house.board.switched({ id: 2, gpio: 1 })).toEqual(['on', 'off']);
	});

	it('comes back with its key after a loss of power and after a restart of the hub', async () => {
		await house.claimed();
		await house.cutPower();
		house.board.start();
		await house.online();
		await house.hub.stop();
		await house.hub.start();
		await house.online();
		await house.set(1, true);
		expect(house.view.devices.size).toBe(1);
	});

	it('takes a new key in place and uses it', async () => {
		await house.claimed();
		const { fingerprint } = house.device.token;
		await house.browser.call('POST', `/devices/${house.id}/token/rotate`);
		await house.view.until(
			() => house.device.token.state === 'active' && house.device.token.fingerprint !== fingerprint,
		);
		await house.online();
		await house.set(1, true);
	});

	it('refuses what it cannot do: a change of its settings, a countdown, a file with rules', async () => {
		await house.claimed();
		const timed = await house.browser.request('PUT', `/devices/${house.id}/relays/1`, { on: true, forMs: 60_000 });
		expect(timed.status).toBe(409);
		expect(house.relay(1).reported).toBe(false);
		await house.change((plan) => (plan.relays[0]!.maxOnMs = 60_000));
		await house.view.until(() => house.device.config.state === 'refused');
		expect(house.device.config.error).toContain('config file alone');
		const relays = [{ id: 1, name: 'Pump', gpio: 0, activeLow: false, maxOnMs: 60_000 }];
		await house.cutPower();
		house.board.start(await house.configFile({ relays }));
		await house.board.said(/has rules of relays/);
		expect(await house.board.ended()).toBe(1);
	});

	it('says why where the hub does not know it any more', async () => {
		await house.claimed();
		await house.browser.call('DELETE', `/devices/${house.id}`);
		expect(await house.board.said(/\(4404, /)).toMatch(/\w{3} \w/);
	});
});

describe.skipIf(!hasShell)('examples/rest.sh (skipped without bash and curl)', () => {
	/** What the script prints and its exit code. */
	async function rest(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
		const env = { ...process.env, HUB: house.hub.origin, MOORING_USER: 'anna', MOORING_PASSWORD: PASSWORD };
		const done = await run('bash', [join(EXAMPLES, 'rest.sh'), ...args], { env }).catch(
			(error: { code: number; stdout: string; stderr: string }) => error,
		);
		return { code: 0, ...done };
	}

	it('signs in, lists the devices, switches a relay and signs out', async () => {
		house.hub.board(await house.configFile());
		await house.online();
		const { devices } = JSON.parse((await rest('devices')).stdout) as { devices: DeviceView[] };
		expect(devices.map(({ id, name }) => ({ id, name }))).toEqual([{ id: house.id, name: house.device.name }]);
		for (const on of [true, false]) {
			const { stdout } = await rest('switch', house.id, '1', on ? 'on' : 'off');
			expect(JSON.parse(stdout)).toMatchObject({ id: 1, reported: on });
			await house.view.until(() => house.relay(1).reported === on);
		}
		const { entries } = await house.browser.call<{ entries: { what: string }[] }>('GET', '/audit');
		expect(entries.filter(({ what }) => what === 'signed-out').length).toBe(3);
	});

	it('ends with the hub’s own sentence where something fails', async () => {
		const failed = await rest('switch', 'no-such-device', '1', 'on');
		expect(failed.code).not.toBe(0);
		expect(failed.stdout).toContain('"code":"not-found"');
	});
});
