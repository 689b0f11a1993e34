import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = resolve(import.meta.dirname);
const sourceOf = (path: string) => readFileSync(join(FOLDER, path), 'utf8');
const english = [
	...readdirSync(join(FOLDER, 'en'), { recursive: true, encoding: 'utf8' }).map((path) => join('en', path)),
	'faults.ts',
]
	.filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
	.map((path) => ({ path, source: sourceOf(path) }));

describe('the sentences of the dashboard', () => {
	it('are all to be had in another language: each subject is part of Words under its own name', () => {
		const subjects = english.flatMap(({ source }) =>
			[...source.matchAll(/^export const (\w+)(?:: [^=]+)? = translatable\('(\w+)'/gm)].map(([, constant, name]) => ({
				constant,
				name,
			})),
		);
		expect(subjects.filter(({ constant, name }) => constant !== name)).toEqual([]);
		const inWords = [...sourceOf('all-words.ts').matchAll(/^\t(\w+): InAnyLanguage</gm)].map(([, name]) => name);
		expect(inWords.sort()).toEqual(subjects.map(({ name }) => name).sort());
	});

	it('are nowhere outside of a subject', () => {
		const exported = english.flatMap(({ path, source }) =>
			[...source.matchAll(/^export (?:const|function) (\w+)(?!.*translatable\()/gm)].map(
				([, name]) => `${path}: ${name}`,
			),
		);
		expect(exported).toEqual(['en/people/people-audit.ts: peopleSentences', 'faults.ts: withFaultWords']);
	});
});
