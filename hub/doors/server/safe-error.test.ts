import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestDevices } from '../../../test/harness/devices.ts';
import { Device } from '../../devices/entities.ts';
import { safeError } from './safe-error.ts';

let devices: TestDevices;
beforeEach(async () => {
	devices = await TestDevices.open();
	await devices.add('boiler');
});
afterEach(() => devices.close());

async function failure(act: (em: SqlEntityManager) => Promise<unknown>): Promise<Error> {
	const em = devices.options.orm.em.fork();
	return act(em).then(
		() => Promise.reject(new Error('it did not fail')),
		(error: unknown) => error as Error,
	);
}

describe('a logged error of the database', () => {
	const secret = 'secret - SQLITE_ERROR: secret - SQLITE_FULL: secret\n    at secret (/secret:1:1)';

	it.each<[string, string, (em: SqlEntityManager) => Promise<unknown>]>([
		[
			'U+0000 in a text that cuts the statement',
			'SQLITE_ERROR',
			(em) => em.nativeUpdate(Device, { id: 'boiler' }, { configError: `${secret}\u0000` }),
		],
		[
			'a number that is too large for its column',
			'SQLITE_CONSTRAINT: cannot store REAL value in INTEGER column device.claimed_at',
			(em) => em.nativeUpdate(Device, { id: 'boiler' }, { name: secret, claimedAt: 1e300 }),
		],
		[
			'a row that is there already',
			'SQLITE_CONSTRAINT: UNIQUE constraint failed: device.id',
			(em) => em.execute(`INSERT INTO device SELECT * FROM device WHERE ? <> ''`, [secret]),
		],
		['a mistake in the statement', 'SQLITE_ERROR', (em) => em.execute(`SELECT '${secret}' FRM device`)],
	])('for %s holds the reason, and neither the statement nor a value', async (_, message, act) => {
		const error = await failure(act);
		const logged = safeError(error);
		expect(logged.message).toBe(message);
		expect(logged.stack).toContain('at ');
		const all = JSON.stringify(logged).toLowerCase();
		for (const part of ['secret (', 'update `', 'insert into', "select '", 'boiler']) expect(all).not.toContain(part);
		expect(logged.message).not.toContain('secret');
	});

	it('leaves other errors and errors that are safe already as they are', () => {
		const logged = safeError(new TypeError('a bug'));
		expect(logged).toMatchObject({ type: 'TypeError', message: 'a bug' });
		expect(safeError(logged)).toBe(logged);
		expect(safeError('secret')).toMatchObject({ type: 'string' });
	});
});
