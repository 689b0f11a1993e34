import { expect, it } from 'vitest';
import { asOf, sentence, since } from './moments.ts';

const A_MONDAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 24 * 3_600_000;
const weekday = (day: number) =>
	new Intl.DateTimeFormat('pl', { weekday: 'long', timeZone: 'UTC' }).format(A_MONDAY_MS + day * DAY_MS);

it('inflects every weekday after "od", as Intl names it', () => {
	expect([0, 1, 2, 3, 4, 5, 6].map((day) => since(weekday(day)))).toEqual([
		'od poniedziałku',
		'od wtorku',
		'od środy',
		'od czwartku',
		'od piątku',
		'od soboty',
		'od niedzieli',
	]);
});

it('leaves times and dates as they are', () => {
	expect([since('18:40'), asOf('30 marca')]).toEqual(['od 18:40', 'z 30 marca']);
});

it('says "ze" before Wednesday alone', () => {
	expect([asOf('środa'), asOf('sobota')]).toEqual(['ze środy', 'z soboty']);
});

it('ends a sentence with one full stop, also after an abbreviation', () => {
	expect([sentence('Włączony od śr.'), sentence('Włączony od 18:40')]).toEqual([
		'Włączony od śr.',
		'Włączony od 18:40.',
	]);
});
