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

it('leaves out sessions, invitations and recovery codes, to the last byte', async () => {
	const secret = '0123456789abcdef'.repeat(4);
	const copy = await gathered(
		`UPDATE session SET user_agent = '${BROWSER}'`,
		`UPDATE invitation SET secret_hash = '${secret}'`,
		`UPDATE recovery_code SET hash = '${secret}'`,
	);
	for (const table of ['session', 'invitation', 'recovery_code'])
		expect(await rowsOf(copy, `SELECT * FROM ${table}`)).toEqual([]);
	const bytes = readFileSync(copy).toString('latin1');
	expect(bytes).toContain('Anna');
	for (const text of [BROWSER, secret]) expect(bytes).not.toContain(text);
	expect(await rowsOf(copy, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});

it('copies the database of a hub that had no invitations yet', async () => {
	const copy = await gathered('DROP TABLE invitation');
	expect(await rowsOf(copy, 'SELECT name FROM user')).toEqual([{ name: 'Anna' }]);
});
