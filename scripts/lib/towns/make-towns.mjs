import { OTHER_NAMES } from './other-names.mjs';
import { PACKAGE } from './package.mjs';

export const TOWNS_FILE = 'src/lib/place/towns.json';

/** All towns of this size are in the list. */
const LARGE_PEOPLE = 400_000;
/** The largest towns of every country are too, from this size on, and capitals and those with other names of any size. */
const OF_COUNTRY = 88;
const TOWN_PEOPLE = 20_000;
/** Beyond that a town is taken if no town of the list is this near, so that everybody finds one in their region. */
const APART_KM = 80;
const LONELY_PEOPLE = 30_000;
/** GeoNames' codes of what is no town of its own: parts of towns, and what was abandoned, destroyed, or is historical. */
const NO_TOWN = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH', 'PPLR', 'PPLL', 'PPLF', 'STLMT']);
const CAPITAL = 'PPLC';
/** Only there do people know a region by GeoNames' code for it, and many towns have the same name. */
const WITH_REGION = 'US';
const EARTH_KM = 6_371;

/**
 * The list of towns: one row for each country (or state) and zone, with its towns as columns, which compress better. Towns
 * stand by size; coordinates are hundredths of a degree, sizes powers of two.
 */
export function makeTowns(table) {
	const groups = new Map();
	for (const town of chosen(readTable(table))) {
		const key = `${town.place} ${town.zone}`;
		groups.set(key, [...(groups.get(key) ?? []), town]);
	}
	const rows = [...groups]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, towns]) => {
			const column = (of) => towns.map(of).join(' ');
			return JSON.stringify([
				...key.split(' '),
				towns.map(({ names }) => names.join('/')).join('|'),
				column(({ latitude }) => Math.round(latitude * 100)),
				column(({ longitude }) => Math.round(longitude * 100)),
				column(({ size }) => size),
			]);
		});
	const from = `GeoNames (geonames.org), CC BY 4.0, from the npm package ${PACKAGE}`;
	return `{"from":${JSON.stringify(from)},"rows":[\n${rows.join(',\n')}\n]}\n`;
}

/** GeoNames' columns: https://download.geonames.org/export/dump/readme.txt */
function readTable(table) {
	return table
		.trimEnd()
		.split('\n')
		.map((line) => line.split('\t'))
		.filter((columns) => !NO_TOWN.has(columns[7]))
		.map((columns) => {
			const [name, others, country, people] = [columns[1], columns[3], columns[8], Number(columns[14])];
			return {
				country,
				others,
				people,
				names: name.split(/\s*[/|]\s*/),
				place: country === WITH_REGION ? `${country}-${columns[10]}` : country,
				latitude: Number(columns[4]),
				longitude: Number(columns[5]),
				zone: columns[17],
				size: Math.floor(Math.log2(Math.max(people, 1))),
				capital: columns[7] === CAPITAL,
			};
		})
		.sort((a, b) => b.people - a.people || (a.names[0] < b.names[0] ? -1 : 1));
}

function chosen(towns) {
	const counts = new Map();
	const squares = new Map();
	const list = towns.filter((town) => {
		const { country, people, capital } = town;
		const count = counts.get(country) ?? 0;
		const taken =
			capital ||
			OTHER_NAMES[country]?.[town.names[0]] !== undefined ||
			people >= LARGE_PEOPLE ||
			(people >= TOWN_PEOPLE && count < OF_COUNTRY) ||
			(people >= LONELY_PEOPLE && !hasNeighbour(squares, town));
		if (!taken) return false;
		counts.set(country, count + 1);
		const square = squareOf(town);
		squares.set(square, [...(squares.get(square) ?? []), town]);
		return true;
	});
	for (const [country, names] of Object.entries(OTHER_NAMES))
		for (const [name, others] of Object.entries(names)) addNames(list, country, name, others);
	return list;
}

function addNames(list, country, name, others) {
	const town = list.find((town) => town.country === country && town.names[0] === name);
	if (!town) throw new Error(`There is no ${name} in ${country}.`);
	const known = town.others.split(',');
	for (const other of others) if (!known.includes(other)) throw new Error(`GeoNames does not call ${name} ${other}.`);
	town.names.push(...others);
}

/** One degree each way holds all neighbours: of longitude two, which are still wide enough at 60°. */
function hasNeighbour(squares, town) {
	for (let north = -1; north <= 1; north++)
		for (let east = -2; east <= 2; east++) {
			const near = squares.get(squareOf(town, north, east)) ?? [];
			if (near.some((other) => kilometres(town, other) < APART_KM)) return true;
		}
	return false;
}

function squareOf({ latitude, longitude }, north = 0, east = 0) {
	return `${Math.floor(latitude) + north} ${Math.floor(longitude) + east}`;
}

/** On a flat map, which is right within a few metres at these distances. */
function kilometres(a, b) {
	const radians = Math.PI / 180;
	const x = (b.longitude - a.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians);
	return Math.hypot(x, (b.latitude - a.latitude) * radians) * EARTH_KM;
}
