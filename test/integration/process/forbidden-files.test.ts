import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startFails } from '../../harness/failing-start.ts';
import { SmallDisk } from '../../harness/small-disk.ts';
import { usedHubs } from '../../harness/used-hub.ts';

const STRANGER = 12_345;
const TIMEOUT_MS = 60_000;

const { endings, usedHub, emptyFolder, takenPort } = usedHubs();

/** A process without root's right to pass by all modes; nothing is needed where the tests are not run by root. */
function unprivileged(): string[] {
	return process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--'] : [];
}

/** Of somebody else, or where only root could do that, closed to its owner. */
function lock(file: string): void {
	chmodSync(file, 0o000);
	endings.push(() => existsSync(file) && chmodSync(file, 0o700));
	if (process.getuid?.() === 0) chownSync(file, STRANGER, STRANGER);
}

const runner = () => execFileSync('id', ['-un']).toString().trim();

describe('a hub that may not use a file of its data folder', { timeout: TIMEOUT_MS }, () => {
	it.each(['key', 'hub-id', 'mooring.db', 'setup-code', 'virtual-boards'])(
		'names %s, whose it is, and as whom the hub runs',
		async (name) => {
			const hub = usedHub();
			const file = join(hub.data, name);
			if (name === 'virtual-boards') mkdirSync(file);
			if (name === 'setup-code') writeFileSync(file, 'ABCD-EFGH\n');
			lock(file);
			const { sentence } = await startFails({ MOORING_DATA: hub.data }, unprivileged());
			expect(sentence).toContain(file);
			expect(sentence).toContain(runner());
			expect(sentence).toMatch(process.getuid?.() === 0 ? /belongs to user 12345/ : /mode 000/);
		},
	);

	it('starts all the same where that is the file by which root told it of a new password', async () => {
		const hub = usedHub();
		const file = join(hub.data, 'ended-sessions');
		writeFileSync(file, 'told\n');
		lock(file);
		// It gets past its data folder, and ends at the port.
		const taken = await takenPort();
		const { sentence } = await startFails({ MOORING_DATA: hub.data, MOORING_PORT: String(taken) }, unprivileged());
		expect(sentence).toContain(`Port ${taken}`);
	});

	it('says that the disk is read-only', async ({ skip }) => {
		const data = emptyFolder();
		const disk = SmallDisk.mount(data, 24);
		skip(!disk, 'only root can mount a disk');
		endings.push(() => disk!.unmount());
		disk!.makeReadOnly();
		const { sentence } = await startFails({ MOORING_DATA: data });
		expect(sentence).toContain(`${data} cannot be written: its disk is read-only`);
	});
});
