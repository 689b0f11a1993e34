import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { CATALOGUE } from '../../../hub/boards/catalogue.ts';
import type { Language } from '../../../src/lib/words/language.ts';
import { violations } from '../harness/axe.ts';
import { english, plainTexts, translated, translationOf } from './all-words.ts';
import { type FilledHouse, fillHouse } from './filled-house.ts';
import { cutStates, textsOf, tooWide } from './looks.ts';
import { NARROW, PageWalk } from './page-walk.ts';

/** The languages in which axe looks at every page; in the others at the three that are used most. */
const LONG = 'de';
const MOST_USED = 3;
/** The walk through all pages takes a quarter of it on a machine that does nothing else. */
const WALK_MS = 180_000;
const BOARDS = new Set(CATALOGUE.map(({ name }) => name));
/** Words that are English and nothing else. */
const ENGLISH_WORDS = /\b(the|your|and|with|this|which|from)\b/i;

/** Sentences of English that this language says in another way. */
async function englishBut(language: Language): Promise<Set<string>> {
	// The page's texts have plain spaces only.
	const own = new Set(plainTexts(await translationOf(language)).map((text) => text.replaceAll(/\s+/g, ' ')));
	return new Set(plainTexts(english).filter((text) => /[a-z]{3}/i.test(text) && !own.has(text)));
}

/** English on the page, apart from the names of boards that can be bought. */
async function englishOn(page: Page, left: ReadonlySet<string>): Promise<string[]> {
	const texts = (await textsOf(page)).filter((text) => !BOARDS.has(text));
	return texts.filter((text) => left.has(text) || ENGLISH_WORDS.test(text));
}

describe.each(translated)('in %s on a phone of 360 px', (language) => {
	let filled: FilledHouse;
	let page: Page;
	let walk: PageWalk;
	let left: Set<string>;

	beforeAll(async () => {
		filled = await sharedHouse();
		left = await englishBut(language);
		page = await filled.house.open('/', undefined, { viewport: NARROW, locale: language });
		walk = new PageWalk(page);
		await walk.settled();
	});
	afterAll(() => page?.context().close());

	const faults = async (path: string, withAxe: boolean) => {
		const found = [...(await englishOn(page, left)), ...(await tooWide(page)), ...(await cutStates(page))];
		if (withAxe) found.push(...(await violations(page)));
		return found.map((fault) => `${path}: ${fault}`);
	};

	it(
		'every page fits, has no English left, and axe is silent',
		async () => {
			expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
			const found: string[] = [];
			for (const [at, path] of filled.pages.entries()) {
				await walk.to(path);
				found.push(...(await faults(path, language === LONG || at < MOST_USED)));
				await walk.unfold();
				found.push(...(await faults(`${path}, unfolded`, false)));
			}
			expect(found).toEqual([]);
		},
		WALK_MS,
	);

	it('so do the sheets of tiles', async () => {
		await walk.to('/');
		const found: string[] = [];
		for (const more of await page.locator('.tile__more').all()) {
			await more.press('Enter');
			await page.getByRole('dialog').waitFor();
			await walk.settled();
			found.push(...(await faults('sheet', false)));
			await page.keyboard.press('Escape');
			await page.getByRole('dialog').waitFor({ state: 'detached' });
		}
		expect(found).toEqual([]);
	});

	it('so do the steps of the wizard', async () => {
		await walk.to('/add');
		const found: string[] = [];
		await page.locator('form input').first().fill('Σοφίτα');
		for (let step = 0; step < 5; step++) {
			found.push(...(await faults(`step ${step}`, false)));
			await page.locator('form .btn--go').click();
			await walk.settled();
		}
		expect(found).toEqual([]);
	});
});

describe.each(translated)('in %s before the sign-in', (language) => {
	it('every page fits and has no English left', async () => {
		const filled = await sharedHouse();
		const left = await englishBut(language);
		const page = await filled.house.open('about:blank', null, { viewport: NARROW, locale: language });
		const walk = new PageWalk(page);
		const found: string[] = [];
		for (const path of filled.gates) {
			await page.goto(path);
			await walk.settled();
			found.push(...(await englishOn(page, left)), ...(await tooWide(page)));
		}
		await page.context().close();
		expect(found).toEqual([]);
	});
});

let shared: Promise<FilledHouse> | undefined;
const sharedHouse = () => (shared ??= fillHouse());
afterAll(async () => (await shared)?.remove());
