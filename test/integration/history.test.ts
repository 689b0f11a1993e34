import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceView } from '../../protocol/dashboard/devices.ts';
import { AuditPage, type AuditPeople, PresenceHistory, ReadingsHistory } from '../../protocol/dashboard/history.ts';
import type { DeviceConfig } from '../../protocol/dashboard/plan.ts';
import type { SceneView } from '../../protocol/dashboard/scenes.ts';
import type { VirtualBoard } from '../../hub/virtual-board/board.ts';
import { BrowserSession, type LiveView } from '../harness/browser-session.ts';
import { HubProcess } from '../harness/hub-process.ts';
import { TestHub } from '../harness/hub.ts';
import { CHANGE_WORDS, tellChanges } from '../../protocol/dashboard/change-words.ts';

const NAME = 'Boiler room';

let hub: TestHub;
let anna: BrowserSession;
let view: LiveView;
let board: VirtualBoard;
let device: DeviceView;

beforeEach(async () => {
	hub = await new TestHub().start();
	anna = await hub.owner();
	view = await anna.open();
	const pending = await anna.addVirtualBoard({ name: NAME });
	board = hub.board(await anna.configFile(pending.id), 'board');
	await view.until(() => view.device(NAME)?.presence.state === 'online');
	device = view.device(NAME)!;
	await view.until(() => view.relay(device.id, 1)?.reported !== null);
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

async function audit(query = ''): Promise<AuditPage> {
	return AuditPage.parse(await anna.call('GET', `/audit${query}`));
}

const whats = async (query = '') => (await audit(query)).entries.map(({ what }) => what);

/** One command and its report. */
async function toggle(on: boolean): Promise<void> {
	await anna.call('PUT', `/devices/${device.id}/relays/1`, { on });
}

describe('the audit log', () => {
	it('has a toggle with who it was, told live and after a restart the same', async () => {
		await toggle(true);
		const [entry] = (await audit('?kind=relay')).entries;
		expect(entry).toMatchObject({
			kind: 'relay',
			what: 'relay-on',
			device: device.id,
			deviceName: NAME,
			relay: 1,
			relayName: 'Pump',
			person: 'anna',
			cause: 'command',
		});
		await view.until(() => view.events.some((event) => event.type === 'audit' && event.entry.id === entry!.id));
		expect(view.events.find((event) => event.type === 'audit' && event.entry.id === entry!.id)).toEqual({
			type: 'audit',
			entry,
		});
		await hub.stop();
		await hub.start();
		expect((await audit('?kind=relay')).entries).toEqual([entry]);
		const told = await whats('?kind=hub');
		expect(told).toEqual(['hub-started', 'hub-stopped', 'hub-started']);
		expect(await whats('?kind=presence')).not.toContain('away');
	});

	it('names a countdown, a new one for a relay that is on already, and the end of one', async () => {
		const on = (forMs?: number) => anna.call('PUT', `/devices/${device.id}/relays/1`, { on: true, forMs });
		await on(1_200_000);
		await on(300_000);
		await on();
		expect((await audit('?kind=relay')).entries.reverse()).toMatchObject([
			{ what: 'relay-on', person: 'anna', details: { forMs: 1_200_000 } },
			{ what: 'relay-on', person: 'anna', details: { forMs: 300_000 } },
			{ what: 'relay-on', person: 'anna', details: { stays: true } },
		]);
	});

	it('tells the old and the new value of what was changed on a device and in a scene', async () => {
		const path = `/devices/${device.id}`;
		const { config, plan } = await anna.call<DeviceConfig>('GET', `${path}/config`);
		plan.relays[1]!.gpio = 3;
		plan.relays[1]!.maxOnMs = 120_000;
		await anna.call('PUT', `${path}/config`, { version: config.version, ...plan });
		const scene = { name: 'Evening', kind: 'scene', members: [{ device: device.id, relay: 1, on: true }] };
		const { id } = await anna.call<SceneView>('POST', '/scenes', scene);
		const members = [
			{ device: device.id, relay: 1, on: false },
			{ device: device.id, relay: 2, on: true },
		];
		await anna.call('PUT', `/scenes/${id}`, { ...scene, name: 'Night', members });
		const changes = (await audit()).entries
			.flatMap(({ details: { changes } }) => (Array.isArray(changes) ? [tellChanges(changes, CHANGE_WORDS)] : []))
			.reverse();
		expect(changes).toEqual([
			'Valve: pin V2 → V4, longest on-time none → 2 min',
			`name Evening → Night; Pump, ${NAME}: on → off; Valve, ${NAME} added`,
		]);
	});

	it('tells the whole way of a device: made, claimed, online, deleted', async () => {
		expect((await whats()).reverse()).toEqual(
			expect.arrayContaining(['hub-started', 'signed-in', 'pending-made', 'claimed', 'online']),
		);
		await toggle(true);
		await anna.call('DELETE', `/devices/${device.id}`);
		const { entries } = await audit();
		expect(entries.filter((entry) => entry.device === device.id)).toEqual([]);
		const deleted = entries.filter(({ what }) => what === 'deleted');
		expect(deleted).toMatchObject([{ device: null, deviceName: NAME, person: 'anna' }]);
	});

	it('is filtered and paged', async () => {
		for (let n = 0; n < 6; n++) await toggle(n % 2 === 0);
		const all = (await audit('?limit=200')).entries;
		const pages: AuditPage[] = [];
		for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; before = pages.at(-1)!.next)
			pages.push(await audit(`?limit=4&before=${before}`));
		expect(pages.flatMap(({ entries }) => entries)).toEqual(all);
		expect(pages.slice(0, -1).every(({ entries }) => entries.length === 4)).toBe(true);
		const relays = all.filter(({ kind }) => kind === 'relay');
		expect(relays).toHaveLength(6);
		expect((await audit('?kind=relay&person=anna')).entries).toEqual(relays);
		expect((await audit(`?device=${device.id}`)).entries).toEqual(all.filter((entry) => entry.device === device.id));
		const [to, from] = [relays[1]!.at, relays[4]!.at];
		expect((await audit(`?kind=relay&from=${from}&to=${to}`)).entries).toEqual(
			relays.filter(({ at }) => at >= from && at <= to),
		);
		expect(await anna.call<AuditPeople>('GET', '/audit/people')).toEqual({ people: ['anna'] });
	});

	it('says which part of a filter is wrong', async () => {
		for (const [query, field] of [
			['?kind=nonsense', 'kind'],
			['?limit=0', 'limit'],
			['?from=yesterday', 'from'],
			['?person=%00', 'person'],
		]) {
			const answer = await anna.request('GET', `/audit${query}`);
			expect([answer.status, ((await answer.json()) as { field: string }).field]).toEqual([400, field]);
		}
	});

	it('goes into a spreadsheet', async () => {
		await toggle(true);
		const answer = await anna.request('GET', '/audit.csv?kind=relay');
		expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
		expect(answer.headers.get('content-disposition')).toMatch(/"mooring-activity-\d{4}-\d\d-\d\d\.csv"/);
		const bytes = Buffer.from(await answer.arrayBuffer());
		expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		const lines = bytes.subarray(3).toString().split('\r\n');
		expect(lines[0]).toBe('"Time (UTC)","Kind","What","Device","Relay","Person","Cause","Details","Device id","Entry"');
		const cells = ['relay', 'relay-on', NAME, 'Pump', 'anna', 'command', '', device.id].map((cell) => `"${cell}",`);
		expect(lines[1]).toMatch(new RegExp(`^"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d",${cells.join('')}`));
		expect(lines.slice(2)).toEqual(['']);
	});

	it('is nothing for whoever is not signed in', async () => {
		for (const path of ['/audit', '/audit.csv', '/audit/people', `/devices/${device.id}/readings`]) {
			expect([path, (await hub.browser().request('GET', path)).status]).toEqual([path, 401]);
		}
	});
});

describe('a device', () => {
	it('has its readings drawn from the first one on', async () => {
		await view.until(() => view.device(NAME)!.readings.length > 0);
		for (const range of ['24h', '7d', '90d', '2y']) {
			const history = ReadingsHistory.parse(await anna.call('GET', `/devices/${device.id}/readings?range=${range}`));
			expect(history.series).toHaveLength(1);
			const [at, mean, least, most] = history.series[0]!.points[0]!;
			expect(at % history.stepMs).toBe(0);
			expect(least <= mean && mean <= most).toBe(true);
			expect((history.to - history.from) / history.stepMs).toBeLessThan(1_000);
		}
		expect((await anna.request('GET', `/devices/${device.id}/readings?range=1y`)).status).toBe(400);
		expect((await anna.request('GET', '/devices/nobody/readings')).status).toBe(404);
	});

	it('has its presence, unknown while the hub did not run, and away only where its board was', async () => {
		const before = await presence();
		expect(before.spells.at(-1)!.state).toBe('online');
		await hub.stop();
		await hub.start();
		await view.until(() => view.following && view.device(NAME)?.presence.state === 'online', 15_000);
		board.cut();
		await view.until(() => view.device(NAME)?.presence.state === 'away');
		const { from, to, spells } = await presence();
		expect([spells[0]!.from, spells.at(-1)!.to, to - from]).toEqual([from, to, 24 * 3_600_000]);
		for (const [index, spell] of spells.entries()) if (index > 0) expect(spell.from).toBe(spells[index - 1]!.to);
		const states = spells.map(({ state }) => state);
		expect(states[0]).toBe('not-yet');
		expect(states).toEqual(expect.arrayContaining(['online', 'unknown', 'online', 'away']));
		expect(states.filter((state) => state === 'unknown')).toHaveLength(1);
	});

	it('that is deleted has no history any more', async () => {
		await view.until(() => view.device(NAME)!.readings.length > 0);
		await anna.call('DELETE', `/devices/${device.id}`);
		for (const path of ['readings', 'presence'])
			expect((await anna.request('GET', `/devices/${device.id}/${path}`)).status).toBe(404);
	});

	async function presence(): Promise<PresenceHistory> {
		return PresenceHistory.parse(await anna.call('GET', `/devices/${device.id}/presence`));
	}
});

it('a hub that is killed has what was read before, and no board is shown as online while it was dead', async () => {
	const killed = new HubProcess();
	try {
		await killed.start();
		const ben = new BrowserSession(killed.origin);
		await ben.setUp(killed.setUpCode, 'ben');
		const { id: pending } = await ben.addVirtualBoard({ name: NAME });
		await ben.call('POST', `/pending/${pending}/virtual-board`);
		const live = await ben.open();
		await live.until(() => live.device(NAME)?.presence.state === 'online');
		const { id } = live.device(NAME)!;
		await ben.call('PUT', `/devices/${id}/relays/1`, { on: true });
		const before = AuditPage.parse(await ben.call('GET', '/audit'));
		await ben.call('GET', `/devices/${id}/presence`);
		await killed.kill();
		const dead = Date.now();
		await killed.start();
		const again = Date.now();
		await live.until(() => live.following && live.device(NAME)?.presence.state === 'online', 15_000);
		live.close();
		const after = AuditPage.parse(await ben.call('GET', '/audit'));
		expect(after.entries.slice(-before.entries.length)).toEqual(before.entries);
		const since = after.entries.slice(0, -before.entries.length);
		expect(Math.min(...since.map((entry) => entry.id))).toBeGreaterThan(before.entries[0]!.id);
		const { spells } = PresenceHistory.parse(await ben.call('GET', `/devices/${id}/presence`));
		const middle = (dead + again) / 2;
		expect(spells.find(({ from, to }) => from <= middle && middle < to)?.state).toBe('unknown');
		expect(spells.map(({ state }) => state).filter((state) => state === 'online').length).toBeGreaterThan(1);
	} finally {
		await killed.remove();
	}
}, 60_000);
