import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiError } from '../../../protocol/dashboard/errors.ts';
import type { Answer, Live, Missed, Snapshot } from '../../../protocol/dashboard/live.ts';
import type { Grant, Sessions } from '../../../protocol/dashboard/people/people.ts';
import type { WallView } from '../../../protocol/dashboard/people/wall.ts';
import type { SceneView } from '../../../protocol/dashboard/scenes.ts';
import { type BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { ON_WALL, ROUTES } from '../../harness/doors/permission-table.ts';
import { TestHub } from '../../harness/hub.ts';
import { guestOf } from '../../harness/people/member.ts';

const PIN = '271828';

const hub = new TestHub();
/** Anna at her desk, and her tablet on the wall */
let anna: BrowserSession;
let tablet: BrowserSession;
let guest: BrowserSession;
let device: string;
let scene: string;

const signedIn = async (name: string) => {
	const session = hub.browser();
	await session.call('POST', '/session', { name, password: PASSWORD });
	return session;
};
const lock = (session: BrowserSession, pin = PIN) => session.call('PUT', '/wall/lock', { pin });
const unlock = (session: BrowserSession, pin = PIN) => session.call('POST', '/wall/unlock', { pin });
const isLocked = async (session: BrowserSession) => (await session.call<WallView>('GET', '/wall')).locked;
const faultOf = async (asked: Promise<Response>) => {
	const answer = await asked;
	return answer.ok ? answer.status : ApiError.parse(await answer.json()).fault;
};

beforeAll(async () => {
	await hub.start();
	anna = await hub.owner();
	const view = await anna.open();
	({ id: device } = await anna.addVirtualBoard({ name: 'Gate' }));
	await anna.call('POST', `/pending/${device}/virtual-board`);
	await view.until(() => view.relay(device, 2)?.reported === false);
	view.close();
	const members = [{ device, relay: 2, on: true }];
	({ id: scene } = await anna.call<SceneView>('POST', '/scenes', {
		name: 'Go',
		icon: 'light',
		kind: 'scene',
		members,
	}));
	tablet = await signedIn('anna');
	const grants: Grant[] = [{ kind: 'device', device, may: 'switch' }];
	guest = await guestOf(hub, 'gwen', grants);
}, 60_000);
afterAll(() => hub.remove());

describe('a session that is locked to its wall panel', () => {
	beforeAll(() => lock(tablet));
	afterAll(() => unlock(tablet));

	/** With made-up ids and no body, so that whatever is allowed fails in another way. */
	const asked = (route: string) => {
		const [method, path] = route.split(' ') as [string, string];
		return faultOf(tablet.request(method, path.replace(/\{\w+\}/g, '1'), method === 'GET' ? undefined : {}));
	};
	const others = Object.entries(ROUTES).filter(([, who]) => who !== 'public');

	it('may ask only for what it shows and switches, though its person is the owner', async () => {
		for (const [route] of others) {
			const fault = await asked(route);
			if (ON_WALL.includes(route)) expect([route, fault]).not.toEqual([route, 'wall-locked']);
			else expect([route, fault]).toEqual([route, 'wall-locked']);
		}
	});

	it('reads no figures of the hub from another machine', async () => {
		const headers = { cookie: tablet.cookie, 'x-forwarded-for': '192.0.2.7' };
		expect((await fetch(`${hub.origin}/metrics`, { headers })).status).toBe(403);
	});

	it('switches as its person may: by REST, live and by a scene', async () => {
		const view = await tablet.open();
		await tablet.call('PUT', `/devices/${device}/relays/1`, { on: true });
		await view.until(() => view.relay(device, 1)?.reported === true);
		expect(await view.setRelay(device, 1, false)).toMatchObject({ ok: true });
		await view.until(() => view.relay(device, 1)?.reported === false);
		await tablet.call('POST', `/scenes/${scene}/run`, {});
		await view.until(() => view.relay(device, 2)?.reported === true);
		view.close();
	});

	it('says so to a dashboard that opens, whatever tab it is in', async () => {
		expect(await tablet.call('GET', '/session')).toMatchObject({ name: 'anna', wallLocked: true });
		const view = await tablet.open();
		const answer = (await view.socket.emitWithAck('follow', {})) as Answer<Snapshot | Missed>;
		expect(answer).toMatchObject({ ok: true, value: { wallLocked: true } });
		view.close();
	});

	it('is told live only of what it shows, and of all again once it is unlocked', async () => {
		const [view, other] = [await tablet.open(), await anna.open()];
		const told: { wall: Live[]; desk: Live[] } = { wall: [], desk: [] };
		view.socket.on('live', (live) => void told.wall.push(live));
		other.socket.on('live', (live) => void told.desk.push(live));
		const types = (lives: Live[]) => lives.map(({ event }) => event.type);
		const waiting = await anna.addVirtualBoard({ name: 'Nobody’s business' });
		await expect.poll(() => types(told.desk)).toEqual(expect.arrayContaining(['pending', 'audit']));
		await anna.call('PUT', `/devices/${device}/relays/1`, { on: true });
		await expect.poll(() => types(told.wall)).toContain('relay');
		await expect.poll(() => told.wall.at(-1)!.seq).toBe(told.desk.at(-1)!.seq);
		// The numbers have no gap all the same.
		expect(told.wall.map(({ seq }) => seq)).toEqual(told.desk.map(({ seq }) => seq).slice(-told.wall.length));
		expect(JSON.stringify(told.wall)).not.toContain('Nobody’s business');
		expect(types(told.wall)).not.toContain('audit');
		const follow = async (since = {}) => {
			const answer = (await view.socket.emitWithAck('follow', since)) as Answer<Snapshot | Missed>;
			if (!answer.ok) throw new Error(answer.error.message);
			return answer.value;
		};
		const snapshot = (await follow()) as Snapshot;
		expect(snapshot.pending).toEqual([]);
		const missed = await follow({ epoch: snapshot.epoch, seq: told.wall[0]!.seq - 1 });
		expect(missed.kind).toBe('missed');
		expect(JSON.stringify(missed)).not.toContain('Nobody’s business');
		await unlock(tablet);
		expect(((await follow()) as Snapshot).pending).toHaveLength(1);
		await anna.call('DELETE', `/pending/${waiting.id}`);
		await expect.poll(() => types(told.wall)).toContain('pending-removed');
		await lock(tablet);
		view.close();
		other.close();
	});

	it('leaves the other sessions of its person alone', async () => {
		expect(await anna.call('GET', '/session')).not.toHaveProperty('wallLocked');
		expect(await faultOf(anna.request('GET', '/people'))).toBe(200);
	});

	it('is not locked anew with another PIN', async () => {
		expect(await faultOf(tablet.request('PUT', '/wall/lock', { pin: '1234' }))).toBe('wall-locked');
	});

	it('is locked still when the hub has restarted', async () => {
		await hub.stop();
		await hub.start();
		expect(await isLocked(tablet)).toBe(true);
	});

	it('keeps no PIN in the clear', () => {
		for (const file of ['mooring.db', 'mooring.db-wal']) {
			const bytes = readFileSync(join(hub.data, file)).toString('latin1');
			expect([file, bytes.includes(PIN)]).toEqual([file, false]);
		}
	});
});

describe('the PIN', () => {
	it.each(['', '123', '123456789', '12a4', '１２３４', ' 1234'])('%j is refused', async (pin) => {
		expect(await faultOf(tablet.request('PUT', '/wall/lock', { pin }))).toBe('wall-pin-digits');
	});

	it('unlocks the session, tells its open dashboards, and is forgotten', async () => {
		const view = await tablet.open();
		const told: boolean[] = [];
		view.socket.on('wall-locked', (locked) => void told.push(locked));
		await lock(tablet);
		await expect.poll(() => told).toEqual([true]);
		await unlock(tablet);
		await expect.poll(() => told).toEqual([true, false]);
		expect(await isLocked(tablet)).toBe(false);
		expect(await faultOf(tablet.request('GET', '/people'))).toBe(200);
		expect(await faultOf(tablet.request('POST', '/wall/unlock', { pin: '9999' }))).toBe(204); // nothing to unlock
		view.close();
	});

	it('of two tabs that lock at once counts once, and is that of the one that was told so', async () => {
		const pins = ['11111', '22222', '33333'];
		const answers = await Promise.all(pins.map((pin) => tablet.request('PUT', '/wall/lock', { pin })));
		const right = pins.filter((_, at) => answers[at]!.ok);
		expect(right).toHaveLength(1);
		await unlock(tablet, right[0]);
		expect(await isLocked(tablet)).toBe(false);
	});

	it('is guessed five times, and then not heard for a minute, even if it is right; other walls are', async () => {
		const wall = await signedIn('anna');
		for (const session of [wall, guest]) await lock(session);
		for (let n = 0; n < 5; n++)
			expect(await faultOf(wall.request('POST', '/wall/unlock', { pin: '0000' }))).toBe('wall-pin-wrong');
		const refused = await wall.request('POST', '/wall/unlock', { pin: PIN });
		expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
		expect(await isLocked(wall)).toBe(true);
		await unlock(guest);
		expect(await isLocked(guest)).toBe(false);
	});

	it('is tried by no more than five of twenty guesses that come at once', async () => {
		const wall = await signedIn('anna');
		await lock(wall);
		const guesses = Array.from({ length: 20 }, (_, n) => wall.request('POST', '/wall/unlock', { pin: `${1000 + n}` }));
		const statuses = (await Promise.all(guesses)).map(({ status }) => status);
		expect(statuses.filter((status) => status === 400)).toHaveLength(5);
		expect(statuses.filter((status) => status === 429)).toHaveLength(15);
	});
});

describe('a forgotten PIN', () => {
	it('is got around by ending the session elsewhere', async () => {
		const wall = await signedIn('anna');
		const view = await wall.open();
		await lock(wall);
		const { sessions } = await anna.call<Sessions>('GET', '/account/sessions');
		expect(sessions.map(({ wallLocked }) => wallLocked)).toContain(true);
		expect(sessions[0]).toMatchObject({ current: true, wallLocked: false });
		await anna.call('POST', '/account/sessions/end-others');
		await view.until(() => view.signedOut);
		tablet = await signedIn('anna');
	});

	it('is got around by signing in with the password, which begins a session that is not locked', async () => {
		const wall = await signedIn('anna');
		await lock(wall);
		await wall.call('POST', '/session', { name: 'anna', password: PASSWORD });
		expect(await isLocked(wall)).toBe(false);
	});
});

it('a guest’s wall shows and switches what the guest reaches, and may not ask for the settings', async () => {
	await lock(guest);
	const { night } = await guest.call<WallView>('GET', '/wall');
	expect(night.to).toBeGreaterThan(night.from);
	await guest.call('PUT', `/devices/${device}/relays/1`, { on: true });
	expect(await faultOf(guest.request('PUT', '/account/home', {}))).toBe('wall-locked');
	await unlock(guest);
});
