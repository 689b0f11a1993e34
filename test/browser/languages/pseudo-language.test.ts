import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CATALOGUE } from '../../../hub/boards/catalogue.ts';
import { LANGUAGES } from '../../../src/lib/words/language.ts';
import { type FilledHouse, fillHouse } from './filled-house.ts';
import { textsOf, tooWide } from './looks.ts';
import { NARROW, PageWalk } from './page-walk.ts';
import { REPLACED, speakPseudo } from './pseudo-language.ts';

/** The walk through all pages takes a quarter of it on a machine that does nothing else. */
const WALK_MS = 180_000;

let filled: FilledHouse;
let page: Page;
let walk: PageWalk;

beforeAll(async () => {
	filled = await fillHouse();
	page = await filled.house.open('about:blank', undefined, { viewport: NARROW, locale: REPLACED });
	await speakPseudo(page);
	walk = new PageWalk(page);
	await start('/');
});
afterAll(() => filled?.remove());

async function start(path: string): Promise<void> {
	await page.goto(new URL(path, filled.house.hub.origin).href);
	await page.evaluate(() => (document.documentElement.dir = 'rtl'));
	await walk.settled();
}

const format = (at: number, options: Intl.DateTimeFormatOptions) =>
	new Intl.DateTimeFormat(REPLACED, { ...options, timeZone: 'UTC' }).format(at);
const dates = (['short', 'long'] as const).flatMap((style) => [
	...[1, 2, 3, 4, 5, 6, 7].map((day) => format(Date.UTC(2024, 0, day), { weekday: style })),
	...[...Array(12).keys()].map((month) => format(Date.UTC(2024, month, 1), { month: style })),
]);
/** What browsers write by themselves in the language in force, what boards are called and say, and what is a name everywhere. */
const NAMES = [
	...Object.values(LANGUAGES),
	...CATALOGUE.flatMap(({ name, pins }) => [name, ...pins.map(({ label }) => label)]),
	...dates,
	...dates.map((name) => name.slice(0, 2)),
	...['heute', 'morgen', 'gestern', 'vor', 'in', 'Sekunden', 'Minuten', 'Minute', 'um', 'Uhr'],
	...['anna', 'Mooring', 'board.zip', 'Older firmware', 'configuration 1 applied', 'virtual'],
].sort((one, other) => other.length - one.length);
/** MAC and IP addresses, codes and ids of boards, time zones, units, and the first letter of a person. */
const SIGNS = [
	/\b[\dA-F]{2}(:[\dA-F]{2})+\b/g,
	/\b[\dA-F]{4}([ -][\dA-F]{4})+\b/g,
	/\bESP_[\dA-F]+\b/g,
	/\b[A-Z]\w+\/[\w/+-]+/g,
	/\b(GPIO\d+|UTC|hPa|[kKMG]B)\b|°[CF]/g,
	/^[A-Z]$/g,
];

/** What is left of a text when all is taken away that is marked, or a name, or a sign. */
function unmarked(text: string): string {
	let rest = text;
	while (/⟦[^⟦⟧]*⟧/.test(rest)) rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
	// Signs first: a code may contain the name of a pin.
	for (const sign of SIGNS) rest = rest.replaceAll(sign, ' ');
	for (const name of NAMES) rest = rest.replaceAll(name, ' ');
	return /[A-Za-z]/.test(rest) ? text : '';
}

/** Words within a sentence were made longer twice: such a text may be too long. */
const TWICE = '⟦⟦';
const faults = async (path: string) =>
	[...(await textsOf(page)).filter(unmarked), ...(await tooWide(page)).filter((fault) => !fault.includes(TWICE))].map(
		(fault) => `${path}: ${fault}`,
	);

it(
	'every sentence of every page is from the words modules, and a layout from right to left holds',
	async () => {
		const found: string[] = [];
		for (const path of filled.pages) {
			await walk.to(path);
			found.push(...(await faults(path)));
			await walk.unfold();
			found.push(...(await faults(`${path}, unfolded`)));
		}
		expect(found).toEqual([]);
	},
	WALK_MS,
);

it('the bars stand where they do in every language, and a tile switches', async () => {
	await walk.to('/');
	const [dock, bar] = await Promise.all([
		page.locator('nav.nav').boundingBox(),
		page.locator('header.top').boundingBox(),
	]);
	expect([dock!.x, dock!.width, dock!.y + dock!.height]).toEqual([0, NARROW.width, NARROW.height]);
	expect([bar!.x, bar!.y, bar!.width]).toEqual([0, 0, NARROW.width]);
	const tile = page.getByRole('switch').first();
	const before = await tile.getAttribute('aria-checked');
	await tile.click();
	await expect.poll(() => tile.getAttribute('aria-checked')).not.toBe(before);
});

it('every sentence before the sign-in is from the words modules', async () => {
	await page.context().clearCookies();
	const found: string[] = [];
	for (const path of filled.gates) {
		await start(path);
		found.push(...(await faults(path)));
	}
	expect(found).toEqual([]);
});
