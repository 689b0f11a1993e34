import { StorageView } from '../../../protocol/dashboard/settings.ts';
import { ok } from '../../base/result.ts';
import type { DatabaseCheck } from '../../operation/database-check.ts';
import { measureStorage } from '../../store/upkeep/measure-storage.ts';
import { type Route, route } from '../server/route.ts';

/** `file` is the database. */
export function storageRoutes({ check, file }: { check: DatabaseCheck; file: string }): Route[] {
	return [
		route({
			method: 'GET',
			path: '/storage',
			summary: 'Size of the database, free room of its disk, and when it was checked last',
			access: 'storage.see',
			answer: { status: 200, schema: StorageView },
			async handle() {
				const { databaseBytes, logBytes, freeBytes } = await measureStorage(file);
				const json: StorageView = { bytes: databaseBytes + logBytes, freeBytes, check: check.last ?? null };
				return ok({ status: 200, json });
			},
		}),
	];
}
