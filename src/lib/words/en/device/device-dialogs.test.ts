import { expect, it } from 'vitest';
import type { TokensOfDevice } from '$protocol/dashboard/people/api-tokens.ts';
import { deviceDialogs } from './device-dialogs.ts';

const question = (change: Partial<Parameters<typeof deviceDialogs.remove>[2]> = {}) =>
	deviceDialogs.remove('Gate', 'Opener off', { simulated: false, legacy: false, ...change }).what;
const PHONE = { name: 'Phone', person: 'Anna', isLast: true };
const SHELF = { name: 'Shelf', person: 'Ben', isLast: false };
const tokens = (...all: TokensOfDevice['tokens']): TokensOfDevice => ({ tokens: all, more: 0 });

it('says of a device with older firmware what becomes of its token', () => {
	expect(question({ legacy: true }).map(({ title }) => title)).toContain('Its legacy token stops working at once');
	expect(question().map(({ title }) => title)).not.toContain('Its legacy token stops working at once');
});

it('says what becomes of API tokens that switch it, and nothing where there are none', () => {
	const said = (of: TokensOfDevice) => question({ tokens: of }).find(({ title }) => title.includes('API token'));
	expect(said(tokens())).toBeUndefined();
	expect(said(tokens(PHONE))).toMatchObject({
		title: 'An API token loses the relays of this device',
		text: 'Phone of Anna, which then switches nothing.',
	});
	expect(said({ ...tokens(PHONE, SHELF), more: 2 })).toMatchObject({
		title: 'API tokens lose the relays of this device',
		text: 'Phone of Anna, which then switches nothing; Shelf of Ben; and 2 more. Their other rights stay.',
	});
});
