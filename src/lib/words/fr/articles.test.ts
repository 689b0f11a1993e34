import { expect, it } from 'vitest';
import { onDay, since, until } from './articles.ts';

it.each([
	['30 mars', 'depuis le 30 mars', 'jusqu’au 30 mars', 'le 30 mars'],
	['1er janvier', 'depuis le 1er janvier', 'jusqu’au 1er janvier', 'le 1er janvier'],
	['12 janv. 11:40', 'depuis le 12 janv. 11:40', 'jusqu’au 12 janv. 11:40', 'le 12 janv. 11:40'],
	['lundi', 'depuis lundi', 'jusqu’à lundi', 'lundi'],
	['07:12', 'depuis 07:12', 'jusqu’à 07:12', '07:12'],
	['7:12 PM', 'depuis 7:12 PM', 'jusqu’à 7:12 PM', '7:12 PM'],
])('gives %s an article only if it is a date', (text, from, to, on) => {
	expect([since(text), until(text), onDay(text)]).toEqual([from, to, on]);
});
