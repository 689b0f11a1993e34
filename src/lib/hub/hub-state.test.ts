import { expect, it } from 'vitest';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import { NO_PREFERENCES } from '../../../protocol/dashboard/people/no-preferences.ts';
import { ANNA, snapshot } from '../../../test/harness/network/fake-hub-socket.ts';
import { HubState } from './hub-state.svelte.ts';

it('takes over a new name or another end of the person it is for', () => {
	const state = new HubState();
	state.takeSnapshot(snapshot(1, []));
	expect(state.user).toEqual(ANNA);
	const user = { id: 'u1', name: 'Mia', role: 'guest', until: 5 } as const;
	expect(state.apply({ type: 'user', user })).toBeUndefined();
	expect(state.user).toEqual(user);
});

it('has the Home of the snapshot, and what its person changes of it, until they sign out', () => {
	const state = new HubState();
	expect(state.home).toEqual(EMPTY_HOME);
	const home = { ...EMPTY_HOME, rooms: ['Hall'] };
	state.takeSnapshot({ ...snapshot(1, []), home });
	expect(state.home).toEqual(home);
	expect(state.apply({ type: 'home', home: { ...home, folded: ['Hall'] } })).toBeUndefined();
	expect(state.home).toEqual({ ...home, folded: ['Hall'] });
	state.clear();
	expect(state.home).toEqual(EMPTY_HOME);
});

it('has the preferences of the snapshot, and what its person chooses then, until they sign out', () => {
	const state = new HubState();
	expect(state.preferences).toBeUndefined();
	state.takeSnapshot(snapshot(1, []));
	expect(state.preferences).toEqual(NO_PREFERENCES);
	const preferences = { ...NO_PREFERENCES, language: 'fr' } as const;
	expect(state.apply({ type: 'preferences', preferences })).toBeUndefined();
	expect(state.preferences).toEqual(preferences);
	state.clear();
	expect(state.preferences).toBeUndefined();
});

it('tells whoever shows people that they have changed, until they listen no more', () => {
	const state = new HubState();
	let told = 0;
	const stop = state.onPeople(() => told++);
	state.apply({ type: 'people' });
	state.apply({ type: 'people' });
	stop();
	state.apply({ type: 'people' });
	expect(told).toBe(2);
});

it('tells whoever shows the kept Wi-Fi networks that they have changed, until they listen no more', () => {
	const state = new HubState();
	let told = 0;
	const stop = state.onNetworks(() => told++);
	state.apply({ type: 'wifi-networks' });
	stop();
	state.apply({ type: 'wifi-networks' });
	expect(told).toBe(1);
});
