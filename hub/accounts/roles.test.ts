import { expect, it } from 'vitest';
import { type Action, may } from './roles.ts';

const owner = { id: '1', name: 'Anna', role: 'owner' as const };
const member = { id: '2', name: 'Ben', role: 'member' as const };

it.each<[Action, boolean]>([
	['devices.see', true],
	['devices.switch', true],
	['devices.delete', false],
	['history.see', true],
	['pending.see', true],
	['pending.make', true],
	['pending.own', true],
	['pending.any', false],
	['conflicts.decide', false],
	['backup.manage', false],
])('the owner may do %s; a member may: %s', (action, allowed) => {
	expect(may(owner, action)).toBe(true);
	expect(may(member, action)).toBe(allowed);
});
