import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiError } from '../../../protocol/dashboard/errors.ts';
import type { SceneView } from '../../../protocol/dashboard/scenes.ts';
import { EVERYTHING, READ, answeredBy, askBy, newToken, switching } from '../../harness/people/api-tokens.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { type Allowed, BY_TOKEN, ROUTES, type TokenRow } from '../../harness/doors/permission-table.ts';
import { TestHub } from '../../harness/hub.ts';
import { guestOf, memberOf } from '../../harness/people/member.ts';

const hub = new TestHub();
let anna: BrowserSession;
let view: LiveView;
let gate: string;
let night: string;
let day: string;
/** secrets */
const by = {} as Record<'read' | 'switch' | 'everything' | 'member' | 'guest' | 'guestRead', string>;

beforeAll(async () => {
	await hub.start();
	anna = await hub.owner();
	view = await anna.open();
	gate = (await anna.addVirtualBoard({ name: 'Gate' })).id;
	await anna.call('POST', `/pending/${gate}/virtual-board`);
	await view.until(() => view.relay(gate, 2)?.reported === false);
	const scene = async (name: string, relay: number) =>
		(
			await anna.call<SceneView>('POST', '/scenes', {
				name,
				kind: 'scene',
				members: [{ device: gate, relay, on: true }],
			})
		).id;
	[night, day] = [await scene('Night', 2), await scene('Day', 2)];
	const of = async (person: BrowserSession, scope: Parameters<typeof newToken>[1]) =>
		(await newToken(person, scope)).secret;
	const mia = await guestOf(hub, 'mia', [{ kind: 'relay', device: gate, relay: 1, may: 'switch' }]);
	by.read = await of(anna, READ);
	by.switch = await of(anna, switching([[gate, 1]], [night]));
	by.everything = await of(anna, EVERYTHING);
	by.member = await of(await memberOf(hub), EVERYTHING);
	by.guest = await of(mia, EVERYTHING);
	by.guestRead = await of(mia, READ);
}, 60_000);
afterAll(async () => {
	view.close();
	await hub.remove();
});

/** With made-up ids, and a body that only switching takes, so that whatever is allowed fails in another way. */
async function statusOf(secret: string, route: string): Promise<{ status: number; code?: string }> {
	const { status, text } = await askBy(
		hub.origin,
		secret,
		route.replace(/\{\w+\}/g, '1'),
		/^(GET|DELETE) /.test(route) ? undefined : { on: true },
	);
	return status < 400 ? { status } : { status, code: ApiError.parse(JSON.parse(text)).code };
}

const REFUSED = { status: 403, code: 'not-allowed' };
const isPersons = (who: Allowed, role: 'owner' | 'member' | 'guest') =>
	role === 'owner' || who === 'reached' || (role === 'member' && who !== 'owner');

describe('every route', () => {
	it('has a row for tokens', () => {
		expect(Object.keys(BY_TOKEN).sort()).toEqual(Object.keys(ROUTES).sort());
	});

	const rows = Object.entries(BY_TOKEN).filter(([, row]) => row !== 'public');
	const check = async (secret: string, route: string, isAllowed: boolean) => {
		const answer = await statusOf(secret, route);
		if (isAllowed) expect([401, 403], route).not.toContain(answer.status);
		else expect(answer, route).toEqual(REFUSED);
	};
	const takes: Record<'read' | 'everything', readonly TokenRow[]> = {
		read: ['read'],
		everything: ['read', 'switch', 'everything'],
	};

	it.each(rows)('%s (%s) takes the owner’s tokens of these scopes and no others', async (route, row) => {
		await check(by.read, route, takes.read.includes(row));
		await check(by.everything, route, takes.everything.includes(row));
		await check(by.switch, route, false); // with made-up ids, which are not in it
	});

	it.each(rows)('%s (%s) gives nobody more by a token than they may', async (route, row) => {
		const who = ROUTES[route]!;
		await check(by.member, route, takes.everything.includes(row) && isPersons(who, 'member'));
		await check(by.guest, route, takes.everything.includes(row) && isPersons(who, 'guest'));
		await check(by.guestRead, route, takes.read.includes(row) && isPersons(who, 'guest'));
	});

	it('that is public looks at no token, be it right or wrong', async () => {
		const publicRoutes = Object.entries(BY_TOKEN).filter(([, row]) => row === 'public');
		expect(publicRoutes.map(([route]) => ROUTES[route])).toEqual(publicRoutes.map(() => 'public'));
		for (const secret of ['wrong', by.read]) expect((await askBy(hub.origin, secret, 'GET /hub')).status).toBe(200);
	});
});

describe('a token that switches', () => {
	const asked = (secret: string, request: string, body: object) => answeredBy(hub.origin, secret, request, body);
	const relay = (secret: string, number: number, on = true) =>
		asked(secret, `PUT /devices/${gate}/relays/${number}`, { on });

	it('switches its relays and runs its scenes, and no others', async () => {
		expect(await relay(by.switch, 1)).toEqual([200]);
		expect(view.relay(gate, 1)!.reported).toBe(true);
		expect(await relay(by.switch, 2)).toEqual([403, 'api-token-may-not']);
		expect(await asked(by.switch, `POST /scenes/${day}/run`, {})).toEqual([403, 'api-token-may-not']);
		expect(view.relay(gate, 2)!.reported).toBe(false);
		expect(await asked(by.switch, `POST /scenes/${night}/run`, { run: true })).toEqual([200]);
		expect(view.relay(gate, 2)!.reported).toBe(true);
		for (const path of ['/devices', `/devices/${gate}/readings`, '/scenes', '/audit', '/settings'])
			expect(await answeredBy(hub.origin, by.switch, `GET ${path}`)).toEqual([403, 'api-token-may-not']);
	});

	it('does so with no GET, however it is asked', async () => {
		for (const path of [`/devices/${gate}/relays/1`, `/devices/${gate}/relays/1?on=false`, `/scenes/${night}/run`])
			expect((await askBy(hub.origin, by.everything, `GET ${path}`)).status).toBe(404);
		expect(view.relay(gate, 1)!.reported).toBe(true);
	});

	it('of a guest reaches what the guest reaches', async () => {
		expect(await relay(by.guest, 1, false)).toEqual([200]);
		expect(await relay(by.guest, 2, false)).toEqual([404, 'no-such-relay']);
		expect(await relay(by.guestRead, 1)).toEqual([403, 'api-token-may-not']);
		const { text } = await askBy(hub.origin, by.guestRead, 'GET /devices');
		expect(text).toContain('Pump');
		expect(text).not.toContain('Valve');
	});

	it('opens no live connection: that takes a session', async () => {
		for (const secret of [by.everything, by.read]) {
			const socket = io(hub.origin, {
				transports: ['websocket'],
				reconnection: false,
				forceNew: true,
				extraHeaders: { origin: hub.origin, authorization: `Bearer ${secret}` },
			});
			const outcome = await new Promise<string>((resolve) => {
				socket.on('connect', () => resolve('connected'));
				socket.on('connect_error', ({ message }) => resolve(message));
			});
			expect(outcome).toBe('not-signed-in');
			socket.close();
		}
	});
});
