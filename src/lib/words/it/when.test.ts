import { expect, it } from 'vitest';
import { at, since, until } from './when.ts';

it.each([
	['a time', '18:40', ['dalle 18:40', 'alle 18:40', 'fino alle 18:40']],
	['one o’clock of twelve hours', '1:30 pm', ['dall’1:30 pm', 'all’1:30 pm', 'fino all’1:30 pm']],
	['eleven o’clock', '11:05', ['dalle 11:05', 'alle 11:05', 'fino alle 11:05']],
	['a weekday', 'lunedì', ['da lunedì', 'lunedì', 'fino a lunedì']],
	['a date', '30 marzo', ['dal 30 marzo', 'il 30 marzo', 'fino al 30 marzo']],
	['a date whose number begins with a vowel', '8 marzo', ['dall’8 marzo', 'l’8 marzo', 'fino all’8 marzo']],
	['a day with its time', 'oggi 19:33', ['da oggi 19:33', 'oggi 19:33', 'fino a oggi 19:33']],
])('%s has the article it needs', (_, when, told) => {
	expect([since(when), at(when), until(when)]).toEqual(told);
});
