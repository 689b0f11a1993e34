import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

const KINDS = ['hub-killed', 'network'];

it.each([
	[['--only', 'earthquake'], 'There is no kind of fault "earthquake": hub-killed, network.'],
	[['--minutes', '0'], '--minutes must be a number up to 1440.'],
	[['--minutes', 'long'], '--minutes must be a number up to 1440.'],
	[['--seed', '-1'], expect.stringContaining('--seed')],
	[['--at-once', '9'], '--at-once must be a whole number from 1 to 8.'],
	[['--forever'], expect.stringContaining('--forever')],
])('refuses %j in words', (args, words) => {
	expect(readOptions(args, KINDS)).toEqual(words);
});

it('takes the kinds, the time and the seed that it is told', () => {
	const told = ['--only', 'network, hub-killed', '--minutes', '0.5', '--seed', '42', '--at-once', '1'];
	const options = { only: ['network', 'hub-killed'], minutes: 0.5, seed: 42, atOnce: 1, help: false };
	expect(readOptions(told, KINDS)).toEqual(options);
});

it('chooses a seed where it is told none', () => {
	const options = readOptions([], KINDS);
	expect(options).toEqual({ only: [], minutes: 5, seed: expect.any(Number), atOnce: 2, help: false });
});
