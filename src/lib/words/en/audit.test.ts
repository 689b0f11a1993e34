import { describe, expect, it } from 'vitest';
import { AUDIT, type AuditEntry, type AuditKind } from '../../../../protocol/dashboard/history.ts';
import { auditIcon } from '$lib/history/audit-icon.ts';
import { auditSentences } from './audit.ts';
import { duration, exactDuration } from '$lib/words/format/duration.ts';

const entry = (what: AuditEntry['what'], more: Partial<AuditEntry> = {}): AuditEntry => ({
	id: 1,
	at: 0,
	kind: (Object.keys(AUDIT) as AuditKind[]).find((kind) => (AUDIT[kind] as readonly string[]).includes(what))!,
	what,
	device: 'd',
	deviceName: 'Kitchen',
	relay: 1,
	relayName: 'Lights',
	person: null,
	cause: null,
	details: {},
	...more,
});

describe('the sentences of the audit log', () => {
	it.each(Object.values(AUDIT).flat())('%s has a sentence and an icon, even without any details', (what) => {
		const bare = entry(what, { device: null, deviceName: null, relay: null, relayName: null });
		expect(auditSentences[bare.what](bare)).toMatch(/^[A-Z]/);
		expect(auditSentences[bare.what](bare)).not.toMatch(/undefined|null|NaN| {2}/);
		expect(auditIcon(bare)).toMatch(/^[a-z-]+$/);
	});

	it.each<[string, AuditEntry]>([
		['Lights switched on by Anna', entry('relay-on', { person: 'Anna', cause: 'command' })],
		['Lights switched on for 20 min by Anna', entry('relay-on', { person: 'Anna', details: { forMs: 1_200_000 } })],
		[
			'Lights switched off by Anna (API token Phone)',
			entry('relay-off', { person: 'Anna', cause: 'command', details: { byToken: 'Phone' } }),
		],
		[
			'203.0.113.9 must wait after too many wrong passwords for Anna; 3 more lock-outs before it',
			entry('locked-out', { details: { tried: 'sign-in', address: '203.0.113.9', names: 'Anna', untold: 3 } }),
		],
		[
			'Unknown browsers on the internet must wait after too many wrong set-up codes',
			entry('locked-out', { details: { tried: 'set-up', strangers: 'away' } }),
		],
		[
			'Anna let unknown browsers in your home network try again',
			entry('lock-out-lifted', { person: 'Anna', details: { tried: 'sign-in', strangers: 'home', names: 'Ben' } }),
		],
		['Lights on for 1 min 30 s · schedule', entry('relay-on', { cause: 'schedule', details: { forMs: 90_000 } })],
		[
			'Lights kept on by Anna, countdown cancelled',
			entry('relay-on', { person: 'Anna', cause: 'command', details: { stays: true } }),
		],
		[
			'Lights kept on, countdown cancelled · schedule',
			entry('relay-on', { cause: 'schedule', details: { stays: true } }),
		],
		[
			'Wi-Fi Harbour kept for the next board by Anna',
			entry('network-kept', { person: 'Anna', details: { ssid: 'Harbour' } }),
		],
		[
			'Wi-Fi Harbour kept with another password by Anna',
			entry('network-changed', { person: 'Anna', details: { ssid: 'Harbour' } }),
		],
		['Wi-Fi Harbour kept no longer', entry('network-removed', { details: { ssid: 'Harbour' } })],
		[
			'Scene Evening changed by Anna: name Evening → Night',
			entry('scene-changed', { person: 'Anna', details: { scene: 'Evening', changes: 'name Evening → Night' } }),
		],
		[
			'Second Wi-Fi changed from shed to barn by Anna',
			entry('wifi-changed', { person: 'Anna', details: { before: 'shed', ssid: 'barn' } }),
		],
		['Second Wi-Fi my  shed removed', entry('wifi-changed', { details: { before: 'my  shed', ssid: null } })],
		[
			'Somebody knew the password of Anna and gave no right code, from 203.0.113.9; 3 more times before it',
			entry('second-factor-failed', { details: { name: 'Anna', address: '203.0.113.9', untold: 3 } }),
		],
		['Second Wi-Fi removed', entry('wifi-changed', { details: { before: null, ssid: null } })],
		['Moved to Cellar', entry('moved', { details: { before: null, after: 'Cellar' } })],
		['Moved from Attic to Cellar', entry('moved', { details: { before: 'Attic', after: 'Cellar' } })],
		['Taken out of Attic', entry('moved', { details: { before: 'Attic', after: null } })],
		[
			'Another board (02:AA:00:00:00:02) put in its place, which was 02:AA:00:00:00:01',
			entry('replaced', { details: { mac: '02AA00000002', macBefore: '02AA00000001' } }),
		],
		[
			'Update from 1.0.0 to firmware 1.1.0 started',
			entry('update-started', { details: { before: '1.0.0', version: '1.1.0' } }),
		],
		['Lights off · longest on-time reached', entry('relay-off', { cause: 'auto-off' })],
		['Lights on · wall switch', entry('relay-on', { cause: 'input' })],
		[
			'Lights not switched on by Ben: the board did not answer',
			entry('command-failed', { person: 'Ben', details: { on: true, reason: 'no-answer' } }),
		],
		['ONLINE again, after 31 min', entry('online', { details: { forMs: 1_860_000 } })],
		['AWAY: the link was lost; 4 more changes before it', entry('away', { details: { untold: 4 } })],
		['The board restarted: its supply was too weak', entry('booted', { details: { reason: 'brown_out' } })],
		['The board restarted', entry('booted', { details: { reason: 'unspecified' } })],
		[
			'A board (A4:CF:12:B3:D0:9E, 10.0.0.7) waits to be claimed as Kitchen: its registration key has expired',
			entry('conflict', { details: { reason: 'expired', mac: 'A4CF12B3D09E', address: '10.0.0.7' } }),
		],
		[
			'Renamed from Kitchen to Larder by Anna',
			entry('renamed', { person: 'Anna', details: { before: 'Kitchen', after: 'Larder' } }),
		],
		['Taken out of Cellar by Anna', entry('moved', { person: 'Anna', details: { before: 'Cellar', after: null } })],
		[
			'Fan: pin; Schedule 2 added by Anna',
			entry('config-changed', { person: 'Anna', details: { changes: 'Fan: pin; Schedule 2 added' } }),
		],
		[
			'Scene Evening run by Anna, 1 of 3 not done',
			entry('scene-run', { person: 'Anna', details: { scene: 'Evening', done: 2, failed: 1 } }),
		],
		['Anna downloaded a backup', entry('backup-made', { person: 'Anna' })],
		['Anna made a backup', entry('backup-made', { person: 'Anna', details: { made: 'nightly' } })],
		['The nightly backup was made', entry('backup-made', { details: { made: 'nightly' } })],
		[
			'A backup that Anna asked for failed: The disk is full.',
			entry('backup-failed', { person: 'Anna', details: { reason: 'The disk is full.' } }),
		],
		[
			'Nightly backups switched off by Anna',
			entry('backup-changed', { person: 'Anna', details: { on: false, newPassphrase: false } }),
		],
		[
			'Nightly backups set by Anna, with another passphrase',
			entry('backup-changed', { person: 'Anna', details: { on: true, newPassphrase: true } }),
		],
		[
			'The nightly backup failed: The disk is full.',
			entry('backup-failed', { details: { reason: 'The disk is full.' } }),
		],
		[
			'The hub was restored from a backup of November 29, 2026',
			entry('restored', { details: { madeAt: Date.UTC(2026, 10, 29, 12), version: '0.2.0' } }),
		],
		['HTTPS turned on by Anna; all sessions ended', entry('https-changed', { person: 'Anna', details: { on: true } })],
		[
			'Settings of the hub changed by Anna (days of history: 365 → 30)',
			entry('settings-changed', { person: 'Anna', details: { changes: 'historyDays: 365 → 30' } }),
		],
		[
			'Fan: pin D1 → D2; Schedule 2 added: Fan on, every day at sunset by Anna',
			entry('config-changed', {
				person: 'Anna',
				details: {
					changes: [
						{
							part: { name: 'Fan' },
							what: 'changed',
							values: [{ key: 'pin', before: { text: 'D1' }, after: { text: 'D2' } }],
						},
						{
							part: { kind: 'schedule', id: 2 },
							what: 'added',
							values: [
								{
									key: '',
									after: {
										schedule: { relay: 'Fan', on: true, weekdays: 127, event: 'sunset', minutes: 0, forMs: 0 },
									},
								},
							],
						},
					],
				},
			}),
		],
	])('%s', (sentence, told) => {
		expect(auditSentences[told.what](told)).toBe(sentence);
	});
});

describe('durations', () => {
	it.each([
		[0, '0 ms'],
		[500, '500 ms'],
		[45_000, '45 s'],
		[480_000, '8 min'],
		[84_360_000, '23 h 26 min'],
		[86_400_000, '1 d'],
		[90_000_000, '1 d 1 h'],
		[3_605_000, '1 h'],
	])('%i ms: %s', (ms, text) => {
		expect(duration(ms)).toBe(text);
	});
});

it.each([
	[500, '500 ms'],
	[1_500, '1.5 s'],
	[90_000, '1 min 30 s'],
	[61_250, '1 min 1.25 s'],
	[90_061_000, '1 d 1 h 1 min 1 s'],
])('a set duration of %i ms is written as %s, without rounding', (ms, text) => expect(exactDuration(ms)).toBe(text));
