import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ANNA, BEN } from '../../test/harness/records.ts';
import { type Actor, personActor } from '../base/actor.ts';
import type { AuditEntry } from '../../protocol/dashboard/history.ts';
import { TestDevices } from '../../test/harness/devices.ts';
import { ManualClock } from '../base/manual-clock.ts';
import { deleteDevice } from '../devices/delete-device.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { Audit } from './audit.ts';
import { deleteAuditOf } from './prune-audit.ts';
import { findPage } from './find-entries.ts';
import { findPeople } from './find-people.ts';
import { listenToDevices } from './device-audit.ts';

const DAY = 24 * 3_600_000;
const ALL = { limit: 200 };

let folder: string;
let devices: TestDevices;
let pump: LiveDevice;
let audit: Audit;
let told: AuditEntry[];

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'mooring-audit-'));
	devices = await TestDevices.open(join(folder, 'mooring.db'), new ManualClock());
	pump = await devices.add('pump', 'Pump house');
	await open();
});
afterEach(async () => {
	await devices.close();
	rmSync(folder, { recursive: true });
});

async function open(): Promise<void> {
	audit = await Audit.open(devices.options);
	told = [];
	audit.events.on('EntryMade', ({ entry }) => told.push(entry));
	listenToDevices(audit, devices);
}

const entries = async (filter = {}) => (await findPage(audit, { ...ALL, ...filter })).entries;
const whats = async (filter = {}) => (await entries(filter)).map(({ what }) => what);
const sql = (statement: string) => devices.options.orm.em.fork().execute(statement);

function switched(on: boolean, by: Actor | null = ANNA): void {
	const relay = pump.relays[0]!;
	Object.assign(relay, { reported: on, cause: by ? 'command' : 'auto-off', by });
	devices.events.emit('RelaySwitched', { device: pump, relay, forMs: 0 });
}

describe('an entry', () => {
	it('is announced at once as it will be read, with the names of that moment', async () => {
		switched(true);
		expect(told).toEqual([
			{
				id: expect.any(Number) as number,
				at: devices.clock.now(),
				kind: 'relay',
				what: 'relay-on',
				device: 'pump',
				deviceName: 'Pump house',
				relay: 1,
				relayName: 'Pump',
				person: 'Anna',
				cause: 'command',
				details: {},
			},
		]);
		pump.record.name = 'Shed';
		expect(await entries()).toEqual(told);
	});

	it('of a change nobody asked for has its cause and no person', async () => {
		switched(false, null);
		expect(told[0]).toMatchObject({ what: 'relay-off', cause: 'auto-off', person: null });
	});

	it('of a scene names the person who ran it, and the scene', () => {
		switched(true, { ...ANNA, via: { kind: 'scene', id: 's1', name: 'Good night' } });
		switched(false, personActor({ id: 'b', name: 'Ben (Good night)' }));
		expect(told).toMatchObject([
			{ person: 'Anna', details: { scene: 'Good night' } },
			{ person: 'Ben (Good night)', details: {} },
		]);
	});

	it('of a command without effect says why', async () => {
		const relay = pump.relays[0]!;
		devices.events.emit('CommandFailed', { device: pump, relay, on: true, by: BEN, outcome: 'no-answer' });
		expect(told[0]).toMatchObject({
			what: 'command-failed',
			person: 'Ben',
			details: { reason: 'no-answer', on: true },
		});
	});

	it('keeps any text', async () => {
		const reason = `it's "odd" \\ ?\u0000? \u{1F4A1} '); DROP TABLE audit_entry; --`;
		devices.events.emit('ConfigRefused', { device: pump, error: reason });
		expect((await entries())[0]!.details).toEqual({ reason, revision: 0 });
	});
});

describe('writing', () => {
	it('waits for more entries and then writes all together', async () => {
		for (let n = 0; n < 3; n++) switched(n % 2 === 0);
		devices.clock.advance(2_999);
		expect(await sql('SELECT count(*) AS n FROM audit_entry')).toEqual([{ n: 0 }]);
		devices.clock.advance(1);
		await audit.stop();
		expect(await sql('SELECT count(*) AS n FROM audit_entry')).toEqual([{ n: 3 }]);
	});

	it('is retried after a failure, and nothing is lost, doubled or out of order', async () => {
		switched(true);
		await sql('ALTER TABLE audit_entry RENAME TO gone');
		await audit.flush();
		switched(false);
		await audit.flush();
		await sql('ALTER TABLE gone RENAME TO audit_entry');
		switched(true);
		devices.clock.advance(10_000);
		expect((await entries()).reverse()).toEqual(told);
	});

	it('does not double an entry that reached the disk although its commit failed', async () => {
		switched(true);
		const [{ id, at }] = told as [AuditEntry];
		await sql(`INSERT INTO audit_entry (id, at, kind, what) VALUES (${id}, ${at}, 'relay', 'relay-on')`);
		switched(false);
		expect(await whats()).toEqual(['relay-off', 'relay-on']);
	});

	it('keeps the newest ten thousand entries while the disk cannot be written', async () => {
		await sql('ALTER TABLE audit_entry RENAME TO gone');
		for (let n = 0; n < 10_050; n++) audit.record({ what: 'settings-changed' });
		await audit.flush();
		await sql('ALTER TABLE gone RENAME TO audit_entry');
		await audit.flush();
		expect(await sql('SELECT count(*) AS n, max(id) AS last FROM audit_entry')).toEqual([
			{ n: 10_000, last: told.at(-1)!.id },
		]);
	});

	it('loses seconds at most if the hub is killed, and no id is used twice', async () => {
		switched(true);
		await audit.flush();
		switched(false);
		const seen = told.map(({ id }) => id);
		await open();
		switched(true);
		expect(told[0]!.id).toBeGreaterThan(seen.at(-1)!);
		expect(await whats()).toEqual(['relay-on', 'relay-on']);
	});
});

describe('presence', () => {
	function be(presence: LiveDevice['presence']): void {
		pump.presence = presence;
		devices.events.emit('PresenceMoved', { device: pump });
	}

	it('says how long the device was in the state before, from the second change since the start on', async () => {
		devices.clock.advance(60_000);
		be('online');
		devices.clock.advance(5_000);
		devices.clock.stepWall(-DAY);
		be('away');
		expect(told.map(({ what, details }) => ({ what, details }))).toEqual([
			{ what: 'online', details: {} },
			{ what: 'away', details: { forMs: 5_000 } },
		]);
	});

	it('of a flapping board is recorded twelve times an hour, and the next entry counts the rest', async () => {
		for (let n = 0; n < 100; n++) {
			devices.clock.advance(10_000);
			be(n % 2 === 0 ? 'online' : 'away');
		}
		expect(told).toHaveLength(12);
		devices.clock.advance(3_600_000);
		be('online');
		expect(told.at(-1)).toMatchObject({ what: 'online', details: { untold: 88 } });
		be('away');
		expect(told.at(-1)!.details).not.toHaveProperty('untold');
	});

	it('of a flapping board does not hide that of another', async () => {
		const other = await devices.add('other');
		for (let n = 0; n < 100; n++) be(n % 2 === 0 ? 'online' : 'away');
		devices.events.emit('PresenceMoved', { device: other });
		expect(told.at(-1)!.device).toBe('other');
	});
});

it('a program that switches a relay all day is recorded 600 times an hour, and the next entry counts the rest', () => {
	for (let n = 0; n < 2_000; n++) switched(n % 2 === 0);
	expect(told).toHaveLength(600);
	devices.clock.advance(3_600_000);
	switched(true);
	expect(told.at(-1)!.details).toEqual({ untold: 1_400 });
});

it('a copy that tries again and again is recorded twelve times an hour', () => {
	for (let n = 0; n < 100; n++)
		devices.events.emit('CloneTried', { device: pump, mac: '02', address: '10.0.0.9', how: 'other-mac' });
	expect(told).toHaveLength(12);
	expect(told[0]).toMatchObject({ kind: 'security', details: { mac: '02', address: '10.0.0.9', how: 'other-mac' } });
});

it('deletes a device’s entries with it, also waiting ones; an entry without its id remains', async () => {
	const other = await devices.add('other');
	switched(true);
	devices.events.emit('TokenRotated', { device: other });
	await audit.flush();
	switched(false);
	await deleteDevice(devices, 'pump', ANNA, (em) => deleteAuditOf(em, 'pump'));
	switched(true);
	expect((await entries()).map(({ what, device, deviceName, person }) => [what, device, deviceName, person])).toEqual([
		['deleted', null, 'Pump house', 'Anna'],
		['rotated', 'other', 'other', null],
	]);
});

describe('reading', () => {
	beforeEach(async () => {
		const other = await devices.add('other');
		for (let n = 0; n < 30; n++) {
			devices.clock.advance(1_000);
			if (n % 3 === 0) switched(true, n % 2 === 0 ? ANNA : BEN);
			else if (n % 3 === 1) devices.events.emit('TokenRotating', { device: other, by: BEN });
			else audit.record({ what: 'settings-changed', by: personActor({ id: 'c', name: 'Čenda' }) });
		}
	});

	it.each<[string, object, (entry: AuditEntry) => boolean]>([
		['a device', { device: 'pump' }, ({ device }) => device === 'pump'],
		['a person', { person: 'Ben' }, ({ person }) => person === 'Ben'],
		['a kind', { kind: 'token' }, ({ kind }) => kind === 'token'],
		[
			'all of these',
			{ device: 'pump', person: 'Ben', kind: 'relay' },
			({ device, person }) => device === 'pump' && person === 'Ben',
		],
		['nobody', { person: "Rob'); --" }, () => false],
	])('by %s gives just those', async (_, filter, matches) => {
		expect(await entries(filter)).toEqual(told.filter(matches).reverse());
	});

	it('by a time gives just those, also of moments when the clock was wrong', async () => {
		devices.clock.stepWall(-15_000);
		switched(false);
		const [from, to] = [told[10]!.at, told[20]!.at];
		const within = told.filter(({ at }) => at >= from && at <= to);
		expect(within).toHaveLength(12);
		expect(await entries({ from, to })).toEqual([...within].reverse());
		expect(await entries({ from })).toEqual(told.filter(({ at }) => at >= from).reverse());
		expect(await entries({ to })).toEqual(told.filter(({ at }) => at <= to).reverse());
		expect(await entries({ from: to, to: from })).toEqual([]);
	});

	it('page by page gives every entry once, whatever is added meanwhile', async () => {
		const seen: number[] = [];
		const wanted = told.map(({ id }) => id).reverse();
		let before: number | undefined;
		do {
			const page = await findPage(audit, { limit: 7, ...(before ? { before } : {}) });
			seen.push(...page.entries.map(({ id }) => id));
			before = page.next ?? undefined;
			switched(false);
		} while (before);
		expect(seen).toEqual(wanted);
	});

	it('lists the people in the log in order, each once', async () => {
		expect(await findPeople(audit)).toEqual(['Anna', 'Ben', 'Čenda']);
	});
});
