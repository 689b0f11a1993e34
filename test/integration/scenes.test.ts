import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LegacyDevice } from '../../protocol/dashboard/devices.ts';
import type { SceneBody, SceneResult, SceneView } from '../../protocol/dashboard/scenes.ts';
import { LIMITS } from '../../protocol/dashboard/limits.ts';
import type { ApiFailure, BrowserSession, LiveView } from '../harness/browser-session.ts';
import { TestHub } from '../harness/hub.ts';
import { poll } from '../harness/boards/legacy-board.ts';
import { memberOf } from '../harness/people/member.ts';

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

/** A virtual board with two relays, ONLINE. */
async function board(name: string) {
	const { id } = await browser.addVirtualBoard({ name });
	const board = hub.board(await browser.configFile(id));
	await view.until(() => view.devices.get(id)?.presence.state === 'online' && view.relay(id, 1)?.reported === false);
	return { id, board };
}

const member = (device: string, relay: number, on = true) => ({ device, relay, on });
const scene = (members: SceneBody['members'], change: Partial<SceneBody> = {}): SceneBody => ({
	name: 'Good night',
	kind: 'scene',
	members,
	...change,
});
const make = (body: object, by = browser) => by.call<SceneView>('POST', '/scenes', body);
const run = (id: string, body: object = {}, by = browser) => by.call<SceneResult>('POST', `/scenes/${id}/run`, body);
const failure = (call: Promise<unknown>) =>
	call.then(
		() => undefined,
		(error: ApiFailure) => [error.status, error.api.field],
	);
const log = (what: string) =>
	view.events.flatMap((event) => (event.type === 'audit' && event.entry.what === what ? [event.entry] : []));

describe('a scene', () => {
	it('is made, changed and deleted, live on every dashboard and over a restart', async () => {
		const { id: device } = await board('Kitchen');
		const other = await browser.open();
		const made = await make(scene([member(device, 1)], { icon: 'bell' }));
		expect(made).toEqual({ ...scene([member(device, 1)], { icon: 'bell' }), id: made.id });
		await other.until(() => other.scenes.get(made.id)?.name === 'Good night');
		await browser.call('PUT', `/scenes/${made.id}`, scene([member(device, 2, false)], { name: 'Movie' }));
		await other.until(() => other.scenes.get(made.id)?.name === 'Movie');
		await hub.stop();
		await hub.start();
		await view.until(() => view.answers.length === 2);
		await other.until(() => other.following && other.answers.length === 2);
		expect([...other.scenes.values()]).toEqual([
			{ ...scene([member(device, 2, false)], { name: 'Movie', icon: 'light' }), id: made.id },
		]);
		await browser.call('DELETE', `/scenes/${made.id}`);
		await other.until(() => other.scenes.size === 0);
		expect(await browser.call('GET', '/scenes')).toEqual({ scenes: [] });
		expect(await failure(browser.call('DELETE', `/scenes/${made.id}`))).toEqual([404, undefined]);
		other.close();
	});

	it('switches all its relays, each to its own state, and tells each one’s result and what it was', async () => {
		const [kitchen, attic] = [await board('Kitchen'), await board('Attic')];
		await view.setRelay(attic.id, 2, true);
		await view.until(() => view.relay(attic.id, 2)?.reported);
		const { id } = await make(scene([member(kitchen.id, 1), member(attic.id, 1), member(attic.id, 2, false)]));
		const { results } = await run(id);
		expect(results).toEqual([
			{ ...line(kitchen.id, 'Kitchen', 1, 'Pump'), on: true, before: false },
			{ ...line(attic.id, 'Attic', 1, 'Pump'), on: true, before: false },
			{ ...line(attic.id, 'Attic', 2, 'Valve'), on: false, before: true },
		]);
		await view.until(() => view.relay(attic.id, 2)?.reported === false);
		expect(view.relay(kitchen.id, 1)).toMatchObject({ reported: true, cause: 'command', by: 'anna (Good night)' });
		await view.until(() => log('scene-run').length === 1);
		expect(log('scene-run')[0]).toMatchObject({
			person: 'anna',
			details: { scene: 'Good night', done: 3, failed: 0 },
		});

		function line(device: string, deviceName: string, relay: number, relayName: string) {
			return { device, deviceName, relay, relayName, done: true, message: null };
		}
	});

	it('goes on where one board does not answer, and says which and why', async () => {
		const [kitchen, attic] = [await board('Kitchen'), await board('Attic')];
		attic.board.cut();
		await view.until(() => view.devices.get(attic.id)!.presence.state === 'away');
		const { id } = await make(scene([member(attic.id, 1), member(kitchen.id, 1)]));
		const { results } = await run(id);
		expect(results.map(({ done }) => done)).toEqual([false, true]);
		expect(results[0]!.message).toBe('Attic is not connected, so it was not switched.');
		await view.until(() => log('scene-run').length === 1);
		expect(log('scene-run')[0]).toMatchObject({ details: { done: 1, failed: 1 } });
	});

	it('run by many at once ends in one state, and everybody is told how theirs ended', async () => {
		const { id: device } = await board('Kitchen');
		const on = await make(scene([member(device, 1), member(device, 2)], { name: 'On' }));
		const off = await make(scene([member(device, 1, false), member(device, 2, false)], { name: 'Off' }));
		const runs = await Promise.all(Array.from({ length: 20 }, (_, i) => run(i % 2 ? on.id : off.id)));
		for (const { results } of runs)
			for (const { done, message } of results) if (!done) expect(message).toMatch(/a newer command took its place/);
		expect(runs.some(({ results }) => results.every(({ done }) => done))).toBe(true);
		await view.until(() => [1, 2].every((relay) => view.relay(device, relay)!.wanted === null));
		expect((await run(off.id)).results.every(({ done }) => done)).toBe(true);
		await view.until(() => [1, 2].every((relay) => view.relay(device, relay)!.reported === false));
	});

	it('switches a board with older firmware at its next poll', async () => {
		const added = await browser.call<LegacyDevice>('POST', '/legacy-devices', {
			name: 'Shed',
			relays: [{ id: 1, name: 'Lamp' }],
		});
		await poll(hub.origin, added.token, { relay1: 0 });
		const { id } = await make(scene([member(added.device.id, 1)]));
		const running = run(id);
		await view.until(() => view.relay(added.device.id, 1)?.wanted);
		expect((await poll(hub.origin, added.token, { relay1: 0 })).body.relay1).toBe(true);
		await poll(hub.origin, added.token, { relay1: 1 });
		expect((await running).results).toMatchObject([{ done: true, before: false, relayName: 'Lamp' }]);
		// The dashboards are told beside the answer, not before it.
		await view.until(() => view.relay(added.device.id, 1)?.by === 'anna (Good night)');
	});

	it('loses the relays of a deleted device, and goes where it had no others', async () => {
		const [kitchen, attic] = [await board('Kitchen'), await board('Attic')];
		const both = await make(scene([member(kitchen.id, 1), member(attic.id, 1)], { name: 'Both' }));
		const one = await make(scene([member(attic.id, 2)], { name: 'One' }));
		await browser.call('DELETE', `/devices/${attic.id}`);
		await view.until(() => !view.scenes.has(one.id) && view.scenes.get(both.id)?.members.length === 1);
		expect((await run(both.id)).results).toMatchObject([{ device: kitchen.id, done: true }]);
		await hub.stop();
		await hub.start();
		await view.until(() => view.answers.length === 2);
		const { scenes } = await browser.call<{ scenes: SceneView[] }>('GET', '/scenes');
		expect(scenes).toMatchObject([{ id: both.id, members: [member(kitchen.id, 1)] }]);
	});
});

describe('a group', () => {
	it('is all on or all off, whatever its members say', async () => {
		const { id: device } = await board('Kitchen');
		const members = [member(device, 1, false), member(device, 2, true)];
		const { id } = await make(scene(members, { kind: 'group' }));
		expect((await run(id, { on: true })).results.map(({ on, done }) => [on, done])).toEqual([
			[true, true],
			[true, true],
		]);
		await view.until(() => [1, 2].every((relay) => view.relay(device, relay)!.reported));
		await run(id, { on: false });
		await view.until(() => [1, 2].every((relay) => view.relay(device, relay)!.reported === false));
	});

	it('must be told which, and a scene must not', async () => {
		const { id: device } = await board('Kitchen');
		const group = await make(scene([member(device, 1)], { kind: 'group' }));
		const one = await make(scene([member(device, 1)]));
		expect(await failure(run(group.id))).toEqual([400, 'on']);
		expect(await failure(run(one.id, { on: true }))).toEqual([400, 'on']);
		expect(view.relay(device, 1)!.reported).toBe(false);
	});
});

describe('what is no scene', () => {
	it.each([
		['without a name', { name: ' ' }, 'name'],
		['without a relay', { members: [] }, 'members'],
		['with a relay twice', { members: [member('DEVICE', 1), member('DEVICE', 1, false)] }, 'members.1.relay'],
		['with a relay that is not there', { members: [member('DEVICE', 3)] }, 'members.0.relay'],
		['with a device that is not there', { members: [member('nobody', 1)] }, 'members.0.device'],
		['with too many relays', { members: Array(LIMITS.sceneMembers + 1).fill(member('DEVICE', 1)) }, 'members'],
		['of another kind', { kind: 'party' }, 'kind'],
		['with a picture that is none', { icon: 'skull' }, 'icon'],
	])('is refused: %s', async (_, change, field) => {
		const { id } = await board('Kitchen');
		const fitting = (members: SceneBody['members']) =>
			members.map((member) => ({ ...member, device: member.device === 'DEVICE' ? id : member.device }));
		const kept = await make(scene([member(id, 1)]));
		const body = { ...scene([member(id, 1)]), ...change };
		const wrong = { ...body, members: fitting(body.members as SceneBody['members']) };
		expect(await failure(make(wrong))).toEqual([400, field]);
		expect(await failure(browser.call('PUT', `/scenes/${kept.id}`, wrong))).toEqual([400, field]);
		expect(await browser.call('GET', '/scenes')).toEqual({ scenes: [kept] });
	});

	it('is one more than the hub keeps', async () => {
		const { id } = await board('Kitchen');
		const made = await Promise.allSettled(
			Array.from({ length: LIMITS.scenes + 5 }, () => make(scene([member(id, 1)]))),
		);
		const refused = made.flatMap((result) => (result.status === 'rejected' ? [result.reason as ApiFailure] : []));
		expect(refused.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409]);
		expect(refused[0]!.api.message).toBe('There are 100 scenes already. Delete some first.');
	});
});

it('a member may make and run scenes, a stranger may not even see them', async () => {
	const { id: device } = await board('Kitchen');
	const ben = await memberOf(hub);
	const { id } = await make(scene([member(device, 1)]), ben);
	await run(id, {}, ben);
	await view.until(() => view.relay(device, 1)?.reported === true);
	expect(view.relay(device, 1)).toMatchObject({ reported: true, by: 'ben (Good night)' });
	const stranger = hub.browser();
	const refused = await Promise.all([
		failure(stranger.call('GET', '/scenes')),
		failure(make(scene([member(device, 1)]), stranger)),
		failure(run(id, {}, stranger)),
		failure(stranger.call('DELETE', `/scenes/${id}`)),
	]);
	expect(refused).toEqual(Array(4).fill([401, undefined]));
	expect(view.scenes.has(id)).toBe(true);
});
