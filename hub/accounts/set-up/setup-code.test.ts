import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../../base/random.ts';
import { SetupCode } from './setup-code.ts';

let folder: string;
let file: string;
let code: SetupCode;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'mooring-code-'));
	file = join(folder, 'setup-code');
	code = new SetupCode(file, systemRandom);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('SetupCode', () => {
	it('has no characters that look alike, in a file that only its owner can read', () => {
		expect(code.offer()).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
		expect(statSync(file).mode & 0o777).toBe(0o600);
	});

	it('survives a restart', () => {
		const first = code.offer();
		expect(new SetupCode(file, systemRandom).offer()).toBe(first);
		expect(readFileSync(file, 'utf8').trim()).toBe(first);
	});

	it('is accepted in any case, with or without dash and blanks', () => {
		const text = code.offer();
		for (const typed of [text, text.toLowerCase(), text.replace('-', ''), ` ${text.replace('-', ' ')} `])
			expect(code.matches(typed), typed).toBe(true);
	});

	it('rejects everything else', () => {
		const text = code.offer();
		const other = text.slice(0, -1) + (text.endsWith('2') ? '3' : '2');
		for (const typed of ['', '-', other, text.slice(1), text + text, 'ÄÄÄÄÄÄÄÄ'])
			expect(code.matches(typed)).toBe(false);
	});

	it('is deleted when it is spent, and then nothing matches', () => {
		const text = code.offer();
		code.spend();
		expect(existsSync(file)).toBe(false);
		expect(code.current()).toBeUndefined();
		expect(code.matches(text)).toBe(false);
		expect(code.matches('')).toBe(false);
	});

	it('a damaged file is replaced, never accepted', () => {
		writeFileSync(file, 'x\n');
		expect(code.matches('x')).toBe(false);
		expect(code.offer()).toHaveLength(9);
	});
});
