import { expect, it } from 'vitest';
import { systemRandom } from '../../base/random.ts';
import { RECOVERY_CODES, groupedCode, makeRecoveryCodes, readTypedCode } from './typed-code.ts';

it.each([
	['123456', 'app', '123456'],
	[' 123 456\n', 'app', '123456'],
	['123\u00a0456', 'app', '123456'],
	['１２３４５６', 'app', '123456'],
	['12345', 'recovery', '12345'],
	['abcd-efgh–jkmn', 'recovery', 'ABCDEFGHJKMN'],
])('reads %j as a code of the kind %s: %s', (typed, kind, code) => {
	expect(readTypedCode(typed)).toEqual({ kind, code });
});

it('makes ten recovery codes, each another, that are read as they are shown', () => {
	const codes = makeRecoveryCodes(systemRandom);
	expect(new Set(codes).size).toBe(RECOVERY_CODES);
	for (const code of codes) {
		expect(groupedCode(code)).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/);
		expect(readTypedCode(groupedCode(code))).toEqual({ kind: 'recovery', code });
	}
});
