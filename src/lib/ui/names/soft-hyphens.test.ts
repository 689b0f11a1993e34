import { describe, expect, it } from 'vitest';
import { SOFT_HYPHEN, withSoftHyphens } from './soft-hyphens.ts';

const shown = (name: string) => withSoftHyphens(name).replaceAll(SOFT_HYPHEN, '|');

describe('soft hyphens', () => {
	it.each([
		['Gewächshaus-Bewässerungssteuerung', 'Gewächs|haus-Bewässerungs|steuerung'],
		['Wohnzimmerbeleuchtung', 'Wohn|zimmer|beleuchtung'],
		['Außensteckdosenschalter', 'Außen|steckdosen|schalter'],
		['Schlafzimmer', 'Schlaf|zimmer'],
		['Lüftungssteuerung Bad', 'Lüftungs|steuerung Bad'],
	])('stand between the parts of a German compound: %s', (name, expected) => {
		expect(shown(name)).toBe(expected);
	});

	it('stand between syllables where no part is known', () => {
		expect(shown('Donaudampfschifffahrtsverein')).toMatch(/^Donau.*\|/);
		expect(shown('Dehumidification').split('|').length).toBeGreaterThan(1);
		expect(shown('Dehumidifier')).toBe('Dehu|midi|fier');
	});

	it.each(['Kitchen light', 'Stehlampe', 'Coffee machine', 'Extractor', '', 'Relay 1', 'ESP_5CCF7F000001'])(
		'are not needed in “%s”',
		(name) => expect(withSoftHyphens(name)).toBe(name),
	);

	it.each([
		['emoji', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦'],
		['Hebrew', 'תאורתהמטבחהגדולהמאודבבית'],
		['Arabic', 'مصباحالمطبخالكبيرجدافيالبيت'],
		['Japanese', 'リビングルームのシーリングライト'],
	])('are not put into %s', (_, name) => {
		expect(withSoftHyphens(name)).toBe(name);
	});

	it('never split a character that is made of several code points, and take nothing away', () => {
		const decomposed = 'Bewässerungssteuerungsanlagenküche'.normalize('NFD');
		const broken = withSoftHyphens(decomposed);
		expect(broken).toContain(SOFT_HYPHEN);
		expect(broken.replaceAll(SOFT_HYPHEN, '')).toBe(decomposed);
		expect(broken).not.toMatch(/\u00AD\p{M}/u);
		for (const name of ['Gartenbewässerungspumpe💧', 'x'.repeat(80), 'ǆ'.repeat(40), 'aé'.repeat(40)])
			expect(withSoftHyphens(name).replaceAll(SOFT_HYPHEN, '')).toBe(name);
	});

	it('leave at least four letters on each line', () => {
		for (const name of [
			'Bewässerungssteuerung',
			'Arbeitszimmerdeckenlampe',
			'Refrigeratorventilation',
			'aba'.repeat(20),
		])
			for (const part of shown(name).split(/[| -]/)) expect(part.length, name).toBeGreaterThanOrEqual(4);
	});
});
