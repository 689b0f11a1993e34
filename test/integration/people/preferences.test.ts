import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { API } from '../../../protocol/dashboard/limits.ts';
import { NO_PREFERENCES } from '../../../protocol/dashboard/people/no-preferences.ts';
import { Language, type Preferences } from '../../../protocol/dashboard/people/preferences.ts';
import { MAX_BODY_BYTES } from '../../../hub/doors/server/bodies/read-body.ts';
import { ask } from '../../harness/ask.ts';
import { rowsOf } from '../../harness/backup/crafted.ts';
import { type BrowserSession, type LiveView, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { EVERYTHING, answeredBy, newToken } from '../../harness/people/api-tokens.ts';
import { SEES_KITCHEN, answerOf, join as joined, person, signInAs } from '../../harness/people/people.ts';

const AMERICAN: Preferences = { language: 'en', hours: '12', weekStart: 'sunday', temperature: 'fahrenheit' };
const POLISH: Preferences = { language: 'pl', hours: '24', weekStart: 'monday', temperature: 'celsius' };

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
const choose = (browser: BrowserSession, chosen: unknown) => answerOf(browser, 'PUT', '/account/preferences', chosen);
const chosenBy = async (browser: BrowserSession) => (await open(browser)).preferences;
const toldOf = ({ events }: LiveView) => events.filter(({ type }) => type === 'preferences');

it('a choice is on all dashboards of its person at once, on no other, and there after a restart', async () => {
	const phone = await signInAs(hub, 'anna');
	const ben = await joined(hub, anna, 'ben');
	const views = [await open(anna), await open(phone)];
	const other = await open(ben);
	expect(other.preferences).toEqual(NO_PREFERENCES);
	expect(await choose(phone, AMERICAN)).toEqual({ status: 204 });
	for (const view of views) await view.until(() => toldOf(view).length > 0);
	expect(views.map(({ preferences }) => preferences)).toEqual([AMERICAN, AMERICAN]);
	await choose(ben, POLISH);
	await other.until(() => toldOf(other).length > 0);
	expect(toldOf(other)).toEqual([{ type: 'preferences', preferences: POLISH }]);
	expect(views.map(({ preferences }) => preferences)).toEqual([AMERICAN, AMERICAN]);
	await hub.stop();
	await hub.start();
	expect([await chosenBy(anna), await chosenBy(ben)]).toEqual([AMERICAN, POLISH]);
});

it('a guest chooses for themself, and no dashboard of the household learns of it', async () => {
	const mia = await joined(hub, anna, 'mia', { role: 'guest', access: SEES_KITCHEN });
	const [view, owners] = [await open(mia), await open(anna)];
	expect(await choose(mia, POLISH)).toEqual({ status: 204 });
	await view.until(() => toldOf(view).length > 0);
	expect(view.events).toEqual([{ type: 'preferences', preferences: POLISH }]);
	expect(owners.events).toEqual([]);
	expect([await chosenBy(mia), await chosenBy(anna)]).toEqual([POLISH, NO_PREFERENCES]);
});

it.each(Language.options)(
	'the language %s is taken, and what a newer dashboard adds is not stored',
	async (language) => {
		expect(await choose(anna, { ...NO_PREFERENCES, language, more: 'of a newer dashboard' })).toEqual({ status: 204 });
		expect(await chosenBy(anna)).toEqual({ ...NO_PREFERENCES, language });
	},
);

describe('a choice is refused', () => {
	it('to an API token, whatever it may do', async () => {
		const { secret } = await newToken(anna, EVERYTHING);
		const asked = answeredBy(hub.origin, secret, 'PUT /account/preferences', AMERICAN);
		expect(await asked).toEqual([403, 'api-token-may-not']);
		expect(await chosenBy(anna)).toEqual(NO_PREFERENCES);
	});

	it('to whoever is not signed in, and to another web page', async () => {
		expect((await choose(hub.browser(), AMERICAN)).status).toBe(401);
		const foreign = { origin: 'https://example.com', cookie: anna.cookie };
		const path = `${API}/account/preferences`;
		expect((await ask(hub.origin, { method: 'PUT', path, headers: foreign, body: AMERICAN })).status).toBe(403);
		expect(await chosenBy(anna)).toEqual(NO_PREFERENCES);
	});

	it('for somebody else, also to an owner: the person is who asks, whatever the body or the address says', async () => {
		const ben = await joined(hub, anna, 'ben');
		const { id } = await person(anna, 'ben');
		expect((await answerOf(anna, 'PUT', `/people/${id}/preferences`, AMERICAN)).status).toBe(404);
		expect(await choose(anna, { ...AMERICAN, id, userId: id })).toEqual({ status: 204 });
		expect([await chosenBy(anna), await chosenBy(ben)]).toEqual([AMERICAN, NO_PREFERENCES]);
	});

	it.each([
		['a list', [], ''],
		['a part of it', { language: 'de' }, 'hours'],
		['a language that the dashboard does not have', { ...AMERICAN, language: 'tlh' }, 'language'],
		['a language with a region', { ...AMERICAN, language: 'en-US' }, 'language'],
		['a clock of 13 hours', { ...AMERICAN, hours: '13' }, 'hours'],
		['a number', { ...AMERICAN, hours: 12 }, 'hours'],
		['a week that begins on Tuesday', { ...AMERICAN, weekStart: 'tuesday' }, 'weekStart'],
		['Kelvin', { ...AMERICAN, temperature: 'kelvin' }, 'temperature'],
		['nothing at all for one', { ...AMERICAN, temperature: null }, 'temperature'],
	])('if it is %s', async (_, body, field) => {
		const { status, ...rest } = await choose(anna, body);
		expect([status, rest.field ?? '']).toEqual([400, field]);
		expect(await chosenBy(anna)).toEqual(NO_PREFERENCES);
	});

	it('if it is larger than any body may be', async () => {
		const large = { ...AMERICAN, language: 'x'.repeat(MAX_BODY_BYTES) };
		expect(await choose(anna, large)).toEqual({ status: 413, fault: 'body-too-large' });
	});

	it('to whoever chooses without end, until an hour has passed', async () => {
		const statuses = new Set<number>();
		for (let n = 0; n < 61; n++) statuses.add((await choose(anna, n % 2 ? POLISH : AMERICAN)).status);
		expect([...statuses]).toEqual([204, 429]);
		expect(await choose(anna, AMERICAN)).toEqual({ status: 429, fault: 'preferences-too-often' });
	});
});

it('somebody who is removed leaves nothing of it behind', async () => {
	const ben = await joined(hub, anna, 'ben');
	for (const browser of [anna, ben]) await choose(browser, POLISH);
	const { id } = await person(anna, 'ben');
	await anna.call('POST', `/people/${id}/remove`, { pendingDevices: 'delete', current: PASSWORD });
	const stored = await rowsOf<{ user_id: string }>(join(hub.data, 'mooring.db'), 'SELECT user_id FROM preferences');
	expect(stored).toEqual([{ user_id: (await person(anna, 'anna')).id }]);
});
