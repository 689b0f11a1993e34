import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../../hub/boards/catalogue.ts';
import BoardDrawing from '../BoardDrawing.svelte';
import { placePads } from './place-pads.ts';

const gpiosIn = (svg: string) => [...svg.matchAll(/data-gpio="(\d+)"/g)].map((match) => Number(match[1]));
const sorted = (numbers: number[]) => numbers.toSorted((a, b) => a - b);

describe.each(CATALOGUE.map((board) => [board.name, board] as const))('the drawing of %s', (_, board) => {
	it('shows every pin of the catalogue once, and no other GPIO', () => {
		const { left, right } = board.drawing;
		const drawn = [...left, ...right].filter((pad) => typeof pad === 'number');
		expect(sorted(drawn)).toEqual(sorted(board.pins.map(({ gpio }) => gpio)));
		const { body } = render(BoardDrawing, { props: { board, used: new Map() } });
		expect(sorted(gpiosIn(body))).toEqual(sorted(drawn));
	});

	it('places every pad at its own position on the board', () => {
		const { pads, height } = placePads(board);
		expect(new Set(pads.map(({ x, y }) => `${x} ${y}`)).size).toBe(pads.length);
		for (const { y } of pads) expect(y).toBeLessThan(height - 8);
	});

	it('lights a used pin with its number and name, and marks boot-strapping ones', () => {
		const gpio = board.relayPins[0]!;
		const used = new Map([[gpio, { sign: '7', name: 'Circulator' }]]);
		const { body } = render(BoardDrawing, { props: { board, used } });
		expect(body.match(/class="b-glow/g)).toHaveLength(1);
		expect(body).toContain('>7</text>');
		expect(body).toContain('Circulator');
		const strapping = board.pins.filter((pin) => pin.strapping).length;
		expect(body.match(/class="b-strap\b[^"]*" cx="(98|274)"/g) ?? []).toHaveLength(strapping);
	});
});
