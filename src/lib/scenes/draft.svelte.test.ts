import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { SceneDraft } from './draft.svelte.ts';

const fan = { device: 'd1', relay: 1 };
const pump = { device: 'd2', relay: 3 };
const always = () => true;

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

	it('leaves what it does not change as somebody else has made it meanwhile', () => {
		const lamp = { device: 'd1', relay: 2 };
		const gate = { device: 'd3', relay: 1 };
		const on = (member: typeof fan) => ({ ...member, on: true });
		const off = (member: typeof fan) => ({ ...member, on: false });
		const opened = { id: 's1', name: 'Evening', icon: 'bell', kind: 'scene', members: [on(fan), on(pump)] } as const;
		const draft = new SceneDraft({ ...opened, members: [...opened.members] });
		draft.icon = 'fan';
		draft.choose(gate, true, true);
		draft.set(pump, false);
		const now = { ...opened, name: 'Dusk', members: [off(fan), on(pump), off(lamp)] };
		expect(draft.body(always, now)).toEqual({
			name: 'Dusk',
			icon: 'fan',
			kind: 'scene',
			members: [off(fan), off(pump), on(gate), off(lamp)],
		});
		expect(draft.body(always, { ...now, members: [on(pump)] }).members).toEqual([off(pump), on(gate)]);
	});

	it('starts from the saved scene, and sends no relays that were removed', () => {
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
		expect(draft.body(always)).toEqual({ name: 'Evening', icon: 'bell', kind: 'group', members: view.members });
		expect(draft.body(({ device }) => device === 'd2').members).toEqual([{ ...pump, on: false }]);
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
