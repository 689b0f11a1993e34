import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager } from '@mikro-orm/sqlite';
import { expect, it } from 'vitest';
import { TestDevices } from '../../../test/harness/devices.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import { entities, migrations } from '../../schema.ts';
import { openStore } from '../../store/open-store.ts';
import { rollUpSamples } from './samples-roll-up.ts';
import { samplesSince } from './samples.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 5, 1, 12);

it('samples of the first release are kept', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'mooring-samples-'));
	const file = join(folder, 'mooring.db');
	const first = await openStore({ file, entities, migrations: migrations.slice(0, 1) });
	if (!first.ok) throw new Error(first.error.message);
	const old = first.value.em.fork() as EntityManager;
	await old.execute(
		`INSERT INTO device VALUES ('boiler', 'Boiler', '02AABBCCDDEE', 'virtual', 'anna', '{"relays":[],"sensors":[]}', 0)`,
	);
	for (const [id, value] of [
		['boiler', 21.37],
		['deleted-long-ago', 5],
	])
		await old.execute(
			`INSERT INTO sensor_sample (device_id, sensor, unit, at, value) VALUES ('${id}', 1, 'celsius', ${NOON}, ${value})`,
		);
	await first.value.close(true);
	const later = await TestDevices.open(file, new ManualClock(NOON + 3 * HOUR));
	const manager = later.options.orm.em.fork() as EntityManager;
	expect(await samplesSince(manager, 0)).toEqual([
		{ deviceId: 'boiler', sensor: 1, unit: 'celsius', at: NOON, value: 21.37 },
	]);
	await rollUpSamples(manager, later.clock.now());
	expect(await manager.execute('SELECT * FROM sensor_hour')).toMatchObject([
		{ mean: 2_137, least: 2_137, most: 2_137 },
	]);
	await later.close();
	rmSync(folder, { recursive: true });
});
