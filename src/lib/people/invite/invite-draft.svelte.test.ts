import { describe, expect, it } from 'vitest';
import { InvitationBody } from '$protocol/dashboard/people/people.ts';
import { InviteDraft } from './invite-draft.svelte.ts';
import { inviteLink, leadsToItself } from './invite-link.ts';
import { qrPath } from '$lib/ui/qr-path.ts';

const NOW = Date.UTC(2026, 10, 29, 19, 30);
const GARDEN = { kind: 'room', room: 'Garden', may: 'switch' } as const;

describe('the draft of an invitation', () => {
	it('is for a guest, and asks what they may reach', () => {
		const draft = new InviteDraft('UTC');
		expect([draft.role, draft.problem(NOW)?.field]).toEqual(['guest', 'grants']);
		draft.role = 'member';
		expect(draft.problem(NOW)).toBeUndefined();
		draft.proof.current = 'secret';
		expect(draft.body(NOW)).toEqual({ role: 'member', name: '', access: null, current: 'secret' });
	});

	it('gets its times from a preset, one after the other, and keeps what was chosen', () => {
		const draft = new InviteDraft('UTC');
		draft.access.add(GARDEN);
		draft.name = ' Mia ';
		draft.apply('cleaner', NOW);
		const weekly = { weekdays: 1, fromMinute: 480, toMinute: 720 };
		expect(draft.body(NOW)).toEqual({ role: 'guest', name: 'Mia', access: { grants: [GARDEN], until: null, weekly } });
		draft.apply('babysitter', NOW);
		const { access } = draft.body(NOW);
		expect(access).toEqual({ grants: [GARDEN], until: Date.UTC(2026, 10, 30, 2), weekly: null });
		expect(InvitationBody.safeParse(draft.body(NOW)).success).toBe(true);
	});
});

describe('the link of an invitation', () => {
	it('has its secret after the #, which browsers do not send', () => {
		const { pathname, search, hash } = new URL(inviteLink('http://hub.local:8080', 'a-b_c'));
		expect([pathname, search, hash]).toEqual(['/join', '', '#a-b_c']);
	});

	it.each([
		['localhost', true],
		['127.0.0.1', true],
		['[::1]', true],
		['hub.localhost', true],
		['192.168.1.5', false],
		['localhost.example', false],
		['mooring.local', false],
	])('made at %s leads other devices to themselves: %s', (host, itself) => expect(leadsToItself(host)).toBe(itself));

	it('is drawn as a QR code with the quiet edge that readers need', () => {
		const { size, path } = qrPath(inviteLink('http://192.168.1.5:8080', 'x'.repeat(43)));
		const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].map((run) => run.slice(1).map(Number));
		expect(runs.map(([x, y, width]) => `M${x} ${y}h${width}v1h-${width}z`).join('')).toBe(path);
		for (const [x, y, width] of runs as [number, number, number][]) {
			expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
			expect(Math.max(x + width, y + 1)).toBeLessThanOrEqual(size - 4);
		}
		// the upper edge of the finder in the corner
		expect(path.startsWith('M4 4h7v1h-7z')).toBe(true);
	});
});
