import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemRandom } from '../base/random.ts';
import { EndedSessions } from './ended-sessions.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'mooring-ended-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('reports once, each time another process has ended sessions', () => {
	const hub = new EndedSessions(join(folder, 'ended-sessions'));
	const commandLine = new EndedSessions(join(folder, 'ended-sessions'));
	expect(hub.checkChanged()).toBe(false);
	for (let n = 0; n < 3; n++) {
		commandLine.announce(systemRandom);
		expect([hub.checkChanged(), hub.checkChanged()]).toEqual([true, false]);
	}
	expect(new EndedSessions(join(folder, 'ended-sessions')).checkChanged()).toBe(false);
});
