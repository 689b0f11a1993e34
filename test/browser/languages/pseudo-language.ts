import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { english, plainTexts, translationOf } from './all-words.ts';

const CHUNKS = fileURLToPath(new URL('../../../build/dashboard/_app/immutable/chunks/', import.meta.url));
/** The language whose file is taken for it; the browser's locale must be of this language. */
export const REPLACED = 'de';

/**
 * Puts a language in the place of German that no sentence of the dashboard is written in: the English ones between marks,
 * with Hebrew letters, a third longer, from right to left. What has no marks on the screen is not from the words modules.
 */
export async function speakPseudo(page: Page): Promise<void> {
	const chunk = await builtChunk();
	await page.addInitScript(collectAndChange, Object.keys(english));
	await page.route(`**/chunks/${chunk}`, (route) =>
		route.fulfill({ contentType: 'text/javascript', body: 'export const translation = window.pseudoLanguage;' }),
	);
}

/** The name of the file that the build made of the replaced language: a translation that has one of its sentences. */
async function builtChunk(): Promise<string> {
	const sentences = plainTexts(await translationOf(REPLACED)).filter((text) => /^[\wäöüß ,.]{40,}$/i.test(text));
	const found = readdirSync(CHUNKS)
		.filter((name) => name.endsWith('.js'))
		.find((name) => {
			const code = readFileSync(CHUNKS + name, 'utf8');
			return /\bas translation\b/.test(code) && sentences.some((text) => code.includes(text));
		});
	if (!found) throw new Error(`The build has no file of ${REPLACED}. Is it up to date?`);
	return found;
}

/** Runs in the page, before its scripts. The dashboard registers its English sentences in a map, by their subjects. */
function collectAndChange(subjects: string[]): void {
	type Sentences = Record<string, unknown>;
	const names = new Set(subjects);
	const registered: Record<string, unknown> = {};
	const made: Record<string, unknown> = {};
	const changed = (value: unknown): unknown => {
		if (typeof value === 'string')
			return value.trim() === '' ? value : `⟦${value}${' שלום'.repeat(60).slice(0, Math.ceil(value.length / 3))}⟧`;
		if (typeof value === 'function')
			return (...args: unknown[]) => changed((value as (...args: unknown[]) => unknown)(...args));
		if (Array.isArray(value)) return value.map(changed);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value as Sentences).map(([key, part]) => [key, changed(part)]));
	};
	const set = Map.prototype.set;
	Map.prototype.set = function (this: Map<unknown, unknown>, key: unknown, value: unknown) {
		if (typeof key === 'string' && names.has(key) && typeof value === 'object') registered[key] ??= value;
		return set.call(this, key, value);
	};
	const pseudoLanguage = new Proxy({}, { get: (_, name: string) => (made[name] ??= changed(registered[name])) });
	Object.assign(window, { pseudoLanguage });
}
