import { describe, expect, it } from 'vitest';
import { degreesOf, pairOf } from './degrees.ts';

describe('degrees, as maps write them', () => {
	it.each([
		['52.5', 52.5],
		['0.0000001', 0],
		[' 52,5 ', 52.5],
		['52', 52],
		['−33,87', -33.87],
		['–33.87', -33.87],
		['52.5°', 52.5],
		['-52.5 °', -52.5],
		['52.5° N', 52.5],
		['52,5°n', 52.5],
		['52.5N', 52.5],
		['N 52.5°', 52.5],
		['33.87° S', -33.87],
		['S33.87', -33.87],
		['52° 31′ 12″ N', 52.52],
		[`52°31'12"N`, 52.52],
		["52° 31’ 12'' N", 52.52],
		['52° 30′ S', -52.5],
		['52°31′12,5″', 52.520139],
	])('“%s” is a latitude', (text, degrees) => expect(degreesOf(text, 'NS')).toBe(degrees));

	it.each([
		['13.405° E', 13.405],
		['151° 12′ W', -151.2],
		['W 0,1278', -0.1278],
	])('“%s” is a longitude', (text, degrees) => expect(degreesOf(text, 'EW')).toBe(degrees));

	it.each([
		'',
		'°',
		'N',
		'north',
		'1e3',
		'--1',
		'.5',
		'52.5° E',
		'-52.5 S',
		'N 52.5 N',
		'52.5° 30′',
		'52° 60′',
		'52 31',
		'52.5 13.4',
	])('“%s” is no latitude', (text) => expect(degreesOf(text, 'NS')).toBeNaN());
});

describe('both numbers in one text, as maps copy them', () => {
	it.each([
		['52.5200, 13.4050', ['52.5200', '13.4050']],
		[' 52.52,13.405 ', ['52.52', '13.405']],
		['52,52, 13,40', ['52,52', '13,40']],
		['-33.86 151.2', ['-33.86', '151.2']],
		['52° 31′ 12″ N, 13° 24′ 18″ E', ['52° 31′ 12″ N', '13° 24′ 18″ E']],
		[`52°31'12"N 13°24'18"E`, [`52°31'12"N`, `13°24'18"E`]],
	])('“%s” has them', (text, pair) => expect(pairOf(text)).toEqual(pair));

	it.each(['', '52.5', '52,5', '52° 31′ 12″ N', '13.4° E, 52.5° N', '1 2 3', 'Berlin, Germany'])(
		'“%s” has them not',
		(text) => expect(pairOf(text)).toBeUndefined(),
	);
});
