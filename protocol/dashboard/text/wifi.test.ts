import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Wifi } from '../shapes.ts';
import { wifiProblem } from './wifi.ts';

const FILE = join(import.meta.dirname, '../../vectors/wifi.json');
const { cases } = JSON.parse(readFileSync(FILE, 'utf8')) as {
	cases: { name: string; ssid: string; password: string; possible: boolean }[];
};

it.each(cases)('a form and the API agree with the vectors about $name', ({ ssid, password, possible }) => {
	expect(wifiProblem({ ssid, password }) === undefined).toBe(possible);
	expect(Wifi.safeParse({ ssid, password }).success).toBe(possible);
});

it('names the field that is wrong, in words', () => {
	expect(Wifi.safeParse({ ssid: 'ö'.repeat(33), password: '' }).error!.issues).toMatchObject([
		{ path: ['ssid'], message: 'At most 32 bytes: accents and emoji count for more than one.' },
	]);
	expect(Wifi.safeParse({ ssid: 'home', password: 'ö'.repeat(33) }).error!.issues).toMatchObject([
		{ path: ['password'], message: 'At most 63 bytes, or a key of 64 hex digits.' },
	]);
});
