import { describe, expect, it } from 'vitest';
import { AUDIT, type AuditEntry, type AuditKind } from '$protocol/dashboard/history.ts';
import { auditSentences } from './audit.ts';

const entry = (what: AuditEntry['what'], more: Partial<AuditEntry> = {}): AuditEntry => ({
	id: 1,
	at: 0,
	kind: (Object.keys(AUDIT) as AuditKind[]).find((kind) => (AUDIT[kind] as readonly string[]).includes(what))!,
	what,
	device: 'd',
	deviceName: 'Kuchnia',
	relay: 1,
	relayName: 'Lampa',
	person: null,
	cause: null,
	details: {},
	...more,
});

describe('the sentences of the audit log in Polish', () => {
	it.each(Object.values(AUDIT).flat())('%s has a sentence, even without any details', (what) => {
		const bare = entry(what, { device: null, deviceName: null, relay: null, relayName: null });
		expect(auditSentences[bare.what](bare)).toMatch(/^\p{Lu}/u);
		expect(auditSentences[bare.what](bare)).not.toMatch(/undefined|null|NaN| {2}/);
	});

	it.each<[string, AuditEntry]>([
		['Lampa wł. · Anna', entry('relay-on', { person: 'Anna', cause: 'command' })],
		[
			'Lampa wył. · scena Noc · Anna (token API Telefon)',
			entry('relay-off', { person: 'Anna', cause: 'command', details: { byToken: 'Telefon', scene: 'Noc' } }),
		],
		['Usunięto urządzenie Kuchnia · Anna', entry('deleted', { person: 'Anna' })],
		[
			'Nowa rola: Jan, gość, wcześniej domownik · Anna',
			entry('role-changed', { person: 'Anna', details: { name: 'Jan', role: 'guest', before: 'member' } }),
		],
	])('does not inflect names: %s', (sentence, of) => expect(auditSentences[of.what](of)).toBe(sentence));
});
