import { describe, expect, it } from 'vitest';
import type { PersonView } from '$protocol/dashboard/people/people.ts';
import type { AuditEntry } from '../../../../../protocol/dashboard/history.ts';
import { device } from '../../../../../test/harness/network/fake-hub-socket.ts';
import { Device } from '../../../hub/device.svelte.ts';
import { grantName } from '../../../people/access/grant-name.ts';
import { peopleSentences } from './people-audit.ts';
import { peopleWords } from './people.ts';

describe('what a guest may reach, in words', () => {
	const house = { devices: new Map([['d1', new Device(device('d1', 'Gate'))]]), nameOf: () => 'Gate' } as never;
	const relay = (relay: number, device = 'd1') => ({ kind: 'relay', device, relay, may: 'see' }) as const;

	it.each([
		[{ kind: 'room', room: 'Garden', may: 'see' } as const, 'Garden'],
		[{ kind: 'device', device: 'd1', may: 'see' } as const, 'Gate'],
		[relay(1), 'Pump, Gate'],
		[relay(7), 'A relay that is gone, Gate'],
		[relay(1, 'd9'), 'A device that is gone'],
	])('%j is %s', (grant, name) => expect(grantName(grant, house)).toBe(name));

	it('names two and counts the rest', () => {
		expect(peopleWords.reaches(['Garden', 'Gate'])).toBe('Garden; Gate');
		expect(peopleWords.reaches(['Garden', 'Gate', 'Pump', 'Attic'])).toBe('Garden; Gate and 2 more');
	});

	it('says its hours and its end', () => {
		expect(peopleWords.weekly({ weekdays: 1, fromMinute: 480, toMinute: 720 })).toBe('Mon 08:00–12:00');
		const now = Date.UTC(2026, 10, 25, 12);
		expect(peopleWords.until(Date.UTC(2026, 10, 29, 17), 'Europe/Berlin', now)).toBe('until Sun 18:00');
		expect(peopleWords.until(now, 'UTC', now)).toBe('access is over');
	});

	it('says who is online, and of others when they last used it', () => {
		expect([peopleWords.here(undefined), peopleWords.here('19:41')]).toEqual(['Online now', 'Was online at 19:41']);
		const age = () => 'yesterday';
		expect([peopleWords.lastUsed(0, age), peopleWords.lastUsed(null, age)]).toEqual([
			'Last used yesterday',
			'Not signed in',
		]);
	});

	it('says how long an invitation is good', () => {
		const { left } = peopleWords.invitations;
		expect([1_439, 60, 59, 0].map(left)).toEqual([
			'good for 24 h',
			'good for 1 h',
			'good for 59 min',
			'good for 1 min',
		]);
	});
});

describe('the question before somebody is removed', () => {
	const texts = (devices: number, role: PersonView['role']) =>
		peopleWords.remove.question('Mia', devices, role === 'guest').what.map(({ title }) => title);

	it('says what becomes of devices only where there are some', () => {
		expect(texts(0, 'guest')).toEqual(['Signed out at once, everywhere', 'What they did stays in Activity']);
		expect(texts(1, 'member')).toContain('1 device becomes yours');
		expect(texts(3, 'member')).toContain('3 devices become yours');
	});
});

describe('the audit log says of people', () => {
	const said = (what: keyof typeof peopleSentences, details: AuditEntry['details'], person: string | null = 'Anna') =>
		peopleSentences[what]({ person, details } as AuditEntry);

	it.each([
		[said('invited', { role: 'guest', name: 'Mia' }), 'Mia invited as a guest by Anna'],
		[said('invited', { role: 'member', name: '' }), 'Invitation for a member made by Anna'],
		[said('invitation-withdrawn', { role: 'guest', name: '' }), 'Invitation for a guest withdrawn by Anna'],
		[
			said('joined', { role: 'guest', invitedBy: 'Anna', address: '192.168.1.9' }, 'Mia'),
			'Mia joined as a guest, invited by Anna, from 192.168.1.9',
		],
		[
			said('role-changed', { name: 'Mia', role: 'member', before: 'guest' }),
			'Mia made a member by Anna, was a guest before',
		],
		[said('access-changed', { name: 'Mia' }), 'Anna changed what Mia may reach'],
		[said('access-changed', { name: 'Mia' }, null), 'Somebody changed what Mia may reach'],
		[
			said('access-changed', { name: 'Mia', until: new Date(2026, 10, 29, 18).getTime() }),
			'Anna changed what Mia may reach, until Nov 29, 18:00',
		],
		[
			said('access-changed', { name: 'Jonas', mayUpdateOthers: false }),
			'Jonas may no longer update other people’s boards, changed by Anna',
		],
		[
			said('access-changed', { name: 'Jonas', mayUpdateOthers: true }, null),
			'Jonas may now update other people’s boards',
		],
		[said('person-renamed', { name: 'Emma', before: 'Em' }, 'Em'), 'Em is called Emma now'],
		[said('person-removed', { name: 'Mia', role: 'guest' }), 'Mia removed from this hub by Anna'],
		[said('password-changed', {}), 'Anna changed their password'],
		[said('second-factor-on', { name: 'Anna' }), 'Anna turned their second factor on'],
		[said('second-factor-reset', { name: 'Mia' }), 'Second factor of Mia turned off by Anna'],
		[said('recovery-code-used', { left: 9 }), 'Anna used a recovery code; 9 left'],
		[said('sessions-ended', { name: 'Anna', count: 2 }), 'Anna ended 2 sessions of their own'],
		[
			said('api-token-made', { token: 'Phone', scope: 'switch', expiresAt: new Date(2026, 10, 29, 18).getTime() }),
			'Anna made the API token Phone, which may switch relays and scenes until Nov 29, 18:00',
		],
		[said('api-token-made', { token: 'Shelf', scope: 'read' }), 'Anna made the API token Shelf, which may read'],
		[
			said('api-token-used-first', { token: 'Phone', address: '10.0.0.7' }),
			'The API token Phone of Anna was used for the first time, from 10.0.0.7',
		],
		[said('api-tokens-ended', { name: 'Anna', tokens: 'Phone', count: 1 }), 'Anna ended the API token Phone'],
		[
			said('api-tokens-ended', { name: 'Mia', tokens: 'Phone, Shelf', count: 2 }),
			'API tokens of Mia ended by Anna: Phone, Shelf',
		],
		[said('sessions-ended', { name: 'Mia', count: 1 }), 'Mia signed out of one session by Anna'],
	])('%s', (sentence, expected) => expect(sentence).toBe(expected));
});
