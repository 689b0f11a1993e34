import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { MikroORM } from '@mikro-orm/sqlite';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import { BoardCommand } from '../../harness/boards/board-command.ts';
import { contents, startFails } from '../../harness/failing-start.ts';
import { BrowserSession, type LiveView } from '../../harness/browser-session.ts';
import { HubProcess } from '../../harness/hub-process.ts';
import { RawLink } from '../../harness/boards/raw-link.ts';
import { entities } from '../../../hub/schema.ts';

const NAME = 'Boiler room';
/** A board and a dashboard wait longer after every try, a board up to 30 s; a busy machine adds to it. */
const COMES_BACK_MS = 40_000;

const endings: (() => unknown)[] = [];
afterEach(async () => {
	for (const end of endings.splice(0).reverse()) await end();
});

async function startHub(): Promise<HubProcess> {
	const hub = new HubProcess();
	endings.push(() => hub.remove());
	await hub.start();
	return hub;
}

/** A hub with an owner, an open dashboard and a board of its own process whose relay is on. */
async function household() {
	const hub = await startHub();
	const browser = new BrowserSession(hub.origin);
	await browser.setUp(hub.setUpCode);
	const view = await browser.open();
	endings.push(() => view.close());
	const pending = await browser.addVirtualBoard({ name: NAME });
	const board = new BoardCommand(hub.origin, await browser.configFile(pending.id));
	endings.push(() => board.remove());
	board.start();
	await view.until(() => isBack(view), COMES_BACK_MS);
	const { id } = view.device(NAME)!;
	await view.setRelay(id, 1, true);
	await view.until(() => view.relay(id, 1)?.reported);
	return { hub, browser, view, board, id };
}

function isBack(view: LiveView): boolean {
	return view.following && view.device(NAME)?.presence.state === 'online';
}

async function sql<T>(data: string, statement: string): Promise<T[]> {
	const orm = MikroORM.initSync({
		entities,
		dbName: join(data, 'mooring.db'),
		discovery: { disableDynamicFileAccess: true },
	});
	await orm.connect();
	const rows = (await orm.em.getConnection().execute(statement)) as T[];
	await orm.close(true);
	return rows;
}

function folder(): string {
	const made = mkdtempSync(join(tmpdir(), 'mooring-bad-'));
	endings.push(() => rmSync(made, { recursive: true, force: true }));
	return made;
}

describe('a hub that is killed', () => {
	it('is back with everything without a click', async () => {
		const { hub, browser, view, id } = await household();
		await hub.kill();
		await view.until(() => !view.following);
		expect(await sql(hub.data, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
		expect(await sql(hub.data, 'PRAGMA foreign_key_check')).toEqual([]);
		await hub.start();
		await view.until(() => isBack(view), COMES_BACK_MS);
		expect([...view.devices.keys()]).toEqual([id]);
		expect(view.pending.size).toBe(0);
		await view.until(() => view.relay(id, 1)?.reported);
		expect(view.relay(id, 1)).toMatchObject({ name: 'Pump', wanted: null, failure: null });
		await view.until(() => view.relay(id, 2)?.reported !== null);
		expect(view.relay(id, 2)).toMatchObject({ name: 'Valve', reported: false });
		expect(await browser.call('PUT', `/devices/${id}/relays/1`, { on: false })).toMatchObject({ reported: false });
		expect(view.signedOut).toBe(false);
	}, 60_000);

	it('together with its board has both back', async () => {
		const { hub, view, board, id } = await household();
		await Promise.all([hub.kill(), board.cutPower()]);
		await view.until(() => !view.following);
		board.start();
		await hub.start();
		await view.until(() => isBack(view), COMES_BACK_MS);
		expect([...view.devices.keys()]).toEqual([id]);
	}, 60_000);

	it('at any moment of a row of changes has every one that was acknowledged', async () => {
		const { hub, browser, view, id } = await household();
		let acknowledged = 0;
		for (const round of [1, 2, 3]) {
			const killed = new Promise<void>((resolve) => setTimeout(() => resolve(hub.kill()), 40 * round));
			for (;;) {
				const done = await browser.call('PATCH', `/devices/${id}`, { name: `Name ${acknowledged + 1}` }).then(
					() => true,
					() => false,
				);
				if (!done) break;
				acknowledged++;
			}
			await killed;
			expect(await sql(hub.data, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
			await hub.start();
			const { devices } = await browser.call<{ devices: DeviceView[] }>('GET', '/devices');
			// The one that was not answered may be there or not.
			expect([acknowledged, acknowledged + 1].map((n) => (n === 0 ? NAME : `Name ${n}`))).toContain(devices[0]!.name);
		}
		await view.until(() => view.following && view.devices.get(id)?.presence.state === 'online', COMES_BACK_MS);
		await browser.call('POST', `/devices/${id}/token/revoke`);
		await hub.kill();
		await hub.start();
		await view.until(() => view.following && view.devices.get(id)?.token.state === 'revoked', COMES_BACK_MS);
		expect(view.devices.get(id)?.presence.state).not.toBe('online');
	}, 120_000);

	it('at the moment a set-up is answered has its owner, and one alone', async () => {
		const hub = await startHub();
		const code = hub.setUpCode;
		const setUp = (name: string) => new BrowserSession(hub.origin).setUp(code, name);
		const tries = Array.from({ length: 5 }, (_, n) => setUp(`user${n}`));
		await Promise.any(tries);
		await hub.kill();
		await Promise.allSettled(tries);
		expect(await sql(hub.data, 'SELECT role FROM user')).toEqual([{ role: 'owner' }]);
		await hub.start();
		expect(await new BrowserSession(hub.origin).call('GET', '/hub')).toMatchObject({ needsSetUp: false });
		await expect(setUp('late')).rejects.toMatchObject({ status: 409 });
	}, 60_000);
});

describe('a hub that is told to stop', () => {
	it('is gone within two seconds, and says so to boards and dashboards', async () => {
		const { hub, view } = await household();
		const link = await new RawLink(hub.origin).opened();
		const stopped = await hub.stop();
		expect(stopped.code).toBe(0);
		expect(stopped.ms).toBeLessThan(2_000);
		expect((await link.closed).code).toBe(1001);
		await view.until(() => !view.following);
		expect(view.signedOut).toBe(false);
		expect(await sql(hub.data, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
		await hub.start();
		await view.until(() => isBack(view), COMES_BACK_MS);
	}, 60_000);
});

describe('a start that cannot succeed', () => {
	it('where the port is taken, by whatever', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		endings.push(() => server.close());
		const port = String((server.address() as AddressInfo).port);
		const { sentence } = await startFails({ MOORING_DATA: folder(), MOORING_PORT: port });
		expect(sentence).toContain(port);
	});

	it('where another hub has the port, and that one goes on', async () => {
		const hub = await startHub();
		const { sentence } = await startFails({ MOORING_DATA: folder(), MOORING_PORT: String(hub.port) });
		expect(sentence).toContain('MOORING_PORT');
		expect((await fetch(`${hub.origin}/healthz`)).status).toBe(200);
	});

	it.each(['http', '70000', '-1', '80.5', '8080x'])('with the port %j', async (port) => {
		const data = join(folder(), 'data');
		const { sentence } = await startFails({ MOORING_DATA: data, MOORING_PORT: port });
		expect(sentence).toContain('MOORING_PORT');
		expect(existsSync(data)).toBe(false);
	});

	it('with a file in the place of the data folder, or above it', async () => {
		const file = join(folder(), 'file');
		writeFileSync(file, 'precious');
		for (const data of [file, join(file, 'data')]) {
			const { sentence } = await startFails({ MOORING_DATA: data });
			expect(sentence).toContain(data);
		}
		expect(readFileSync(file, 'utf8')).toBe('precious');
	});

	it.skipIf(process.getuid?.() === 0)('with a data folder that cannot be written', async () => {
		const data = folder();
		chmodSync(data, 0o500);
		const { sentence } = await startFails({ MOORING_DATA: data });
		expect(sentence).toContain('cannot be written');
		expect(contents(data)).toEqual([]);
	});

	it('with a folder in the place of the database', async () => {
		const data = folder();
		mkdirSync(join(data, 'mooring.db'));
		const { sentence } = await startFails({ MOORING_DATA: data });
		expect(sentence).toContain('mooring.db');
	});

	it('with what is no database, which stays as it is', async () => {
		const hub = await startHub();
		await hub.stop();
		writeFileSync(join(hub.data, 'mooring.db'), 'Dear diary, '.repeat(1_000));
		const before = contents(hub.data);
		const { sentence } = await startFails({ MOORING_DATA: hub.data });
		expect(sentence).toContain('Nothing was changed');
		expect(contents(hub.data)).toEqual(before);
	});

	it('with the database of a newer hub, which stays as it is', async () => {
		const hub = await startHub();
		await new BrowserSession(hub.origin).setUp(hub.setUpCode);
		await hub.stop();
		await sql(hub.data, 'PRAGMA user_version = 99');
		const before = contents(hub.data);
		const { sentence } = await startFails({ MOORING_DATA: hub.data });
		expect(sentence).toMatch(/newer/);
		expect(contents(hub.data)).toEqual(before);
		expect(await sql(hub.data, 'SELECT name FROM user')).toEqual([{ name: 'anna' }]);
	});

	it('without the key of its database, and makes no new one', async () => {
		const hub = await startHub();
		await hub.stop();
		const key = readFileSync(join(hub.data, 'key'));
		rmSync(join(hub.data, 'key'));
		const { sentence } = await startFails({ MOORING_DATA: hub.data });
		expect(sentence).toContain('key');
		expect(existsSync(join(hub.data, 'key'))).toBe(false);
		writeFileSync(join(hub.data, 'key'), key, { mode: 0o600 });
		await hub.start();
	});
});
