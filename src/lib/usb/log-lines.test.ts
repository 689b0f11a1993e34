import { describe, expect, it } from 'vitest';
import { readable, stageOf, troubleOf } from './log-lines.ts';
import { couldIfSecure } from './web-serial.ts';

describe('a line of a board’s log', () => {
	it.each([
		['on Wi-Fi home, 192.168.1.23', 'wifi'],
		['Wi-Fi connected: 192.168.1.23', 'wifi'],
		['found the hub at 192.168.1.4:8080', 'hub'],
		['authenticated', 'hub'],
		['got a new key', 'hub'],
		['refused (4410): this key has expired', 'hub'],
		['relay 1: on', undefined],
		['connecting to Wi-Fi home', undefined],
	])('"%s" shows the stage %s', (line, stage) => expect(stageOf(line)).toBe(stage));

	it.each([
		['Wi-Fi: wrong password', 'wifi-password'],
		['Wi-Fi home not found', 'wifi-missing'],
		['This board was never provisioned: flash it with a config file of its hub.', 'no-config'],
		['authenticated', undefined],
	])('"%s" reports the trouble %s', (line, trouble) => expect(troubleOf(line)).toBe(trouble));

	it('is shown without control characters and colours, or not at all if it is noise', () => {
		expect(readable('\u001b[0;32mI (123) wifi: up\u001b[0m')).toBe('I (123) wifi: up');
		expect(readable('Zähler\tfünf')).toBe('Zähler\tfünf');
		expect(readable('\u0001\u0018rl\u0002\u001c|\u0000')).toBeUndefined();
		expect(readable('\ufffd\ufffd\u0003\u0004x')).toBeUndefined();
		expect(readable('  ')).toBeUndefined();
	});
});

it.each([
	['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36', true],
	['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0', true],
	['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', false],
	['Mozilla/5.0 (X11; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0', true],
	['Mozilla/5.0 (Android 15; Mobile; rv:151.0) Gecko/151.0 Firefox/151.0', false],
	['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15', false],
	['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36', false],
])('knows whether the browser %s would have Web Serial', (agent, could) => expect(couldIfSecure(agent)).toBe(could));
