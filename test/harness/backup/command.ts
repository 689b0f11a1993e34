import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, '../../../dist/cli.js');

export interface Ran {
	code: number | null;
	out: string;
	err: string;
}

/** The built command line as a process of its own. */
export class BackupCommand {
	readonly child: ChildProcess;
	readonly done: Promise<Ran>;

	constructor(data: string, args: string[], env: Record<string, string> = {}) {
		this.child = spawn(process.execPath, [PROGRAM, ...args], {
			env: { ...process.env, MOORING_DATA: data, MOORING_BACKUP_PASSPHRASE: '', ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let [out, err] = ['', ''];
		this.child.stdout!.on('data', (text: Buffer) => (out += text.toString()));
		this.child.stderr!.on('data', (text: Buffer) => (err += text.toString()));
		this.done = once(this.child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
	}
}

export function runBackup(data: string, args: string[], passphrase: string): Promise<Ran> {
	return new BackupCommand(data, args, { MOORING_BACKUP_PASSPHRASE: passphrase }).done;
}

/** A new folder, and what removes it. */
export function newFolder(): { folder: string; remove: () => void } {
	const folder = mkdtempSync(join(tmpdir(), 'mooring-backup-'));
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
