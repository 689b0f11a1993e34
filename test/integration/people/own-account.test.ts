import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Sessions } from '../../../protocol/dashboard/people/people.ts';
import { AuditPage } from '../../../protocol/dashboard/history.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import { ask } from '../../harness/ask.ts';
import { type BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { SEES_KITCHEN, answerOf, invite, join, person, signInAs } from '../../harness/people/people.ts';

const NEW_PASSWORD = 'another horse, another battery';

let hub: TestHub;
let anna: BrowserSession;

beforeEach(async () => {
	hub = await new TestHub().start();
	anna = await hub.owner();
});
afterEach(() => hub.remove());

const statusOf = async (browser: BrowserSession) => (await browser.request('GET', '/session')).status;
const change = (browser: BrowserSession, current: string, password = NEW_PASSWORD) =>
	answerOf(browser, 'PUT', '/account/password', { current, password });
const sessionsOf = async (browser: BrowserSession) =>
	Sessions.parse(await browser.call('GET', '/account/sessions')).sessions;
const history = async (what: string) =>
	AuditPage.parse(await anna.call('GET', '/audit?kind=people')).entries.filter((entry) => entry.what === what);

describe('a change of the password', () => {
	it('ends the other sessions, and this one goes on under a new cookie, with which its dashboards come back', async () => {
		const other = await signInAs(hub, 'anna');
		const [view, tab, otherView] = [await anna.open(), await anna.open(), await other.open()];
		const [before] = (await sessionsOf(anna)).map(({ id }) => id);
		const { cookie } = anna;
		await anna.call('PUT', '/account/password', { current: PASSWORD, password: NEW_PASSWORD });
		await otherView.until(() => otherView.signedOut);
		expect(anna.cookie).not.toBe(cookie);
		expect(await statusOf(anna)).toBe(200);
		expect(await statusOf(other)).toBe(401);
		for (const open of [view, tab]) {
			await open.until(() => open.answers.length === 2 && open.following);
			expect(await open.watch(true)).toEqual({ ok: true, value: null });
			expect(open.signedOut).toBe(false);
		}
		expect((await sessionsOf(anna)).map(({ id, current }) => ({ id, current }))).toEqual([
			{ id: before, current: true },
		]);
		const copy = hub.browser();
		copy.cookie = cookie;
		expect(await statusOf(copy)).toBe(401);
		expect(await answerOf(hub.browser(), 'POST', '/session', { name: 'anna', password: PASSWORD })).toMatchObject({
			status: 401,
		});
		await signInAs(hub, 'anna', NEW_PASSWORD);
		expect(await history('password-changed')).toMatchObject([{ person: 'anna', details: {} }]);
		for (const open of [view, tab, otherView]) open.close();
	});

	it('closes what was opened with a copy of the cookie, for good', async () => {
		const thief = hub.browser();
		thief.cookie = anna.cookie;
		const copy = await thief.open();
		await anna.call('PUT', '/account/password', { current: PASSWORD, password: NEW_PASSWORD });
		await copy.until(() => copy.refused);
		expect([copy.following, copy.answers.length, copy.socket.connected]).toEqual([false, 1, false]);
		expect(await statusOf(thief)).toBe(401);
		copy.close();
	});

	it('is still known after a restart', async () => {
		await anna.call('PUT', '/account/password', { current: PASSWORD, password: NEW_PASSWORD });
		await hub.stop();
		await hub.start();
		expect(await statusOf(anna)).toBe(200);
		await signInAs(hub, 'anna', NEW_PASSWORD);
	});

	it('needs the present one and refuses a weak one, and then changes nothing', async () => {
		const { cookie } = anna;
		const wrong = { status: 400, fault: 'current-password-wrong', field: 'current' };
		expect(await change(anna, 'not my password')).toEqual(wrong);
		const weak = { status: 400, fault: 'common-password', field: 'password' };
		expect(await change(anna, PASSWORD, '1234567890')).toEqual(weak);
		const name = { status: 400, fault: 'name-as-password', field: 'password' };
		expect(await change(anna, PASSWORD, 'Anna 2026!!')).toEqual(name);
		expect(anna.cookie).toBe(cookie);
		await signInAs(hub, 'anna', PASSWORD);
	});

	it('is no way for a stolen session to guess the password: the guesses count as those at sign-in do', async () => {
		let heard = 0;
		for (let n = 0; n < 60; n++) if ((await change(anna, `guess ${n}`)).status === 400) heard++;
		expect(heard).toBe(40); // as a known browser, and then as a stranger
		expect(await change(anna, PASSWORD)).toEqual({ status: 429, fault: 'too-many-failures' });
		expect(await statusOf(anna)).toBe(200);
	});

	it('of two at the same time succeeds once', async () => {
		const answers = await Promise.all([change(anna, PASSWORD), change(anna, PASSWORD, `${NEW_PASSWORD}!`)]);
		expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
	});
});

describe('a change of the name', () => {
	it('keeps the sessions, is how one signs in from then on, and frees the old name', async () => {
		const other = await signInAs(hub, 'anna');
		expect(await anna.call('PATCH', '/account', { name: 'Anna Maria' })).toMatchObject({ name: 'Anna Maria' });
		expect(await other.call('GET', '/session')).toMatchObject({ name: 'Anna Maria' });
		await signInAs(hub, 'anna maria');
		expect((await answerOf(hub.browser(), 'POST', '/session', { name: 'anna', password: PASSWORD })).status).toBe(401);
		const ben = await join(hub, anna, 'ben');
		expect(await answerOf(ben, 'PATCH', '/account', { name: 'ANNA MARIA' })).toEqual({
			status: 400,
			fault: 'name-taken',
			field: 'name',
		});
		await ben.call('PATCH', '/account', { name: 'anna' });
		expect(await history('person-renamed')).toMatchObject([
			{ person: 'ben', details: { before: 'ben', name: 'anna' } },
			{ person: 'anna', details: { before: 'anna', name: 'Anna Maria' } },
		]);
	});

	it('may change only its capitals, and nothing at all', async () => {
		await anna.call('PATCH', '/account', { name: 'ANNA' });
		await anna.call('PATCH', '/account', { name: 'ANNA' });
		expect((await person(anna, 'ANNA')).role).toBe('owner');
		expect(await history('person-renamed')).toHaveLength(1);
	});

	it('is made a few times an hour; saving the same name is none', async () => {
		for (const name of ['a', 'b', 'b', 'c', 'd', 'anna']) await anna.call('PATCH', '/account', { name });
		const often = { status: 429, fault: 'renamed-too-often' };
		expect(await answerOf(anna, 'PATCH', '/account', { name: 'e' })).toEqual(often);
		expect((await answerOf(anna, 'PATCH', '/account', { name: 'anna' })).status).toBe(200);
		const ben = await join(hub, anna, 'ben');
		expect((await answerOf(ben, 'PATCH', '/account', { name: 'Benjamin' })).status).toBe(200);
		expect(await history('person-renamed')).toHaveLength(6);
	});
});

describe('a known browser', () => {
	const post = (path: string, body: object, cookies: string[] = [], method = 'POST') =>
		ask(hub.origin, {
			method,
			path: `${API}${path}`,
			headers: { origin: hub.origin, cookie: cookies.join('; ') },
			body,
		});
	const signIn = async (name: string, cookies: string[], password = PASSWORD) =>
		(await post('/session', { name, password }, cookies)).status;

	/** Strangers fail until this address is banned. */
	async function ban(name: string): Promise<void> {
		for (let n = 0; n < 21; n++) await signIn(name, [], 'wrong');
		expect(await signIn(name, [])).toBe(429);
	}

	it('stays known under its person’s new name: strangers who fail at it do not lock it out', async () => {
		const [session, known] = (await post('/session', { name: 'anna', password: PASSWORD })).cookies;
		expect((await post('/account', { name: 'maria' }, [session!, known!], 'PATCH')).cookies).toEqual([]);
		await ban('maria');
		expect(await signIn('maria', [known!])).toBe(200);
	});

	it('is not made by a new name: a copied session guesses at the password no more often', async () => {
		let heard = 0;
		for (const name of ['anna', 'a', 'b', 'anna']) {
			const renamed = await post('/account', { name }, [anna.cookie], 'PATCH');
			expect([renamed.status, renamed.cookies]).toEqual([200, []]);
			for (let n = 0; n < 25; n++) if ((await signIn(name, [anna.cookie], `guess ${n}`)) === 401) heard++;
		}
		expect(heard).toBe(40); // as this session, and then as a stranger
	});

	it('is none of whoever has the name of its person later', async () => {
		const { secret } = await invite(anna, { role: 'guest', access: SEES_KITCHEN });
		const guest = (await post('/invitations/accept', { secret, name: 'mia', password: PASSWORD })).cookies;
		const renamed = await post('/account', { name: 'Carla' }, guest, 'PATCH');
		await post('/account', { name: 'mia' }, guest, 'PATCH');
		await join(hub, anna, 'Carla');
		await ban('carla');
		const [, known] = guest;
		expect(await signIn('carla', [known!, ...renamed.cookies], 'wrong')).toBe(429);
		expect(await signIn('mia', [known!])).toBe(200);
	});

	it('is a stranger once the password has changed, except for the one it was changed in', async () => {
		const [, old] = (await post('/session', { name: 'anna', password: PASSWORD })).cookies;
		const wish = { current: PASSWORD, password: NEW_PASSWORD };
		const [, known] = (await post('/account/password', wish, [anna.cookie, old!], 'PUT')).cookies;
		await ban('anna');
		expect(await signIn('anna', [old!], NEW_PASSWORD)).toBe(429);
		expect(await signIn('anna', [known!], NEW_PASSWORD)).toBe(200);
	});
});

describe('the list of sessions', () => {
	const PHONE =
		'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36';

	async function onPhone(): Promise<BrowserSession> {
		const answer = await ask(hub.origin, {
			method: 'POST',
			path: `${API}/session`,
			headers: { origin: hub.origin, 'user-agent': PHONE },
			body: { name: 'anna', password: PASSWORD },
		});
		const browser = hub.browser();
		browser.cookie = answer.cookies[0]!;
		return browser;
	}

	it('names browser, system and address, this one first, and only one’s own', async () => {
		await join(hub, anna, 'ben');
		await onPhone();
		const sessions = await sessionsOf(anna);
		expect(sessions).toMatchObject([
			{ current: true, browser: null, system: null, address: '127.0.0.1' },
			{ current: false, browser: 'Samsung Internet', system: 'Android', address: '127.0.0.1' },
		]);
		expect(JSON.stringify(sessions)).not.toMatch(/[0-9a-f]{64}/);
	});

	it('ends one of them: its dashboard goes to the sign-in page, and others stay', async () => {
		const phone = await onPhone();
		const view = await phone.open();
		const { id } = (await sessionsOf(anna)).find(({ current }) => !current)!;
		const ben = await join(hub, anna, 'ben');
		const none = { status: 404, fault: 'no-such-session' };
		expect(await answerOf(ben, 'DELETE', `/account/sessions/${id}`)).toEqual(none);
		await anna.call('DELETE', `/account/sessions/${id}`);
		await view.until(() => view.signedOut);
		view.close();
		expect(await answerOf(anna, 'DELETE', `/account/sessions/${id}`)).toEqual(none);
		expect([await statusOf(phone), await statusOf(anna), await statusOf(ben)]).toEqual([401, 200, 200]);
		expect(await history('sessions-ended')).toMatchObject([{ person: 'anna', details: { name: 'anna', count: 1 } }]);
	});

	it('ends all others at once, also after a restart', async () => {
		const phones = [await onPhone(), await onPhone()];
		await hub.stop();
		await hub.start();
		await anna.call('POST', '/account/sessions/end-others');
		expect(await Promise.all([anna, ...phones].map(statusOf))).toEqual([200, 401, 401]);
		expect((await person(anna, 'anna')).sessions).toBe(1);
	});

	it('may end the one that asks, whose cookie is removed', async () => {
		const [session] = await sessionsOf(anna);
		const answer = await anna.request('DELETE', `/account/sessions/${session!.id}`);
		expect(answer.headers.getSetCookie()[0]).toMatch(/^mooring_session=; .*Max-Age=0/);
		expect(await statusOf(anna)).toBe(401);
	});
});
