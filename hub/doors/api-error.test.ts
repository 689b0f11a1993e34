import { expect, it } from 'vitest';
import type { ZodType } from 'zod';
import { SetUp, SignIn } from '../../protocol/dashboard/people/accounts.ts';
import { LIMITS } from '../../protocol/dashboard/limits.ts';
import { Wifi } from '../../protocol/dashboard/shapes.ts';
import { schemaError } from './api-error.ts';

const refused = (schema: ZodType, body: unknown) => schemaError(schema.safeParse(body).error!);

it('a form that leaves something out is answered with a code, a sentence and its field', () => {
	const error = { code: 'bad-request', fault: 'user-name-needed', field: 'name', message: 'A user name is needed.' };
	expect(refused(SignIn, { name: '', password: 'x' })).toEqual(error);
	expect(refused(SetUp, { code: 'x', name: '\u200b', password: 'correct horse' })).toEqual(error);
});

it('what the sentence speaks of comes with it, so that it can be said in another language', () => {
	expect(refused(SetUp, { code: 'x', name: 'anna', password: 'short' })).toMatchObject({
		fault: 'too-short',
		params: { least: LIMITS.passwordMin },
		field: 'password',
	});
	expect(refused(Wifi, { ssid: 'x'.repeat(33), password: '' })).toEqual({
		code: 'bad-request',
		fault: 'wifi-name-too-long',
		params: { most: 32 },
		field: 'ssid',
		message: 'At most 32 bytes: accents and emoji count for more than one.',
	});
});

it('a body of another shape has the schema’s own sentence alone', () => {
	const error = refused(SignIn, { name: 7 });
	expect(error).toMatchObject({ code: 'bad-request', field: 'name' });
	expect(error.fault).toBeUndefined();
});
