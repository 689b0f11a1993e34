import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestDevices } from '../../test/harness/devices.ts';
import { Audit } from './audit.ts';
import { findPage } from './find-entries.ts';
import { pruneAudit } from './prune-audit.ts';

const DAY = 24 * 3_600_000;

let devices: TestDevices;
let audit: Audit;

beforeEach(async () => {
	devices = await TestDevices.open();
	audit = await Audit.open(devices.options);
});
afterEach(() => devices.close());

const numbers = async () => (await findPage(audit, { limit: 200 })).entries.map(({ details }) => details.n);

it('deletes entries that are too old, however many there are', async () => {
	for (let n = 0; n < 1_234; n++) audit.record({ what: 'settings-changed' });
	devices.clock.advance(10 * DAY);
	audit.record({ what: 'settings-changed', details: { n: 'young' } });
	await audit.flush();
	expect(await pruneAudit(audit, 11)).toBe(0);
	expect(await pruneAudit(audit, 9)).toBe(1_234);
	expect(await numbers()).toEqual(['young']);
});

it('deletes the oldest entries beyond the number that is kept, however young they are', async () => {
	for (let n = 0; n < 20; n++) {
		audit.record({ what: 'settings-changed', details: { n } });
		devices.clock.advance(1);
	}
	await audit.flush();
	expect(await pruneAudit(audit, 9, 20)).toBe(0);
	expect(await pruneAudit(audit, 9, 5)).toBe(15);
	expect(await numbers()).toEqual([19, 18, 17, 16, 15]);
});
