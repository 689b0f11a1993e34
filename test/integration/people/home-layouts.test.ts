import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import type { HomeLayout } from '../../../protocol/dashboard/home.ts';
import { API, LIMITS } from '../../../protocol/dashboard/limits.ts';
import { newId, systemRandom } from '../../../hub/base/random.ts';
import { MAX_BODY_BYTES } from '../../../hub/doors/server/bodies/read-body.ts';
import { ask } from '../../harness/ask.ts';
import { rowsOf, sql } from '../../harness/backup/crafted.ts';
import { type BrowserSession, type LiveView, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { EVERYTHING, answeredBy, newToken } from '../../harness/people/api-tokens.ts';
import { SEES_KITCHEN, answerOf, join as joined, person, signInAs } from '../../harness/people/people.ts';

const HOME: HomeLayout = { favourites: ['scene:s1'], order: ['relay:d1:2'], rooms: ['Shed', 'Hall'], folded: ['Hall'] };

let hub: TestHub;
let anna: BrowserSession;
let opened: LiveView[];

beforeEach(async () => {
	hub = await new TestHub().start();
	anna = await hub.owner();
	opened = [];
});
afterEach(async () => {
	for (const view of opened) view.close();
	await hub.remove();
});

async function open(browser: BrowserSession): Promise<LiveView> {
	const view = await browser.open();
	opened.push(view);
	return view;
}
const arrange = (browser: BrowserSession, home: unknown) => answerOf(browser, 'PUT', '/account/home', home);
const homeOf = async (browser: BrowserSession) => (await open(browser)).home;
const hasHome = ({ events }: LiveView) => events.some(({ type }) => type === 'home');

it('an arranged Home is on all dashboards of its person at once, on no other, and there after a restart', async () => {
	const phone = await signInAs(hub, 'anna');
	const ben = await joined(hub, anna, 'ben');
	const views = [await open(anna), await open(phone)];
	const other = await open(ben);
	expect(await arrange(phone, HOME)).toEqual({ status: 204 });
	for (const view of views) await view.until(() => hasHome(view));
	expect(views.map(({ home }) => home)).toEqual([HOME, HOME]);
	await ben.call('PUT', '/account/home', { ...EMPTY_HOME, rooms: ['Attic'] });
	await other.until(() => hasHome(other));
	expect(other.events.filter(({ type }) => type === 'home')).toEqual([
		{ type: 'home', home: { ...EMPTY_HOME, rooms: ['Attic'] } },
	]);
	expect(views[0]!.home).toEqual(HOME);
	await hub.stop();
	await hub.start();
	expect([await homeOf(anna), (await homeOf(ben)).rooms]).toEqual([HOME, ['Attic']]);
});

it('a guest arranges their own, also when nothing is given to them any more', async () => {
	const mia = await joined(hub, anna, 'mia', { role: 'guest', access: SEES_KITCHEN });
	const { id } = await person(anna, 'mia');
	const [view, owners] = [await open(mia), await open(anna)];
	expect(await arrange(mia, HOME)).toEqual({ status: 204 });
	await view.until(() => hasHome(view));
	expect(view.events).toEqual([{ type: 'home', home: HOME }]);
	await sql(join(hub.data, 'mooring.db'), `UPDATE user SET access = NULL WHERE id = '${id}'`);
	expect(await arrange(mia, EMPTY_HOME)).toEqual({ status: 204 });
	await view.until(() => view.home.rooms.length === 0);
	expect(owners.events).toEqual([]);
});

it('names are cleaned as they are elsewhere, and what they name may be gone', async () => {
	await anna.call('PUT', '/account/home', { ...HOME, rooms: ['  Hall of mirrors\t'], more: 'of a newer dashboard' });
	expect(await homeOf(anna)).toEqual({ ...HOME, rooms: ['Hall of mirrors'] });
});

describe('it is refused', () => {
	it('to an API token, whatever it may do', async () => {
		const { secret } = await newToken(anna, EVERYTHING);
		expect(await answeredBy(hub.origin, secret, 'PUT /account/home', HOME)).toEqual([403, 'api-token-may-not']);
		expect(await homeOf(anna)).toEqual(EMPTY_HOME);
	});

	it('to whoever is not signed in, and to another web page', async () => {
		expect((await arrange(hub.browser(), HOME)).status).toBe(401);
		const foreign = { origin: 'https://example.com', cookie: anna.cookie };
		const answer = await ask(hub.origin, { method: 'PUT', path: `${API}/account/home`, headers: foreign, body: HOME });
		expect(answer.status).toBe(403);
		expect(await homeOf(anna)).toEqual(EMPTY_HOME);
	});

	const many = (count: number) => Array.from({ length: count }, (_, n) => `scene:s${n}`);
	it.each([
		['nothing', undefined, ''],
		['a list', [], ''],
		['a part of it', { favourites: [] }, 'order'],
		['a name of no tile', { ...HOME, favourites: ['scene:s1', 'fan:1'] }, 'favourites.1'],
		['a tile of no relay', { ...HOME, order: ['relay:d1'] }, 'order.0'],
		['a tile with a line end', { ...HOME, order: ['scene:s1\n'] }, 'order.0'],
		['a long name of a tile', { ...HOME, order: [`scene:${'s'.repeat(LIMITS.tileKeyLength)}`] }, 'order.0'],
		['a room without a name', { ...HOME, rooms: [' '] }, 'rooms.0'],
		['a room with a long name', { ...HOME, folded: ['x'.repeat(LIMITS.nameLength + 1)] }, 'folded.0'],
		['too many favourites', { ...HOME, favourites: many(LIMITS.favourites + 1) }, 'favourites'],
		['too many tiles', { ...HOME, order: many(LIMITS.homeTiles + 1) }, 'order'],
		['too many rooms', { ...HOME, rooms: many(LIMITS.homeRooms + 1) }, 'rooms'],
	])('if it is %s', async (_, body, field) => {
		const { status, ...rest } = await arrange(anna, body);
		expect([status, rest.field ?? '']).toEqual([status === 415 ? 415 : 400, field]);
		expect(await homeOf(anna)).toEqual(EMPTY_HOME);
	});

	it('if it is larger than any body may be', async () => {
		const large = { ...HOME, order: ['x'.repeat(MAX_BODY_BYTES)] };
		expect(await arrange(anna, large)).toEqual({ status: 413, fault: 'body-too-large' });
		expect(await homeOf(anna)).toEqual(EMPTY_HOME);
	});
});

it('a Home with as much in it as there may be is taken, with the ids of a real house', async () => {
	const tile = (_: unknown, n: number) => `reading:${newId(systemRandom)}:${(n % 4) + 1}:hectopascal`;
	const rooms = Array.from({ length: LIMITS.homeRooms }, (_, n) => `Living room ${n}`);
	const full: HomeLayout = {
		favourites: Array.from({ length: LIMITS.favourites }, tile),
		order: Array.from({ length: LIMITS.homeTiles }, tile),
		rooms,
		folded: rooms,
	};
	expect(await arrange(anna, full)).toEqual({ status: 204 });
	expect(await homeOf(anna)).toEqual(full);
});

it('whoever arranges without end is told to wait', async () => {
	const statuses = new Set<number>();
	for (let n = 0; n < 241; n++) statuses.add((await arrange(anna, { ...HOME, rooms: [`${n}`] })).status);
	expect([...statuses]).toEqual([204, 429]);
	expect(await arrange(anna, HOME)).toEqual({ status: 429, fault: 'arranged-too-often' });
});

it('somebody who is removed leaves nothing of it behind', async () => {
	const ben = await joined(hub, anna, 'ben');
	for (const browser of [anna, ben]) await browser.call('PUT', '/account/home', HOME);
	const { id } = await person(anna, 'ben');
	await anna.call('POST', `/people/${id}/remove`, { pendingDevices: 'delete', current: PASSWORD });
	expect((await arrange(ben, EMPTY_HOME)).status).toBe(401);
	const stored = await rowsOf<{ user_id: string }>(join(hub.data, 'mooring.db'), 'SELECT user_id FROM home_layout');
	expect(stored).toEqual([{ user_id: (await person(anna, 'anna')).id }]);
});

it('somebody whose stored layout is of another kind signs in, and has an unarranged Home', async () => {
	await anna.call('PUT', '/account/home', HOME);
	await hub.stop();
	await sql(join(hub.data, 'mooring.db'), `UPDATE home_layout SET layout = '{"tiles":[]}'`);
	await hub.start();
	expect(await homeOf(await signInAs(hub, 'anna'))).toEqual(EMPTY_HOME);
	expect(await arrange(anna, HOME)).toEqual({ status: 204 });
});
