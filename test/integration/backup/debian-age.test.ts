import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Manifest } from '../../../hub/backup/archive/manifest.ts';
import { newFolder, runBackup } from '../../harness/backup/command.ts';
import { PASSPHRASE, hubFolder, restoreInto, rowsOf } from '../../harness/backup/crafted.ts';
import { age, hasAge, onTerminal } from '../../harness/backup/debian-age.ts';

const endings: (() => unknown)[] = [];
afterEach(() => endings.splice(0).forEach((end) => end()));

describe.skipIf(!hasAge())('Debian’s age', { timeout: 120_000 }, () => {
	it('opens a backup, and what it encrypts again is restored', async () => {
		const { folder, remove } = newFolder();
		endings.push(remove);
		const data = await hubFolder();
		const [file, tar, again] = ['backup.age', 'backup.tar', 'again.age'].map((name) => join(folder, name));
		expect(await runBackup(data, ['backup', file!], PASSPHRASE)).toMatchObject({ code: 0 });
		age(PASSPHRASE, '--decrypt', '--output', tar!, file!);
		execFileSync('tar', ['-xf', tar!, '-C', folder]);
		const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
		expect(manifest).toMatchObject({ program: 'mooring', format: 1 });
		const sums = manifest.files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
		writeFileSync(join(folder, 'sums'), sums);
		execFileSync('sha256sum', ['--check', '--strict', 'sums'], { cwd: folder });
		expect(readFileSync(join(folder, 'key'))).toEqual(readFileSync(join(data, 'key')));
		expect(await rowsOf(join(folder, 'mooring.db'), 'SELECT name FROM user')).toEqual([{ name: 'Anna' }]);

		age(PASSPHRASE, '--passphrase', '--output', again!, tar!);
		const read = await restoreInto(folder, readFileSync(again!));
		expect(read).toMatchObject({ ok: true, value: { manifest } });
		if (read.ok) read.value.discard();
	});

	it('refuses a backup with another passphrase', async () => {
		const { folder, remove } = newFolder();
		endings.push(remove);
		const file = join(folder, 'backup.age');
		expect(await runBackup(await hubFolder(), ['backup', file], PASSPHRASE)).toMatchObject({ code: 0 });
		expect(() => age('another passphrase', '--decrypt', '--output', join(folder, 'out'), file)).toThrow();
	});

	it('opens a backup whose passphrase was typed on a terminal, where it was not shown', async () => {
		const { folder, remove } = newFolder();
		endings.push(remove);
		const file = join(folder, 'backup.age');
		const program = join(import.meta.dirname, '../../../dist/cli.js');
		const env = { MOORING_DATA: await hubFolder(), MOORING_BACKUP_PASSPHRASE: '' };
		const shown = onTerminal(PASSPHRASE, [process.execPath, program, 'backup', file], env);
		expect(shown).toContain('The same passphrase again: ');
		expect(shown).toContain('is written');
		expect(shown).not.toContain(PASSPHRASE);
		age(PASSPHRASE, '--decrypt', '--output', join(folder, 'backup.tar'), file);
	});
});
