import { expect, it } from 'vitest';
import { inLaterTurn } from '../../../base/clock.ts';
import { OneATurn } from './one-a-turn.ts';

const nextTurn = () => new Promise<void>(inLaterTurn);

it('calls one in each turn, in their order, and those that come later as well', async () => {
	const turns = new OneATurn();
	const called: number[] = [];
	for (const n of [1, 2, 3]) turns.wait(() => void called.push(n));
	expect(called).toEqual([]);
	await nextTurn();
	expect(called).toEqual([1]);
	turns.wait(() => void called.push(4));
	await nextTurn();
	expect(called).toEqual([1, 2]);
	await nextTurn();
	await nextTurn();
	expect(called).toEqual([1, 2, 3, 4]);
	turns.wait(() => void called.push(5));
	await nextTurn();
	expect(called).toEqual([1, 2, 3, 4, 5]);
});
