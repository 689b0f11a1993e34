import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
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
const homesOf = ({ view }: Person) => view.events.filter(({ type }) => type === 'home');
const arranged = (...rooms: string[]) => ({ ...EMPTY_HOME, folded: rooms });

describe('somebody of the household who arranges their Home', () => {
	it('is told of it in the order of all events, and nobody else is told more than who they are', async () => {
		const lamp = await hub.devices.add('lamp', 'Lamp');
		hub.arrange(ben, 'Hall');
		hub.devices.tellChanged(lamp);
		hub.devices.tellChanged(lamp);
		for (const { view } of [anna, ben]) await view.until(() => view.events.length === 4);
		expect(typesOf(ben)).toEqual(['device', 'home', 'device', 'device']);
		expect(typesOf(anna)).toEqual(['device', 'user', 'device', 'device']);
		expect(anna.view.events[1]).toMatchObject({ user: { name: 'anna' } });
		expect([anna.view.gaps, ben.view.gaps]).toEqual([0, 0]);
		expect([ben.view.home, anna.view.home]).toEqual([arranged('Hall'), EMPTY_HOME]);
		expect(mia.view.events).toEqual([]);
	});

	it('gets the newest, once, on a dashboard that was away while they did so several times', async () => {
		ben.view.socket.disconnect();
		for (const room of ['Hall', 'Shed', 'Attic']) hub.arrange(ben, room);
		hub.arrange(anna, 'Cellar');
		ben.view.socket.connect();
		await ben.view.until(() => ben.view.answers.length === 2);
		expect(ben.view.answers).toEqual(['snapshot', 'missed']);
		expect(typesOf(ben)).toEqual(['user', 'user', 'home', 'user']);
		expect(homesOf(ben)).toEqual([{ type: 'home', home: arranged('Attic') }]);
		expect(ben.view.gaps).toBe(0);
	});
});

describe('a guest who arranges their Home', () => {
	it('is told of it on all their dashboards, and nobody else learns that they did', async () => {
		const kim = await hub.add('kim', 'guest');
		const tab = await mia.browser.open();
		hub.arrange(mia, 'Hall');
		for (const view of [mia.view, tab]) await view.until(() => view.events.length === 1);
		for (const view of [mia.view, tab]) {
			expect(view.events).toEqual([{ type: 'home', home: arranged('Hall') }]);
			expect([view.seq, view.gaps]).toEqual([1, 0]);
		}
		hub.arrange(anna, 'Cellar');
		for (const { view } of [anna, ben]) await view.until(() => view.events.length > 0);
		expect([typesOf(anna), typesOf(ben), typesOf(kim), typesOf(mia)]).toEqual([['home'], ['user'], [], ['home']]);
		for (const view of [tab, kim.view]) view.close();
	});

	it('is told of it even if that fell into the moment at which their rights were read', async () => {
		let proceed = () => undefined as void;
		hub.mayLookUp = new Promise((resolve) => (proceed = resolve));
		hub.accounts.events.emit('PersonChanged', { user: { id: mia.id, name: 'mia', role: 'guest' } });
		hub.arrange(mia, 'Hall');
		proceed();
		await mia.view.until(() => mia.view.events.length > 0);
		expect(mia.view.events).toEqual([{ type: 'home', home: arranged('Hall') }]);
	});

	it('has it in the snapshot of a dashboard that they open later', async () => {
		hub.arrange(mia, 'Hall');
		const later = await mia.browser.open();
		expect([later.home, later.answers, later.events]).toEqual([arranged('Hall'), ['snapshot'], []]);
		later.close();
	});
});
