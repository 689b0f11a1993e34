import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where scripts/lib/certutil.mjs has unpacked it. */
const UNPACKED = join(import.meta.dirname, '../../.cache/nss-tools/usr/bin/certutil');
const PROGRAM = existsSync(UNPACKED) ? UNPACKED : 'certutil';

export function hasCertutil(): boolean {
	return spawnSync(PROGRAM, ['-H']).error === undefined;
}

/** Teaches Chromium with this home folder to trust an authority (PEM) for web servers, as a person does by hand. */
export function trustIn(home: string, pem: string): void {
	const store = join(home, '.pki', 'nssdb');
	const file = join(home, 'authority.pem');
	if (!existsSync(store)) {
		mkdirSync(store, { recursive: true });
		execFileSync(PROGRAM, ['-d', `sql:${store}`, '-N', '--empty-password']);
	}
	writeFileSync(file, pem);
	execFileSync(PROGRAM, ['-d', `sql:${store}`, '-A', '-t', 'C,,', '-n', 'Mooring', '-i', file]);
}
