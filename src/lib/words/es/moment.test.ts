import { describe, expect, it } from 'vitest';
import { at, since } from './moment.ts';

describe('a moment in a Spanish sentence', () => {
	it.each([
		['18:40', 'desde las 18:40', 'a las 18:40'],
		['01:05', 'desde la 01:05', 'a la 01:05'],
		['1:05 p. m.', 'desde la 1:05 p. m.', 'a la 1:05 p. m.'],
		['11:05', 'desde las 11:05', 'a las 11:05'],
		['lunes', 'desde el lunes', 'el lunes'],
		['1 de marzo', 'desde el 1 de marzo', 'el 1 de marzo'],
	])('has the article of %s', (moment, from, when) => expect([since(moment), at(moment)]).toEqual([from, when]));
});
