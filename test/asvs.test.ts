import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const ASVS = 'docs/security/asvs.md';
const PAGES = ['SECURITY.md', ASVS, 'docs/security/inventory.md'];

/** How many items of levels 1 and 2 each section of ASVS 5.0.0 has; they are its first ones. */
const SECTIONS: Record<string, number> = {
	...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
	...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
	...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
	...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
	...{ '9.1': 3, '9.2': 4, '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1, '12.1': 3, '12.2': 2 },
	...{ '12.3': 4, '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3 },
	...{ '15.3': 7, '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
};
/** Chapters that do not apply as a whole. */
const CHAPTERS = ['V10', 'V17'];

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The paths that a text names in code, from the root of the project. */
function pathsIn(text: string): string[] {
	const codes = [...text.replace(/^ *```[\s\S]*?^ *```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);
	return codes.filter((code) =>
		/^[\w.]+(\/[\w.[\]-]+)+$|^(Dockerfile|\.dockerignore|[\w.-]+\.(js|json|md|ts))$/.test(code),
	);
}

/** Every line about one item: its number, how it is answered, and the words. */
function items(): { number: string; state: string; words: string }[] {
	const lines = read(ASVS).matchAll(/^- \*\*([\d.]+)\*\* (\w+): ([^\n]*(?:\n {2}[^\n]*)*)/gm);
	return [...lines].map(([, number, state, words]) => ({ number: number!, state: state!, words: words! }));
}

describe.each(PAGES)('%s', (page) => {
	it('names only files that are there', () => {
		const paths = pathsIn(read(page));
		expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
	});
});

describe(ASVS, () => {
	it('has every item of levels 1 and 2 once, or says why it does not apply', () => {
		const wanted = Object.entries(SECTIONS).flatMap(([section, count]) =>
			Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
		);
		const groups = [...read(ASVS).matchAll(/^- \*\*([^*]+)\*\*: \S/gm)].flatMap(([, group]) => group!.split(', '));
		const told = [...items().map(({ number }) => number), ...groups];
		expect(told.toSorted()).toEqual([...wanted, ...CHAPTERS].sort());
	});

	it('answers each in one of three ways, by a file where there is an answer', () => {
		const vague = items().filter(({ state, words }) => state !== 'no' && pathsIn(words).length === 0);
		expect(vague).toEqual([]);
		expect(new Set(items().map(({ state }) => state))).toEqual(new Set(['yes', 'partly', 'no']));
	});
});

it('finds a file in words, and nothing in addresses, settings and blocks of code', () => {
	const text =
		'See `hub/base/a-b.ts`, `Dockerfile` and `package.json`.\n\n```sh\ncat `gone/file`\n```\n`/device` `MOORING_PORT` `npm ci`';
	expect(pathsIn(text)).toEqual(['hub/base/a-b.ts', 'Dockerfile', 'package.json']);
});

it('no page of the dashboard inserts text as HTML', () => {
	const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
		/\.(svelte|ts)$/.test(path),
	);
	expect(sources.length).toBeGreaterThan(100);
	const inserts = /\{@html|innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc/;
	expect(sources.filter((path) => inserts.test(read(join('src', path))))).toEqual([]);
});
