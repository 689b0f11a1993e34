import { describe, expect, it } from 'vitest';
import { type Action, may, mayUpdate, scopesFor } from './roles.ts';

const owner = { id: '1', name: 'Anna', role: 'owner' as const };
const member = { id: '2', name: 'Ben', role: 'member' as const };
const guest = { id: '3', name: 'Mia', role: 'guest' as const };

it.each<[Action, member: boolean, guest: boolean]>([
	['house.follow', true, false],
	['devices.see', true, true],
	['devices.switch', true, true],
	['devices.inspect', true, false],
	['devices.configure', true, false],
	['devices.delete', false, false],
	['history.see', true, false],
	['pending.see', true, false],
	['pending.make', true, false],
	['pending.own', true, false],
	['pending.any', false, false],
	['conflicts.decide', false, false],
	['scenes.run', true, false],
	['settings.see', true, false],
	['people.manage', false, false],
	['https.manage', false, false],
	['backup.manage', false, false],
])('the owner may do %s; a member may: %s, a guest: %s', (action, byMember, byGuest) => {
	expect([owner, member, guest].map((user) => may(user, action))).toEqual([true, byMember, byGuest]);
});

it('somebody whose role does not exist may do nothing', () => {
	expect(may({ role: 'admin' as 'owner' }, 'devices.see')).toBe(false);
});

it.each<[Action, scopes: string[]]>([
	['devices.see', ['read', 'everything']],
	['devices.switch', ['switch', 'everything']],
	['scenes.run', ['switch', 'everything']],
	['devices.delete', ['everything']],
	['pending.own', ['everything']],
	['house.follow', []],
	['people.manage', []],
	['https.manage', []],
	['backup.manage', []],
])('%s takes API tokens of the scopes %j', (action, scopes) => expect(scopesFor(action)).toEqual(scopes));

describe('updates', () => {
	const mayUpdateBoardsOf = (user: typeof owner | typeof member | typeof guest, whose: string, others = false) =>
		mayUpdate({ user, rights: { mayUpdateOthers: others } }, whose);

	it('of other people’s boards are the owner’s, and those of members whom the owner lets', () => {
		expect([mayUpdateBoardsOf(owner, '2'), mayUpdateBoardsOf(member, '2')]).toEqual([true, true]);
		expect([mayUpdateBoardsOf(member, '1'), mayUpdateBoardsOf(member, '1', true)]).toEqual([false, true]);
	});

	it('are never a guest’s', () => {
		expect([mayUpdateBoardsOf(guest, '3'), mayUpdateBoardsOf(guest, '1', true)]).toEqual([false, false]);
	});
});
