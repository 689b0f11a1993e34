import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceView, LegacyDevice } from '../../../protocol/dashboard/devices.ts';
import type { ApiFailure, BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { memberOf } from '../../harness/people/member.ts';

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;

beforeEach(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

async function add(name: string): Promise<string> {
	const relays = [{ id: 1, name: 'Pump' }];
	return (await browser.call<LegacyDevice>('POST', '/legacy-devices', { name, relays })).device.id;
}

const patch = (id: string, change: object, by = browser) => by.call<DeviceView>('PATCH', `/devices/${id}`, change);
const order = (ids: string[], by = browser) => by.call('PUT', '/devices/order', { ids });
/** Names in the order a dashboard shows them, out of the stream alone. */
const shown = () => [...view.devices.values()].sort((a, b) => a.position - b.position).map(({ name }) => name);
const failure = (call: Promise<unknown>) =>
	call.then(
		() => undefined,
		(error: ApiFailure) => [error.status, error.api.field],
	);

describe('a device', () => {
	it('gets another name and room at once on every dashboard, and in the log', async () => {
		const id = await add('Kitchen');
		const other = await browser.open();
		const patched = await patch(id, { name: ' Kitchen island ', room: 'Kitchen' });
		expect(patched).toMatchObject({ name: 'Kitchen island', room: 'Kitchen' });
		for (const dashboard of [view, other])
			await dashboard.until(() => dashboard.devices.get(id)?.name === 'Kitchen island');
		expect(other.devices.get(id)!.room).toBe('Kitchen');
		await view.until(() => view.events.filter(({ type }) => type === 'audit').length >= 3);
		const entries = view.events.flatMap((event) => (event.type === 'audit' ? [event.entry] : []));
		expect(entries.find(({ what }) => what === 'renamed')).toMatchObject({
			person: 'anna',
			details: { before: 'Kitchen', after: 'Kitchen island' },
		});
		expect(entries.find(({ what }) => what === 'moved')).toMatchObject({ details: { before: null, after: 'Kitchen' } });
		other.close();
	});

	it('keeps what is not named, leaves its room by null, and tells nobody of a change that is none', async () => {
		const id = await add('Kitchen');
		await patch(id, { room: 'Kitchen' });
		expect(await patch(id, { name: 'Oven' })).toMatchObject({ name: 'Oven', room: 'Kitchen' });
		expect(await patch(id, { room: null })).toMatchObject({ name: 'Oven', room: null });
		const { seq } = view;
		expect(await patch(id, { name: 'Oven', room: null })).toMatchObject({ name: 'Oven' });
		expect(await patch(id, {})).toMatchObject({ name: 'Oven' });
		await add('Attic');
		await view.until(() => view.device('Attic'));
		expect(view.events.filter((event) => event.type === 'device' && event.device.name === 'Oven')).toHaveLength(2);
		expect(view.seq).toBeGreaterThan(seq);
	});

	it('keeps name, room and place over a restart', async () => {
		const first = await add('Attic');
		await add('Barn');
		await patch(first, { name: 'Roof', room: 'Upstairs' });
		await order([view.device('Barn')!.id, first]);
		await hub.stop();
		await hub.start();
		await view.until(() => view.answers.length === 2);
		const { devices } = await browser.call<{ devices: DeviceView[] }>('GET', '/devices');
		expect(devices.map(({ name, room, position }) => [name, room, position])).toEqual([
			['Barn', null, 0],
			['Roof', 'Upstairs', 1],
		]);
	});

	it('refuses an empty or endless name, and a device that is not there', async () => {
		const id = await add('Kitchen');
		expect(await failure(patch(id, { name: '  ' }))).toEqual([400, 'name']);
		expect(await failure(patch(id, { room: 'x'.repeat(41) }))).toEqual([400, 'room']);
		expect(await failure(patch(id, { room: '' }))).toEqual([400, 'room']);
		expect(await failure(patch('nobody', { name: 'X' }))).toEqual([404, undefined]);
		expect(view.devices.get(id)!.name).toBe('Kitchen');
	});
});

describe('order by hand', () => {
	it('is everybody’s, what it does not name comes after as it was, and a new device is last', async () => {
		const [a, b, c] = [await add('A'), await add('B'), await add('C')];
		await order([c, a]);
		await view.until(() => shown().join('') === 'CAB');
		await order([b, 'deleted meanwhile', b, c]);
		await view.until(() => shown().join('') === 'BCA');
		await add('D');
		await view.until(() => shown().join('') === 'BCAD');
		await order([]);
		expect(shown().join('')).toBe('BCAD');
	});

	it('of twenty at once is one of them, whole', async () => {
		const ids = [await add('A'), await add('B'), await add('C')];
		const orders = Array.from({ length: 20 }, (_, i) => (i % 2 ? ids : ids.toReversed()));
		await Promise.all(orders.map((ids) => order(ids)));
		const { devices } = await browser.call<{ devices: DeviceView[] }>('GET', '/devices');
		const positions = devices.sort((a, b) => a.position - b.position).map(({ name }) => name);
		expect(['ABC', 'CBA']).toContain(positions.join(''));
		expect(devices.map(({ position }) => position)).toEqual([0, 1, 2]);
	});

	it('refuses what is no list of ids', async () => {
		expect(await failure(browser.call('PUT', '/devices/order', { ids: [1] }))).toEqual([400, 'ids.0']);
		expect(await failure(browser.call('PUT', '/devices/order', {}))).toEqual([400, 'ids']);
	});
});

it('a member may arrange, a stranger may not', async () => {
	const id = await add('Kitchen');
	const ben = await memberOf(hub);
	expect(await patch(id, { name: 'Oven' }, ben)).toMatchObject({ name: 'Oven' });
	await order([id], ben);
	const stranger = hub.browser();
	expect(await failure(patch(id, { name: 'X' }, stranger))).toEqual([401, undefined]);
	expect(await failure(order([id], stranger))).toEqual([401, undefined]);
});
