import { expect, it } from 'vitest';
import { counter, exposition, gauge } from './exposition.ts';

it('writes each family with its help, its type and its samples', () => {
	const text = exposition([
		counter('a_total', 'How often.', [
			{ labels: { how: 'well', why: 'x' }, value: 3 },
			{ labels: { how: 'badly', why: 'y' }, value: 0 },
		]),
		gauge('b_bytes', 'How much.', [{ value: 1.5e21 }]),
	]);
	expect(text).toBe(
		[
			'# HELP a_total How often.',
			'# TYPE a_total counter',
			'a_total{how="well",why="x"} 3',
			'a_total{how="badly",why="y"} 0',
			'# HELP b_bytes How much.',
			'# TYPE b_bytes gauge',
			'b_bytes 1.5e+21',
			'',
		].join('\n'),
	);
});

it('leaves out a family without samples', () => {
	expect(exposition([gauge('a', 'None yet.', [])])).toBe('');
});

it('escapes what would end a label or a line', () => {
	const labels = { text: 'a "b"\\\nc' };
	expect(exposition([gauge('a', 'One\\\ntwo.', [{ labels, value: 1 }])])).toBe(
		'# HELP a One\\\\\\ntwo.\n# TYPE a gauge\na{text="a \\"b\\"\\\\\\nc"} 1\n',
	);
});

it.each([
	[Infinity, '+Inf'],
	[-Infinity, '-Inf'],
	[NaN, 'NaN'],
	[-0.5, '-0.5'],
])('writes %s as %s', (value, text) => {
	expect(exposition([gauge('a', 'A.', [{ value }])])).toContain(`\na ${text}\n`);
});
