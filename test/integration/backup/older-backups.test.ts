import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { putInPlace } from '../../../hub/backup/restore/put-in-place.ts';
import { restoreInto } from '../../harness/backup/crafted.ts';
import { PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';

/** Downloaded from a hub of that version, which played a virtual board and had a scene. Never changed, never removed. */
const FIXTURES = join(import.meta.dirname, 'fixtures');

it.each(readdirSync(FIXTURES))(
	'the backup %s is restored, and its board comes back by itself',
	async (name) => {
		const hub = new TestHub();
		onTestFinished(() => hub.remove());
		const read = await restoreInto(hub.data, readFileSync(join(FIXTURES, name)));
		if (!read.ok) throw new Error(read.error.message);
		putInPlace(hub.data, read.value.folder, Date.now());
		await hub.start();
		const browser = hub.browser();
		await browser.call('POST', '/session', { name: 'anna', password: PASSWORD });
		const view = await browser.open();
		onTestFinished(() => view.close());
		await view.until(() => view.device('Boiler room')?.presence.state === 'online', 30_000);
		expect([...view.scenes.values()].map(({ name }) => name)).toEqual(['Evening']);
	},
	120_000,
);

it('there is one of the first version that had backups', () => expect(readdirSync(FIXTURES)).toContain('0.2.0.age'));
