import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from './language.ts';

type Sentences = Record<string, unknown>;

const ENGLISH = import.meta.glob<Sentences>(['./en/**/*.ts', './faults.ts', '!**/*.test.ts'], { eager: true });
const OTHERS = import.meta.glob<{ translation: Sentences }>('./*/index.ts');
const SOURCES = import.meta.glob<string>(['./*/**/*.ts', './faults.ts', '!./format/**', '!**/*.test.ts'], {
	eager: true,
	query: '?raw',
	import: 'default',
});

/** What is registered by `translatable`; parts that are exported for another subject are in that one too. */
const subjects = new Set(
	Object.values(SOURCES).flatMap((source) => [...source.matchAll(/translatable\('(\w+)'/g)].map(([, name]) => name!)),
);
const english: Sentences = Object.fromEntries(
	Object.values(ENGLISH).flatMap((module) => Object.entries(module).filter(([name]) => subjects.has(name))),
);
const fileOf = (code: Language) => `./${code}/index.ts`;
const translated = (Object.keys(LANGUAGES) as Language[]).filter((code) => fileOf(code) in OTHERS);
/** Whole numbers with all forms that a household needs; French has one for millions besides. */
const COUNTS = [0, 1, 2, 5, 12, 22];

/** Every text and function, with its path: "homeWords.tile.on". */
function* leaves(words: unknown, path = ''): Generator<[path: string, leaf: unknown]> {
	if (typeof words === 'object' && words !== null)
		for (const [key, part] of Object.entries(words)) yield* leaves(part, path ? `${path}.${key}` : key);
	else yield [path, words];
}

function at(words: unknown, path: string): unknown {
	return path.split('.').reduce<unknown>((part, key) => (part as Sentences | undefined)?.[key], words);
}

/** Everything that a call says, as one text; undefined: these arguments are not what it takes. */
function said(call: unknown, args: unknown[]): string | undefined {
	try {
		const result = JSON.stringify((call as (...args: unknown[]) => unknown)(...args));
		return /undefined|NaN|null|Infinity|\[object/.test(result ?? 'undefined') ? undefined : result;
	} catch {
		return undefined;
	}
}

/** A name that no sentence holds. */
const marker = (at: number) => `Qx${at}z`;

/** The positions of arguments that stand in what English says as they were given. */
function usedIn(english: (...args: unknown[]) => unknown): { args: unknown[]; used: string[] }[] {
	const places = [0, 1, 2, 3];
	const kinds = [
		(at: number) => marker(at),
		(at: number) => 701 + at,
		(at: number) => (at % 2 ? marker(at) : 701 + at),
	];
	return kinds.flatMap((kind) => {
		const args = places.map(kind);
		const text = said(english, args);
		const used = args.map(String).filter((arg) => text?.includes(arg));
		return text !== undefined && used.length > 0 ? [{ args, used }] : [];
	});
}

describe.each(translated)('%s', async (language) => {
	const { translation } = await OTHERS[fileOf(language)]!();

	it('has every sentence of English, none of them empty where English is not', () => {
		const missing = [...leaves(english)].filter(([path, leaf]) => {
			const other = at(translation, path);
			return typeof other !== typeof leaf || (other === '' && leaf !== '');
		});
		expect(missing.map(([path]) => path)).toEqual([]);
	});

	it('has no straight quotes and no three dots', () => {
		const plain = [...leaves(translation)].filter(([, leaf]) => typeof leaf === 'string' && /["']|\.\.\./.test(leaf));
		expect(plain).toEqual([]);
	});

	it('names what English names', () => {
		const lost: string[] = [];
		for (const [path, leaf] of leaves(english)) {
			const other = at(translation, path);
			if (typeof leaf !== 'function' || typeof other !== 'function') continue;
			for (const { args, used } of usedIn(leaf as () => unknown)) {
				const text = said(other, args);
				if (text === undefined) continue; // numbers where it takes texts, or the reverse
				lost.push(...used.filter((arg) => !text.includes(arg)).map((arg) => `${path}(${args.join(', ')}): ${arg}`));
			}
		}
		expect(lost).toEqual([]);
	});

	it('has a word for each number that it tells apart', () => {
		const rules = new Intl.PluralRules(language);
		const needed = [...new Set(COUNTS.map((count) => rules.select(count)))];
		const lacking: string[] = [];
		for (const [file, source] of Object.entries(SOURCES).filter(([path]) => path.startsWith(`./${language}/`)))
			for (const [forms] of source.matchAll(/\{[^{}]*\bother:[^{}]*\}/g))
				if (/\b(one|few|many|two|zero):/.test(forms))
					lacking.push(
						...needed.filter((form) => !forms.includes(`${form}:`)).map((form) => `${file}: ${form} of ${forms}`),
					);
		expect(lacking).toEqual([]);
	});
});
