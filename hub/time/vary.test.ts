import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { varyBy } from './vary.ts';

interface Case {
	seed: number;
	day: number;
	schedule: number;
	most: number;
	by: number;
}

const FILE = join(import.meta.dirname, '../../protocol/vectors/vary.json');
const { cases } = JSON.parse(readFileSync(FILE, 'utf8')) as { cases: Case[] };

it.each(cases)('draws $by of $most for schedule $schedule on day $day', ({ seed, day, schedule, most, by }) => {
	expect(varyBy(seed, day, schedule, most)).toBe(by);
});

it('draws every minute of its range about equally often', () => {
	const most = 30;
	const days = 6_100;
	const drawn = new Map<number, number>();
	for (let day = 0; day < days; day++) {
		const by = varyBy(12_345, day, 1, most);
		drawn.set(by, (drawn.get(by) ?? 0) + 1);
	}
	expect(drawn.size).toBe(2 * most + 1);
	const expected = days / (2 * most + 1);
	for (const times of drawn.values()) expect(Math.abs(times - expected)).toBeLessThan(expected / 2);
});
