import { expect, it } from 'vitest';
import { ANNA, snapshot } from '../../../test/harness/network/fake-hub-socket.ts';
import { House } from './house.svelte.ts';

it('takes over a new name or another end of the person it is for', () => {
	const house = new House();
	house.takeSnapshot(snapshot(1, []));
	expect(house.user).toEqual(ANNA);
	const user = { id: 'u1', name: 'Mia', role: 'guest', until: 5 } as const;
	expect(house.apply({ type: 'user', user })).toBeUndefined();
	expect(house.user).toEqual(user);
});

it('tells whoever shows people that they have changed, until they listen no more', () => {
	const house = new House();
	let told = 0;
	const stop = house.onPeople(() => told++);
	house.apply({ type: 'people' });
	house.apply({ type: 'people' });
	stop();
	house.apply({ type: 'people' });
	expect(told).toBe(2);
});
