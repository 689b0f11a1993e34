import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemRandom } from '../base/random.ts';
import { EndedSessions } from './ended-sessions.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'mooring-ended-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('a hub hears once of sessions that another process ended, each time that happens', () => {
	const hub = new EndedSessions(join(folder, 'ended-sessions'));
	const commandLine = new EndedSessions(join(folder, 'ended-sessions'));
	expect(hub.heard()).toBe(false);
	for (let n = 0; n < 3; n++) {
		commandLine.tell(systemRandom);
		expect([hub.heard(), hub.heard()]).toEqual([true, false]);
	}
	expect(new EndedSessions(join(folder, 'ended-sessions')).heard()).toBe(false);
});
