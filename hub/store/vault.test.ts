import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../base/random.ts';
import { Vault, openVault } from './vault.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function paths() {
	const folder = mkdtempSync(join(tmpdir(), 'mooring-vault-'));
	folders.push(folder);
	return { keyFile: join(folder, 'key'), databaseFile: join(folder, 'mooring.db'), random: systemRandom };
}

describe('Vault', () => {
	const vault = new Vault(systemRandom.bytes(32), systemRandom);
	const secret = Buffer.from('0123456789abcdef');

	it('opens what it sealed, and seals the same secret differently every time', () => {
		const sealed = vault.seal(secret, 'a');
		expect(vault.open(sealed, 'a')).toEqual(secret);
		expect(vault.seal(secret, 'a')).not.toEqual(sealed);
		expect(sealed.includes(secret)).toBe(false);
	});

	it('refuses a value with any one byte changed', () => {
		const sealed = vault.seal(secret, 'a');
		for (let i = 1; i < sealed.length; i++) {
			const changed = Buffer.from(sealed);
			changed[i]! ^= 1;
			expect(() => vault.open(changed, 'a'), `byte ${i}`).toThrow();
		}
	});

	it('refuses a value that is used for another purpose', () => {
		expect(() => vault.open(vault.seal(secret, 'a'), 'b')).toThrow();
	});
});

describe('openVault', () => {
	it('makes a key file that only its owner may read, and opens it again', () => {
		const at = paths();
		const first = openVault(at);
		expect(statSync(at.keyFile).mode & 0o777).toBe(0o600);
		const again = openVault(at);
		if (!first.ok || !again.ok) throw new Error('not opened');
		expect(again.value.open(first.value.seal(Buffer.from('x'), 'p'), 'p').toString()).toBe('x');
	});

	it('refuses a database whose key file is missing instead of making a new key', () => {
		const at = paths();
		writeFileSync(at.databaseFile, 'anything');
		const opened = openVault(at);
		expect(opened).toMatchObject({ ok: false, error: { kind: 'key-file' } });
	});

	it('refuses a damaged key file', () => {
		const at = paths();
		writeFileSync(at.keyFile, 'short\n');
		expect(openVault(at)).toMatchObject({ ok: false, error: { kind: 'key-file' } });
	});
});
