import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceView, LegacyDevice } from '../../../protocol/dashboard/devices.ts';
import { ApiError } from '../../../protocol/dashboard/errors.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import type { Answer } from '../../../protocol/dashboard/live.ts';
import type { Grant } from '../../../protocol/dashboard/people/people.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { BESIDE_THE_API, COMMANDS, ROUTES } from '../../harness/doors/permission-table.ts';
import { TestHub } from '../../harness/hub.ts';
import { addPerson, guestOf, memberOf } from '../../harness/people/member.ts';

const hub = new TestHub();
let anna: BrowserSession;
let ben: BrowserSession;
let view: LiveView;
/** Anna's, in the garden; and one in the attic that no guest reaches */
let gate: string;
let attic: string;
const guests: Record<'room' | 'device' | 'relay' | 'see' | 'over', BrowserSession> = {} as never;

async function played(name: string, whose = anna): Promise<string> {
	const { id } = await whose.addVirtualBoard({ name });
	await whose.call('POST', `/pending/${id}/virtual-board`);
	await view.until(() => view.relay(id, 2)?.reported === false && view.devices.get(id)!.readings.length === 1);
	return id;
}

beforeAll(async () => {
	await hub.start();
	anna = await hub.owner();
	view = await anna.open();
	ben = await memberOf(hub);
	[gate, attic] = [await played('Gate'), await played('Attic')];
	await anna.call('PATCH', `/devices/${gate}`, { room: 'Garden' });
	const device = (may: 'see' | 'switch'): Grant => ({ kind: 'device', device: gate, may });
	guests.room = await guestOf(hub, 'room', [{ kind: 'room', room: 'Garden', may: 'switch' }]);
	guests.device = await guestOf(hub, 'device', [device('switch')]);
	guests.relay = await guestOf(hub, 'relay', [{ kind: 'relay', device: gate, relay: 1, may: 'switch' }]);
	guests.see = await guestOf(hub, 'see', [device('see')]);
	guests.over = await guestOf(hub, 'over', [device('switch')], 1);
}, 60_000);
afterAll(async () => {
	view.close();
	await hub.remove();
});

/** With made-up ids and no body, so that whatever is allowed fails in another way. */
async function statusOf(session: BrowserSession, route: string): Promise<{ status: number; code?: string }> {
	const [method, path] = route.split(' ') as [string, string];
	const answer = await session.request(method, path.replace(/\{\w+\}/g, '1'), method === 'GET' ? undefined : {});
	const { status } = answer;
	const body = Buffer.from(await answer.arrayBuffer()).toString();
	return status < 400 ? { status } : { status, code: ApiError.parse(JSON.parse(body)).code };
}

describe('every route', () => {
	it('has a row', async () => {
		const { paths } = await anna.call<{ paths: Record<string, object> }>('GET', '/openapi.json');
		const routes = Object.entries(paths).flatMap(([path, methods]) =>
			Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.slice(API.length)}`),
		);
		expect(routes.sort()).toEqual(Object.keys(ROUTES).sort());
	});

	const others = Object.entries(ROUTES).filter(([route]) => route !== 'DELETE /session');

	it.each(others)('%s (%s) is refused to whoever may not use it, and to nobody else', async (route, who) => {
		const refused = { status: 403, code: 'not-allowed' };
		const anonymous = await statusOf(hub.browser(), route);
		if (who === 'public') expect([401, 403]).not.toContain(anonymous.status);
		else expect(anonymous).toEqual({ status: 401, code: 'not-signed-in' });
		for (const [kind, guest] of Object.entries(guests)) {
			const answer = await statusOf(guest, route);
			if (['public', 'signed-in', 'reached'].includes(who)) expect([401, 403], kind).not.toContain(answer.status);
			else expect(answer, kind).toEqual(refused);
		}
		const member = await statusOf(ben, route);
		if (who === 'owner') expect(member).toEqual(refused);
		else expect([401, 403]).not.toContain(member.status);
		expect([401, 403]).not.toContain((await statusOf(anna, route)).status);
	});

	it('lets everybody sign out', async () => {
		expect(await statusOf(hub.browser(), 'DELETE /session')).toEqual({ status: 401, code: 'not-signed-in' });
		for (const session of [await memberOf(hub, 'out'), await guestOf(hub, 'gone', [room('Garden')])]) {
			await session.call('DELETE', '/session');
			expect((await session.request('GET', '/session')).status).toBe(401);
		}
	});
});

describe('what is beside the API', () => {
	it.each(Object.entries(BESIDE_THE_API))('%s (%s) is refused to whoever may not read it', async (path, who) => {
		const statusFor = async ({ cookie }: BrowserSession) => {
			const headers = { 'x-forwarded-for': '192.0.2.7', ...(cookie ? { cookie } : {}) };
			return (await fetch(`${hub.origin}${path}`, { headers })).status;
		};
		const isPublic = who === 'public';
		expect(await statusFor(hub.browser())).toBe(isPublic ? 200 : 401);
		for (const [kind, guest] of Object.entries(guests)) expect(await statusFor(guest), kind).toBe(isPublic ? 200 : 403);
		expect(await statusFor(ben)).toBe(isPublic ? 200 : 403);
		expect(await statusFor(anna)).toBe(200);
	});
});

const room = (name: string): Grant => ({ kind: 'room', room: name, may: 'see' });

describe('what is reached', () => {
	const shown = async (guest: BrowserSession) =>
		(await guest.call<{ devices: DeviceView[] }>('GET', '/devices')).devices;

	it('is in a guest’s list, in each kind of access', async () => {
		for (const [kind, relays, where, readings] of [
			['room', [1, 2], 'Garden', 1],
			['device', [1, 2], 'Garden', 1],
			['relay', [1], null, 0],
			['see', [1, 2], 'Garden', 1],
		] as const) {
			const [device, ...rest] = await shown(guests[kind]);
			expect(rest, kind).toEqual([]);
			expect(device, kind).toMatchObject({ id: gate, name: 'Gate', room: where, mac: '', ownerId: '', board: '' });
			expect(
				device!.relays.map(({ id }) => id),
				kind,
			).toEqual(relays);
			expect(device!.readings, kind).toHaveLength(readings);
		}
		expect(await shown(guests.over)).toEqual([]);
		expect((await anna.call<{ devices: DeviceView[] }>('GET', '/devices')).devices).toHaveLength(2);
	});

	/** status and body of PUT relay, with its ids replaced, so that answers can be compared */
	async function switched(
		who: BrowserSession,
		device: string,
		relay: number,
	): Promise<{ status: number; body: string }> {
		const answer = await who.request('PUT', `/devices/${device}/relays/${relay}`, { on: true });
		return { status: answer.status, body: await answer.text() };
	}

	async function commanded(who: BrowserSession, device: string, relay: number): Promise<Answer<null>> {
		const live = await who.open();
		try {
			return await live.setRelay(device, relay, true);
		} finally {
			live.close();
		}
	}

	it.each([
		['room', 'switched', 'switched', 'no-such-device'],
		['device', 'switched', 'switched', 'no-such-device'],
		['relay', 'switched', 'no-such-relay', 'no-such-device'],
		['see', 'may-not-switch', 'may-not-switch', 'no-such-device'],
		['over', 'no-such-device', 'no-such-device', 'no-such-device'],
	] as const)('is what a guest may switch, by REST and live: %s', async (kind, first, second, other) => {
		const guest = guests[kind];
		const statuses = { switched: 200, 'may-not-switch': 403, 'no-such-relay': 404, 'no-such-device': 404 };
		const missing = { ...(await switched(guest, 'nowhere', 1)), answer: await commanded(guest, 'nowhere', 1) };
		for (const [device, relay, expected] of [
			[gate, 1, first],
			[gate, 2, second],
			[attic, 1, other],
		] as const) {
			const { status, body } = await switched(guest, device, relay);
			expect([device, relay, status]).toEqual([device, relay, statuses[expected]]);
			const answer = await commanded(guest, device, relay);
			expect(answer).toMatchObject(expected === 'switched' ? { ok: true } : { error: { fault: expected } });
			if (expected === 'no-such-device') expect({ status, body, answer }).toEqual(missing);
		}
		expect(view.relay(attic, 1)!.reported).toBe(false);
	});

	it('has a history of readings, as a whole device alone', async () => {
		const readings = async (who: BrowserSession, id: string) =>
			(await who.request('GET', `/devices/${id}/readings`)).status;
		for (const [kind, status] of [
			['room', 200],
			['device', 200],
			['see', 200],
			['relay', 404],
			['over', 404],
		] as const)
			expect([kind, await readings(guests[kind], gate), await readings(guests[kind], attic)]).toEqual([
				kind,
				status,
				404,
			]);
		expect([await readings(ben, attic), await readings(anna, attic)]).toEqual([200, 200]);
	});
});

describe('the file of one device', () => {
	const file = async (who: BrowserSession, id: string) => {
		const answer = await who.request('GET', `/devices/${id}/data.csv`);
		return { status: answer.status, text: await answer.text() };
	};

	it('has its history for the household, and for guests the readings alone, of what they reach as a whole', async () => {
		for (const who of [anna, ben]) {
			const { status, text } = await file(who, attic);
			expect([status, text.includes('"claimed"'), text.includes('"reading"')]).toEqual([200, true, true]);
		}
		for (const [kind, status] of [
			['room', 200],
			['device', 200],
			['see', 200],
			['relay', 404],
			['over', 404],
		] as const) {
			const own = await file(guests[kind], gate);
			expect([kind, own.status, (await file(guests[kind], attic)).status]).toEqual([kind, status, 404]);
			const [, ...rows] = own.text.split('\r\n').slice(0, -1);
			if (status === 200) expect([kind, rows.length > 0]).toEqual([kind, true]);
			for (const row of rows) expect(row).toMatch(/^"[^"]+","[^"]+","Gate","reading","","","","","","1","celsius",/);
		}
	});
});

describe('every command', () => {
	it('has a row, and answers guests', async () => {
		const live = await guests.see.open();
		const unknown = (await live.socket.emitWithAck('nothing' as 'watch', {} as never)) as Answer<null>;
		const commands = unknown.ok ? '' : String(unknown.error.params?.commands);
		expect(commands.split(', ').sort()).toEqual(Object.keys(COMMANDS).sort());
		for (const command of Object.keys(COMMANDS)) {
			const body = { visible: false, device: gate, relay: 1, on: true };
			const answer = await live.socket.emitWithAck(command as 'watch', body);
			expect([command, answer.ok]).toEqual([command, command !== 'set-relay']);
		}
		live.close();
	});
});

describe('what is of somebody else', () => {
	const faultOf = async (who: BrowserSession, method: string, path: string, body?: unknown) => {
		const answer = await who.request(method, path, method === 'GET' ? undefined : (body ?? {}));
		if (answer.status < 400) return answer.status;
		return ApiError.parse(await answer.json()).fault;
	};
	const FIRMWARE = { board: 'virtual', relays: [{ id: 1, name: 'Pump', gpio: 0, activeLow: false }], sensors: [] };
	const ofDevice = (id: string): [string, string, unknown?][] => [
		['POST', `/devices/${id}/token/rotate`],
		['POST', `/devices/${id}/firmware`, FIRMWARE],
		['POST', `/devices/${id}/token/revoke`],
	];
	const ofPending = (id: string): [string, string, unknown?][] => [
		['PUT', `/pending/${id}/mac`, { mac: '02AABBCCDDEE' }],
		['GET', `/pending/${id}/config`],
		['GET', `/pending/${id}/flash`],
		['GET', `/pending/${id}/project.zip`],
		['POST', `/pending/${id}/renew`],
		['POST', `/pending/${id}/virtual-board`],
		['DELETE', `/pending/${id}`],
	];

	it('is refused to a member on every route that is for one’s own; their own is not, and nothing is to the owner', async () => {
		const routes = Object.entries(ROUTES).filter(([route, who]) => who === 'own' && !route.includes('/updates'));
		expect(routes).toHaveLength(ofDevice('').length + ofPending('').length);
		const mine = await played('Shed', ben);
		const pendingOf = async (who: BrowserSession) => (await who.addVirtualBoard()).id;
		const [annas, bens] = [await pendingOf(anna), await pendingOf(ben)];
		for (const [method, path, body] of ofDevice(gate))
			expect([path, await faultOf(ben, method, path, body)]).toEqual([path, 'not-your-device']);
		for (const [method, path, body] of ofPending(annas))
			expect([path, await faultOf(ben, method, path, body)]).toEqual([path, 'not-your-pending']);
		for (const who of [ben, anna])
			for (const [method, path, body] of [...ofDevice(mine), ...ofPending(who === ben ? bens : annas)]) {
				const fault = await faultOf(who, method, path, body);
				expect(['not-your-device', 'not-your-pending', 'not-allowed'], path).not.toContain(fault);
			}
	});

	it('is not updated by a member, unless the owner lets them', async () => {
		const kim = await addPerson(hub, { name: 'kim', role: 'member', mayUpdateOthers: true });
		const update = (who: BrowserSession, devices: string[]) => faultOf(who, 'POST', '/updates', { devices });
		const { device } = await ben.call<LegacyDevice>('POST', '/legacy-devices', {
			name: 'Old',
			relays: [{ id: 1, name: 'x' }],
		});
		expect(await update(ben, [attic])).toBe('not-your-device');
		expect(await update(ben, [device.id, attic])).toBe('not-your-device');
		// Nothing is newer here, which is found out only after that.
		for (const [who, devices] of [
			[ben, [device.id]],
			[kim, [attic, device.id]],
			[anna, [attic, device.id]],
		] as const)
			expect(await update(who, [...devices])).toBe('nothing-to-update');
		expect(await update(ben, ['nowhere'])).toBe('no-such-device');
	});
});
