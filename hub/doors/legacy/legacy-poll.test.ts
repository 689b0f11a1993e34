import { describe, expect, it } from 'vitest';
import { parsePoll } from './legacy-poll.ts';

const JSON_TYPE = 'application/json';

describe('a poll of older firmware', () => {
	it.each([
		['1e400', null],
		['-1e400', null],
		['3.4e38', null],
		['1e17', null],
		['NaN', null],
		['-100.1', null],
		['21.5', 21.5],
	])('with a temperature of %s is taken as %j', (temperature, taken) => {
		expect(parsePoll(`temperature=${temperature}`, '', '')).toMatchObject({ ok: true, value: { temperature: taken } });
	});

	it.each([
		['an object that is no text', '{"temperature":{"toString":1}}', 'temperature'],
		['a list', '{"humidity":[[[1]]]}', 'humidity'],
		['an object for a relay', '{"relay1":{"toString":1}}', 'relay1'],
		['U+0000', '{"relay1":"\\u0000"}', 'relay1'],
	])('with %s is refused in words, with the field', (_, body, field) => {
		expect(parsePoll('', JSON_TYPE, body)).toMatchObject({ ok: false, error: { field, message: expect.any(String) } });
	});
});
