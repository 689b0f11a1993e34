import { afterEach, beforeEach, expect, it } from 'vitest';
import { NO_PREFERENCES } from '../../../protocol/dashboard/people/no-preferences.ts';
import { LiveDoor, type Person } from '../../harness/doors/live-door-fixture.ts';

let hub: LiveDoor;
let anna: Person;
let ben: Person;
let mia: Person;

beforeEach(async () => {
	hub = await LiveDoor.open();
	anna = await hub.add('anna', 'owner');
	ben = await hub.add('ben', 'member');
	mia = await hub.add('mia', 'guest');
});
afterEach(async () => {
	for (const { view } of [anna, ben, mia]) view.close();
	await hub.close();
});

const typesOf = ({ view }: Person) => view.events.map(({ type }) => type);

it('somebody of the household is told of their choice, and nobody else is told more than who they are', async () => {
	hub.prefer(ben, { hours: '12' });
	for (const { view } of [anna, ben]) await view.until(() => view.events.length === 1);
	expect([typesOf(ben), typesOf(anna), typesOf(mia)]).toEqual([['preferences'], ['user'], []]);
	expect([ben.view.preferences, anna.view.preferences]).toEqual([{ ...NO_PREFERENCES, hours: '12' }, NO_PREFERENCES]);
	expect([anna.view.gaps, ben.view.gaps]).toEqual([0, 0]);
});

it('a dashboard that was away while its person chose several times ends with the newest', async () => {
	ben.view.socket.disconnect();
	for (const language of ['de', 'fr', 'pl'] as const) hub.prefer(ben, { language });
	ben.view.socket.connect();
	await ben.view.until(() => ben.view.answers.length === 2);
	expect([ben.view.answers, ben.view.preferences]).toEqual([
		['snapshot', 'missed'],
		{ ...NO_PREFERENCES, language: 'pl' },
	]);
});

it('a guest is told of their own, also if it fell into the moment at which their rights were read', async () => {
	let proceed = () => undefined as void;
	hub.mayLookUp = new Promise((resolve) => (proceed = resolve));
	hub.accounts.events.emit('PersonChanged', { user: { id: mia.id, name: 'mia', role: 'guest' } });
	hub.prefer(mia, { temperature: 'fahrenheit' });
	proceed();
	await mia.view.until(() => mia.view.events.length > 0);
	const preferences = { ...NO_PREFERENCES, temperature: 'fahrenheit' as const };
	expect(mia.view.events).toEqual([{ type: 'preferences', preferences }]);
	const later = await mia.browser.open();
	expect(later.preferences).toEqual(preferences);
	later.close();
});
