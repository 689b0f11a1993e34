import { describe, expect, it } from 'vitest';
import type { BackupView } from '../../../protocol/dashboard/backup.ts';
import type { HttpsView } from '../../../protocol/dashboard/https.ts';
import type { People } from '../../../protocol/dashboard/people/people.ts';
import { type Known, type Step, stepsDone } from './steps.ts';

const ANNA = { id: 'a', name: 'anna' } as People['people'][number];
const BACKUP = { last: null, failure: null, nightly: { on: false } } as BackupView;
const HTTPS: HttpsView = { mode: 'off', address: null, help: 'http://hub/trust', authority: null };
const NEW: Known = {
	devices: 0,
	people: { people: [ANNA], invitations: [] },
	backup: BACKUP,
	https: HTTPS,
	isSecure: false,
};

const done = (change: Partial<Known>) => {
	const steps = stepsDone({ ...NEW, ...change })!;
	return (Object.keys(steps) as Step[]).filter((step) => steps[step]);
};

describe('the first steps of a newcomer', () => {
	it('are all open in a new house', () => expect(done({})).toEqual([]));

	it.each<[Step, string, Partial<Known>]>([
		['board', 'there is a claimed device', { devices: 1 }],
		['people', 'there is a second person', { people: { people: [ANNA, ANNA], invitations: [] } }],
		['people', 'an invitation is open', { people: { people: [ANNA], invitations: [{} as never] } }],
		['backup', 'one was made', { backup: { ...BACKUP, last: { at: 1, bytes: 1, kind: 'by-hand' } } }],
		['backup', 'one is made every night', { backup: { ...BACKUP, nightly: { ...BACKUP.nightly, on: true } } }],
		['https', 'the hub vouches for itself', { https: { ...HTTPS, mode: 'authority' } }],
		['https', 'it has a certificate of its own', { https: { ...HTTPS, mode: 'own-certificate' } }],
		['https', 'a reverse proxy has one', { isSecure: true }],
	])('%s is done as soon as %s', (step, _, change) => expect(done(change)).toEqual([step]));

	it.each(['people', 'backup', 'https'] as const)('are not shown before the hub has told its %s', (what) =>
		expect(stepsDone({ ...NEW, [what]: undefined })).toBeUndefined(),
	);
});
