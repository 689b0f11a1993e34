import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { SceneDraft } from './draft.svelte.ts';

const fan = { device: 'd1', relay: 1 };
const pump = { device: 'd2', relay: 3 };

describe('SceneDraft', () => {
	it('adds a relay with its present state, or on if that is unknown', () => {
		const draft = new SceneDraft();
		draft.choose(fan, true, false);
		draft.choose(pump, true, null);
		expect([draft.stateOf(fan), draft.stateOf(pump)]).toEqual([false, true]);
		draft.choose(fan, false, false);
		expect([draft.stateOf(fan), draft.count]).toEqual([undefined, 1]);
	});

	it('takes over present states, and keeps those that are unknown', () => {
		const draft = new SceneDraft();
		draft.choose(fan, true, true);
		draft.choose(pump, true, true);
		draft.takeStates(({ device }) => (device === 'd1' ? false : null));
		expect([draft.stateOf(fan), draft.stateOf(pump)]).toEqual([false, true]);
	});

	it('follows what somebody else saves meanwhile, but for what was changed here', () => {
		const lamp = { device: 'd1', relay: 2 };
		const gate = { device: 'd3', relay: 1 };
		const on = (member: typeof fan) => ({ ...member, on: true });
		const off = (member: typeof fan) => ({ ...member, on: false });
		const opened = { id: 's1', name: 'Evening', icon: 'bell' as const, kind: 'scene' as const };
		const draft = new SceneDraft({ ...opened, members: [on(fan), on(pump)] });
		draft.icon = 'fan';
		draft.choose(gate, true, true);
		draft.set(pump, false);
		draft.take({ ...opened, name: 'Dusk', members: [off(fan), on(pump), off(lamp)] });
		expect([draft.name, draft.stateOf(fan), draft.stateOf(lamp), draft.count]).toEqual(['Dusk', false, false, 4]);
		expect(draft.body).toEqual({
			name: 'Dusk',
			icon: 'fan',
			kind: 'scene',
			members: [off(fan), off(pump), on(gate), off(lamp)],
		});
		draft.take({ ...opened, name: 'Dusk', members: [on(pump)] });
		expect(draft.body.members).toEqual([off(pump), on(gate)]);
		expect(draft.dirty).toBe(true);
	});

	it('takes another name beside a space that was typed, and leaves the space where the name is the same', () => {
		const opened = { id: 's1', name: 'Evening', icon: 'bell' as const, kind: 'scene' as const, members: [] };
		const draft = new SceneDraft(opened);
		draft.name = 'Evening ';
		draft.take({ ...opened, icon: 'fan' });
		expect([draft.name, draft.icon]).toEqual(['Evening ', 'fan']);
		draft.take({ ...opened, name: 'Dusk' });
		expect(draft.name).toBe('Dusk');
	});

	it('has nothing to save once somebody else has saved the same', () => {
		const opened = { id: 's1', name: 'Evening', icon: 'bell' as const, kind: 'scene' as const };
		const [one, two] = [
			{ ...fan, on: true },
			{ ...pump, on: true },
		];
		const draft = new SceneDraft({ ...opened, members: [one] });
		draft.choose(pump, true, true);
		expect(draft.dirty).toBe(true);
		draft.take({ ...opened, members: [two, one] });
		expect([draft.dirty, draft.isIn({ ...opened, members: [one, two] })]).toEqual([false, true]);
	});

	it('starts from the saved scene, and neither counts nor sends relays that were removed', () => {
		const view = {
			id: 's1',
			name: ' Evening ',
			icon: 'bell' as const,
			kind: 'group' as const,
			members: [
				{ ...fan, on: true },
				{ ...pump, on: false },
			],
		};
		const draft = new SceneDraft(view);
		expect(draft.body).toEqual({ name: 'Evening', icon: 'bell', kind: 'group', members: view.members });
		const left = new SceneDraft(view, ({ device }) => device === 'd2');
		expect([left.count, left.body.members]).toEqual([1, [{ ...pump, on: false }]]);
		expect([left.isIn({ ...view, members: left.body.members }), left.dirty]).toEqual([true, false]);
		expect(new SceneDraft(view, () => false).problem?.field).toBe('members');
	});

	it('is dirty only while it differs from its start', () => {
		const draft = new SceneDraft();
		expect(draft.dirty).toBe(false);
		draft.choose(fan, true, null);
		expect(draft.dirty).toBe(true);
		draft.choose(fan, false, null);
		expect(draft.dirty).toBe(false);
		draft.name = 'Evening';
		expect(draft.dirty).toBe(true);
	});

	it('reports a missing name and missing relays', () => {
		const draft = new SceneDraft();
		expect(draft.problem?.field).toBe('name');
		draft.name = 'Evening';
		expect(draft.problem?.field).toBe('members');
		draft.set(fan, true);
		expect(draft.problem).toBeUndefined();
	});

	it('adds no more relays than a scene may have', () => {
		const draft = new SceneDraft();
		for (let i = 0; i <= LIMITS.sceneMembers; i++) draft.choose({ device: `d${i}`, relay: 1 }, true, true);
		expect([draft.count, draft.full]).toEqual([LIMITS.sceneMembers, true]);
	});
});
