import { expect, it } from 'vitest';
import { ANNA } from '../../test/harness/records.ts';
import { shownActor } from '../base/actor.ts';
import { storedActor, storedRelays } from './stored-live.ts';

const GOOD_NIGHT = { kind: 'scene', id: 's1', name: 'Good night' } as const;
const relay = (by: unknown) => ({ id: 1, on: true, cause: 'command', by, changedAt: 1 });

it.each([
	['a person', ANNA, 'Anna'],
	['a person by a scene', { ...ANNA, via: GOOD_NIGHT }, 'Anna (Good night)'],
])('reads %s who switched a relay as it was written', (_, by, shown) => {
	const [read] = storedRelays(JSON.parse(JSON.stringify([relay(by)])));
	expect(read!.by).toEqual(by);
	expect(shownActor(read!.by!)).toBe(shown);
});

it('shows who switched a relay as version 0.1.0 did', () => {
	const [read] = storedRelays([relay('Anna (Good night)')]);
	expect(read!.by).toEqual({ kind: 'person', id: null, name: 'Anna (Good night)' });
	expect(shownActor(read!.by!)).toBe('Anna (Good night)');
});

it.each([[null], [undefined], [7], [{}], [{ kind: 'person', name: 'Anna' }], [{ kind: 'person', id: 'a', name: {} }]])(
	'reads %j as nobody',
	(kept) => {
		expect(storedActor(kept)).toBeNull();
	},
);
