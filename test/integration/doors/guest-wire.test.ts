import { type Socket, io } from 'socket.io-client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeviceConfig } from '../../../protocol/dashboard/plan.ts';
import type { Grant } from '../../../protocol/dashboard/people/people.ts';
import type { SceneView } from '../../../protocol/dashboard/scenes.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { guestOf, memberOf } from '../../harness/people/member.ts';
import { Waiting } from '../../harness/waiting.ts';

/** A guest's socket is listened to on the wire while the house works: whatever is not granted must not be in it. */
let hub: TestHub;
let anna: BrowserSession;
let ben: BrowserSession;
let view: LiveView;
let gate: string;
let attic: string;
const wires: Wire[] = [];

/** A guest's dashboard, and every byte that it is sent. */
class Wire {
	readonly frames: string[] = [];
	readonly socket: Socket;
	#waiting = new Waiting();

	constructor(readonly guest: BrowserSession) {
		const { cookie } = guest;
		this.socket = io(hub.origin, { transports: ['websocket'], extraHeaders: { cookie, origin: hub.origin } });
		this.socket.io.on('open', () =>
			this.socket.io.engine.on('packet', (packet: unknown) => {
				this.frames.push(String((packet as { data?: string }).data ?? ''));
				setImmediate(() => this.#waiting.changed());
			}),
		);
	}

	async follow(): Promise<this> {
		await this.socket.emitWithAck('follow', {});
		return this;
	}

	until(condition: () => boolean): Promise<void> {
		return this.#waiting.until(condition, 8_000, () => `not on the wire: ${condition.toString()}`);
	}

	/** Every string in what was sent, without the names of properties. */
	get strings(): Set<string> {
		const found = new Set<string>();
		for (const frame of this.frames) {
			const json = frame.slice(frame.search(/[[{]/));
			if (json.startsWith('[') || json.startsWith('{')) collect(JSON.parse(json), found);
		}
		return found;
	}
}

function collect(value: unknown, into: Set<string>): void {
	if (typeof value === 'string') into.add(value);
	else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part, into);
}

async function played(name: string): Promise<string> {
	const { id } = await anna.addVirtualBoard({ name });
	await anna.call('POST', `/pending/${id}/virtual-board`);
	await view.until(() => view.relay(id, 2)?.reported === false && view.devices.get(id)!.readings.length === 1);
	return id;
}

beforeEach(async () => {
	hub = await new TestHub().start();
	anna = await hub.owner();
	view = await anna.open();
	ben = await memberOf(hub);
	[gate, attic] = [await played('Gate'), await played('Attic')];
	await anna.call('PATCH', `/devices/${gate}`, { room: 'Garden' });
	await anna.call('PATCH', `/devices/${attic}`, { room: 'Upstairs' });
});
afterEach(async () => {
	for (const { socket } of wires.splice(0)) socket.disconnect();
	view.close();
	await hub.remove();
});

async function listen(name: string, grants: Grant[], until: number | null = null): Promise<Wire> {
	const wire = new Wire(await guestOf(hub, name, grants, until));
	wires.push(wire);
	return wire.follow();
}

async function switchAndWait(device: string, relay: number, on: boolean): Promise<void> {
	await anna.call('PUT', `/devices/${device}/relays/${relay}`, { on });
	await view.until(() => view.relay(device, relay)!.reported === on);
}

/** What a household does in a day. */
async function aDay(): Promise<void> {
	for (const device of [attic, gate])
		for (const relay of [1, 2]) for (const on of [true, false]) await switchAndWait(device, relay, on);
	const members = [{ device: attic, relay: 1, on: true }];
	const scene = { name: 'Party', kind: 'scene', icon: 'light', members };
	const { id } = await ben.call<SceneView>('POST', '/scenes', scene);
	await ben.call('POST', `/scenes/${id}/run`, {});
	await ben.call('DELETE', `/scenes/${id}`);
	const pending = await ben.addVirtualBoard({ name: 'Cellar' });
	await ben.call('POST', `/pending/${pending.id}/renew`);
	await ben.call('DELETE', `/pending/${pending.id}`);
	await anna.call('PUT', `/devices/${gate}/wifi`, { ssid: 'OtherWifi', password: 'long enough' });
	for (const device of [gate, attic]) {
		const { config, plan } = await anna.call<DeviceConfig>('GET', `/devices/${device}/config`);
		const relays = plan.relays.map((relay) => ({ ...relay, maxOnMs: 60_000 }));
		await anna.call('PUT', `/devices/${device}/config`, { version: config.version, ...plan, relays });
		await view.until(() => view.devices.get(device)!.config.state === 'applied');
		await anna.call('POST', `/devices/${device}/token/rotate`);
		await view.until(() => view.devices.get(device)!.token.state === 'active');
	}
	await anna.call('PATCH', `/devices/${attic}`, { name: 'Loft' });
	await anna.call('PUT', '/devices/order', { ids: [attic, gate] });
	await anna.call('POST', `/devices/${attic}/reboot`);
	await view.until(() => view.devices.get(attic)!.presence.state !== 'online');
	await view.until(() => view.devices.get(attic)!.presence.state === 'online');
	await (await memberOf(hub, 'kim')).call('DELETE', '/session');
	await anna.call('DELETE', `/devices/${attic}`);
	await view.until(() => !view.devices.has(attic));
	await switchAndWait(gate, 2, true);
	await switchAndWait(gate, 1, true);
}

it('a guest’s wire holds what is granted and nothing else, while the house works', async () => {
	const device = (may: 'see' | 'switch'): Grant => ({ kind: 'device', device: gate, may });
	const whole = ['Gate', 'Garden', 'Pump', 'Valve', 'celsius', 'reading', 'device'];
	const seen: [Wire, string[]][] = [
		[await listen('room', [{ kind: 'room', room: 'Garden', may: 'switch' }]), whole],
		[await listen('device', [device('switch')]), whole],
		[await listen('see', [device('see')]), whole],
		[await listen('relay', [{ kind: 'relay', device: gate, relay: 1, may: 'switch' }]), ['Gate', 'Pump', 'device']],
		[await listen('over', [device('switch')], 1), []],
		[await listen('nothing', [{ kind: 'device', device: 'gone', may: 'switch' }]), []],
	];
	await aDay();
	for (const [wire, allowed] of seen) {
		if (allowed.length > 0)
			await wire.until(() => wire.frames.some((frame) => /"relay".*"id":1.*"reported":true/.test(frame)));
		const { user, sid, epoch, version } = await ownStrings(wire);
		// 'auto': what they prefer of formats, which is their own
		const always = ['snapshot', 'Mooring', 'guest', 'live', 'auto', user.id, user.name, sid, epoch, version];
		const shown = [
			gate,
			'secure-v2',
			'online',
			'away',
			'offline',
			'plug',
			'relay',
			'presence',
			'command',
			'boot',
			'active',
			'applied',
			'',
		];
		const strings = [...wire.strings].filter((text) => !always.includes(text));
		expect(
			strings.filter((text) => !(allowed.length > 0 && [...shown, ...allowed].includes(text))),
			user.name,
		).toEqual([]);
		for (const text of allowed) if (text !== 'device' && text !== 'reading') expect(strings, user.name).toContain(text);
	}
}, 60_000);

/** What every dashboard is told of itself and the hub. */
async function ownStrings(wire: Wire) {
	const user = await wire.guest.call<{ id: string; name: string }>('GET', '/session');
	const { version } = await anna.call<{ version: string }>('GET', '/hub');
	return { user, version, sid: wire.socket.id!, epoch: view.epoch! };
}

it('a guest loses what they reach at the set moment, on the open dashboard and for their next tap', async () => {
	const until = Date.now() + 5_000;
	const mia = await guestOf(hub, 'mia', [{ kind: 'relay', device: gate, relay: 1, may: 'switch' }], until);
	const dashboard = await mia.open();
	expect(dashboard.relay(gate, 1)).toMatchObject({ name: 'Pump' });
	expect(await dashboard.setRelay(gate, 1, true)).toMatchObject({ ok: true });
	await dashboard.until(() => dashboard.relay(gate, 1)?.reported === true);
	expect(dashboard.relay(gate, 1)!.by).toBe('mia');
	expect(Date.now()).toBeLessThan(until);
	await dashboard.until(() => dashboard.devices.size === 0);
	expect(Date.now()).toBeGreaterThanOrEqual(until);
	expect(await dashboard.setRelay(gate, 1, false)).toMatchObject({ error: { fault: 'no-such-device' } });
	expect(await mia.call('GET', '/devices')).toEqual({ devices: [] });
	expect((await mia.request('PUT', `/devices/${gate}/relays/1`, { on: false })).status).toBe(404);
	expect(view.relay(gate, 1)!.reported).toBe(true);
	dashboard.close();
});
