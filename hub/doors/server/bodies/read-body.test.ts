import { describe, expect, it } from 'vitest';
import { Wifi } from '../../../../protocol/dashboard/shapes.ts';
import { parseBody } from './read-body.ts';

const parse = (ssid: string) => parseBody(Wifi, Buffer.from(`{"ssid":"${ssid}","password":""}`), 'application/json');

describe('a body', () => {
	it.each(['\\u0000', '\\ud800x', 'x\\uDC00'])(
		'with the text %s is refused: the database would keep another',
		(text) => {
			expect(parse(text)).toMatchObject({ ok: false, error: { status: 400, error: { fault: 'broken-text' } } });
		},
	);

	it('with a character that JSON writes as two halves is taken', () => {
		expect(parse('\\ud83d\\ude00')).toMatchObject({ value: { ssid: '\u{1F600}' } });
	});
});
