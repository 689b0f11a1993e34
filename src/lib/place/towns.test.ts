import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ianaName } from '../../../hub/time/iana-zone.ts';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { countryName } from '../words/format/country.ts';
import { loadTowns } from './load-towns.ts';
import { type FoundTown, type TownRow, Towns } from './towns.ts';

const MOST = 8;
/** Bytes of the list, gzip. It is loaded only with the first search, but an old phone has to read it. */
const LIST_BYTES = 100_000;
const FILE = join(import.meta.dirname, 'towns.json');

let towns: Towns;
beforeAll(async () => void (towns = await loadTowns()));

const search = (text: string, zone = 'UTC') => towns.like(text, zone, MOST);
const named = ({ name, country }: FoundTown) => `${name} ${country}`;
const first = (text: string, zone?: string) => search(text, zone).map(named)[0];

describe('a search for a town', () => {
	it.each([
		['Zurich', 'Zürich CH'],
		['ZÜRICH', 'Zürich CH'],
		['Zuerich', 'Zürich CH'],
		['Munchen', 'München DE'],
		['München', 'München DE'],
		['Muenchen', 'München DE'],
		['Munich', 'Munich DE'],
		['wien', 'Wien AT'],
		['Kobenhavn', 'København DK'],
		['Lodz', 'Łódź PL'],
		['東京', '東京 JP'],
		['Москва', 'Москва RU'],
		['sao paulo', 'São Paulo BR'],
		['new york', 'New York City, NY US'],
		['springfield il', 'Springfield, IL US'],
		['frankfurt', 'Frankfurt DE'],
		['st gallen', 'St. Gallen CH'],
	])('“%s” finds %s', (text, town) => expect(first(text)).toBe(town));

	it('takes the country into account, in words', () => {
		expect(first('valencia')).toBe('Valencia VE');
		expect(first('valencia spain')).toBe('Valencia ES');
		expect(search('spain').map(named)).toEqual(['Port of Spain TT']);
	});

	it('puts the towns of the hub’s time zone before larger ones elsewhere', () => {
		expect(first('valencia', 'Europe/Madrid')).toBe('Valencia ES');
		expect(first('', 'Europe/Zurich')).toBe('Zürich CH');
	});

	it('finds nothing for what is no town, and no more than was asked for', () => {
		expect(search('qqqq')).toEqual([]);
		expect(search('%^&*')).toEqual([]);
		expect(search('san')).toHaveLength(MOST);
	});

	it('finds the largest of the zone before anything is typed, and none for signs and blanks that are no name', () => {
		expect(first('', 'Europe/Berlin')).toBe('Berlin DE');
		for (const signs of ['😀', '🏠🏠', '   😀 ', '…', ' ', '   ']) expect(search(signs, 'Europe/Berlin')).toEqual([]);
	});

	it('gives the place with two decimals, and the zone there', () => {
		expect(search('Zurich')[0]).toMatchObject({ latitude: 47.37, longitude: 8.55, zone: 'Europe/Zurich' });
		expect(search('Sydney')[0]).toMatchObject({ latitude: -33.87, longitude: 151.21 });
	});

	it('reads towns with a state', () => {
		const row: TownRow = ['US-IL', 'America/Chicago', 'Springfield/Spring|Joliet', '3980 4153', '-8964 -8808', '16 17'];
		const found = new Towns([row], countryName).like('joliet', 'UTC', MOST);
		expect(found).toEqual([
			{
				name: 'Joliet, IL',
				names: ['Joliet, IL'],
				country: 'US',
				zone: 'America/Chicago',
				latitude: 41.53,
				longitude: -88.08,
				size: 17,
			},
		]);
	});
});

describe('the list of towns', () => {
	const { rows } = JSON.parse(readFileSync(FILE, 'utf8')) as { rows: string[][] };

	it('is small enough for an old phone, and names GeoNames', () => {
		expect(gzipSync(readFileSync(FILE), { level: 9 }).length).toBeLessThanOrEqual(LIST_BYTES);
		expect(readFileSync(FILE, 'utf8')).toContain('GeoNames (geonames.org), CC BY 4.0');
	});

	it('has whole columns, places on earth, zones that the hub knows, and names that it stores', () => {
		for (const [place, zone, names, ...columns] of rows) {
			const count = names!.split('|').length;
			expect(place).toMatch(/^[A-Z]{2}(-[A-Z]{2})?$/);
			expect(ianaName(zone!), zone).toBeDefined();
			for (const name of names!.split(/[|/]/)) expect(name.length).toBeLessThanOrEqual(LIMITS.townLength - 4);
			const [north, east, sizes] = columns.map((column) => column.split(' ').map(Number));
			expect([north!.length, east!.length, sizes!.length]).toEqual([count, count, count]);
			expect(north!.every((value) => Number.isInteger(value) && Math.abs(value) <= 9_000)).toBe(true);
			expect(east!.every((value) => Number.isInteger(value) && Math.abs(value) <= 18_000)).toBe(true);
		}
	});
});
