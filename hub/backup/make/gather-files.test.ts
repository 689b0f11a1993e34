import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { hubFolder, rowsOf, sql } from '../../../test/harness/backup/crafted.ts';
import { gatherFiles } from './gather-files.ts';

const BROWSER = 'a browser that nobody else has';

async function gathered(...statements: string[]): Promise<string> {
	const data = await hubFolder();
	const into = mkdtempSync(join(tmpdir(), 'mooring-gathered-'));
	onTestFinished(() => [data, into].forEach((folder) => rmSync(folder, { recursive: true })));
	await sql(join(data, 'mooring.db'), ...statements);
	await gatherFiles(data, into, false);
	return join(into, 'mooring.db');
}

it('leaves out sessions, invitations, API tokens and recovery codes, to the last byte', async () => {
	const secret = '0123456789abcdef'.repeat(4);
	const hash = 'fedcba9876543210'.repeat(4);
	const code = '0f1e2d3c4b5a6978'.repeat(4);
	const copy = await gathered(
		`UPDATE session SET user_agent = '${BROWSER}'`,
		`UPDATE invitation SET secret_hash = '${secret}'`,
		`UPDATE api_token SET hash = '${hash}'`,
		`UPDATE recovery_code SET hash = '${code}'`,
	);
	for (const table of ['session', 'invitation', 'api_token', 'recovery_code'])
		expect(await rowsOf(copy, `SELECT * FROM ${table}`)).toEqual([]);
	const bytes = readFileSync(copy).toString('latin1');
	expect(bytes).toContain('Anna');
	for (const text of [BROWSER, secret, hash, code]) expect(bytes).not.toContain(text);
	expect(await rowsOf(copy, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});

it.each(['invitation', 'api_token', 'recovery_code'])(
	'copies the database of a hub that had no table %s yet',
	async (table) => {
		const copy = await gathered(`DROP TABLE ${table}`);
		expect(await rowsOf(copy, 'SELECT name FROM user')).toEqual([{ name: 'Anna' }]);
	},
);
