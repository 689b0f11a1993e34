import { beforeEach, expect, it } from 'vitest';
import { ManualClock } from '../../base/manual-clock.ts';
import { RareLog } from './rare-log.ts';

const LIMITS = { windowMs: 1_000, lines: 3 };

let clock: ManualClock;
let written: [level: string, fields: object, words: string][];
let log: RareLog;

beforeEach(() => {
	clock = new ManualClock();
	written = [];
	const to = (level: string) => (fields: object, words: string) => void written.push([level, fields, words]);
	log = new RareLog(clock, { info: to('info'), warn: to('warn'), error: to('error') }, LIMITS);
});

it('writes the first line of a network at once, and how many more there were when the window ends', () => {
	for (let n = 0; n < 50; n++) log.info({ address: '10.0.0.2' }, 'refused');
	log.info({ address: '10.0.0.3' }, 'refused');
	expect(written).toEqual([
		['info', { address: '10.0.0.2' }, 'refused'],
		['info', { address: '10.0.0.3' }, 'refused'],
	]);
	clock.advance(LIMITS.windowMs);
	expect(written.slice(2)).toEqual([['info', { address: '10.0.0.2', more: 49 }, 'refused']]);
	log.info({ address: '10.0.0.2' }, 'refused');
	expect(written).toHaveLength(4);
});

it('writes one line for an IPv6 network, and another one for another failure', () => {
	for (let n = 1; n < 9; n++) log.info({ address: `fd00::${n}` }, 'refused');
	for (const bug of ['one', 'one', 'other']) log.error({ err: new Error(bug) }, 'a request failed');
	expect(written).toHaveLength(3);
});

it('limits the number of different lines, from however many networks', () => {
	for (let n = 0; n < 200; n++) log.warn({ address: `10.0.0.${n}` }, 'refused');
	expect(written).toHaveLength(LIMITS.lines);
	log.flush();
	expect(written.slice(LIMITS.lines)).toEqual([
		['warn', { more: 197 }, 'too many different lines: these were not written'],
	]);
	clock.advance(LIMITS.windowMs);
	expect(written).toHaveLength(LIMITS.lines + 1);
});
