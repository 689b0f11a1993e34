import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The wall panel runs in browsers from Chromium 95 (October 2021) on, which old tablets have. Vite's target es2022 keeps the
 * syntax at Chromium 94; what the build does not translate is looked for here.
 */
const BUILT = join(import.meta.dirname, '../build/dashboard/_app');
const SOURCES = join(import.meta.dirname, '../src');

/** Younger than Chromium 95. `AbortSignal.timeout` is asked for before it is called. */
const YOUNG_SCRIPT =
	/\bstructuredClone\(|\.findLast(?:Index)?\(|\.to(?:Sorted|Reversed|Spliced)\(|\b(?:Object|Map)\.groupBy\(|\bPromise\.withResolvers\(|\bArray\.fromAsync\(|\bAbortSignal\.any\(|\bURL\.canParse\(|\.(?:is|to)WellFormed\(/g;
/** A plan is copied only where devices are added and configured. */
const SCRIPTS_ELSEWHERE = ['structuredClone('];

/** Of these a browser that does not know them drops a whole block of rules, so no sheet has them. */
const YOUNG_SHEET =
	/@layer\b|@scope\b|@media[^{]*[(\s](?:width|height)\s*[<>]|color-mix\(|oklch\(|light-dark\(|:popover-open/g;

/** Of these it drops one declaration or rule. */
const YOUNG_STYLE = /:has\(|@container|\d(?:dvh|svh|cqi|cqw)\b|^\s*(?:translate|scale|rotate):/gm;
/** What the wall is made of, besides its own folder. */
const PARTS = [
	'lib/home/HomeTile.svelte',
	'lib/home/MovedBy.svelte',
	'lib/home/ReadingSheet.svelte',
	'lib/home/ReadingTile.svelte',
	'lib/home/RelaySheet.svelte',
	'lib/home/RelayTile.svelte',
	'lib/home/SceneParts.svelte',
	'lib/home/SceneTile.svelte',
	'lib/home/SheetPart.svelte',
	'lib/home/Tile.svelte',
	'lib/home/TileIcon.svelte',
	'lib/home/TileRoom.svelte',
	'lib/home/TileSheet.svelte',
	'lib/ui/dialog/Dialog.svelte',
	'lib/ui/dialog/DialogHead.svelte',
	'lib/ui/form/Field.svelte',
];
/** Nothing is lost without them: a press that does not shrink, a page that scrolls under a sheet, a fallback before it. */
const NOT_MISSED: Record<string, string[]> = {
	'lib/home/Tile.svelte': ['scale:'],
	'lib/home/TileRoom.svelte': ['rotate:'],
	'lib/ui/dialog/Dialog.svelte': [':has(', '0dvh'],
	// of codes that are copied by hand; the wall has none
	'lib/ui/form/Field.svelte': [':has(', '3cqi'],
};

const filesOf = (folder: string, end: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith(end))
		.map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
const found = (text: string, what: RegExp) => [...new Set([...text.matchAll(what)].map(([hit]) => hit.trim()))];

describe('in Chromium 95', () => {
	it('the scripts call nothing that it does not have', () => {
		const scripts = filesOf(BUILT, '.js');
		expect(scripts.length).toBeGreaterThan(20);
		const young = scripts.flatMap(([, script]) => found(script, YOUNG_SCRIPT));
		expect([...new Set(young)]).toEqual(SCRIPTS_ELSEWHERE);
	});

	it('no sheet has a rule around others that it does not know', () => {
		const sheets = filesOf(BUILT, '.css');
		expect(sheets.length).toBeGreaterThan(10);
		for (const [name, sheet] of sheets) expect([name, found(sheet, YOUNG_SHEET)]).toEqual([name, []]);
	});

	it('the parts of the wall miss no style that they need', () => {
		const own = filesOf(join(SOURCES, 'lib/wall'), '.svelte').map(([name]) => `lib/wall/${name}`);
		expect(own.length).toBeGreaterThan(4);
		for (const part of [...PARTS, ...own]) {
			const young = found(readFileSync(join(SOURCES, part), 'utf8'), YOUNG_STYLE);
			expect([part, young]).toEqual([part, NOT_MISSED[part] ?? []]);
		}
	});
});
