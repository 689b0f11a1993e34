import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** FS_IOC_SHUTDOWN with "do not write the journal": what was not synced to the disk is gone, as when its power is lost. */
const SHUT_DOWN = `
import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))
`;
const ERRORS = '/sys/fs/ext4';

/** A disk with ext4 for one folder, in a file of this machine. Only root can mount it. It breaks as real disks do. */
export class LoopDisk {
	readonly #folder: string;
	readonly #home: string;
	#device = '';

	private constructor(folder: string, home: string) {
		this.#folder = folder;
		this.#home = home;
	}

	/** Why it cannot be made here; undefined: it can. */
	static missing(): string | undefined {
		if (process.getuid?.() !== 0) return 'only root can mount a disk';
		for (const [program, of] of [
			['mkfs.ext4', 'e2fsprogs'],
			['e2fsck', 'e2fsprogs'],
			['python3', 'python3'],
		] as const)
			if (spawnSync(program, ['-V']).error) return `it needs ${program} (Debian: apt-get install ${of})`;
		const folder = mkdtempSync(join(tmpdir(), 'mooring-disk-probe-'));
		try {
			LoopDisk.mount(folder, 8).remove();
			return undefined;
		} catch (error) {
			return `a disk in a file cannot be mounted here: ${String((error as Error).message).split('\n')[0]}`;
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	}

	static mount(folder: string, megabytes: number): LoopDisk {
		const disk = new LoopDisk(folder, mkdtempSync(join(tmpdir(), 'mooring-disk-')));
		closeSync(openSync(disk.#image, 'w'));
		truncateSync(disk.#image, megabytes * 1_024 * 1_024);
		run('mkfs.ext4', '-q', '-F', '-m', '0', disk.#image);
		disk.mountAgain();
		return disk;
	}

	get #image(): string {
		return join(this.#home, 'image');
	}

	/** From now on nothing is written any more; what was not synced is gone. Programs get errors until it is mounted again. */
	losePower(): void {
		run('python3', '-c', SHUT_DOWN, this.#folder);
	}

	/** It finds an error in itself and becomes read-only, also for files that are open. */
	fail(): void {
		writeFileSync(join(ERRORS, this.#device, 'trigger_fs_error'), 'the disk fails\n');
	}

	/** No file may be open on it. */
	unmount(): void {
		run('umount', this.#folder);
	}

	/** After its errors were repaired, as at a machine's start. */
	repair(): void {
		const { status } = spawnSync('e2fsck', ['-p', '-f', this.#image], { stdio: 'ignore' });
		// 1: errors were corrected
		if (status !== 0 && status !== 1) throw new Error(`e2fsck ended with ${status}`);
	}

	/** By a device of its own each time: the one before may not be free yet. It is freed with the mount, however that ends. */
	mountAgain(how: 'rw' | 'ro' = 'rw'): void {
		const device = execFileSync('losetup', ['--find', '--show', this.#image]).toString().trim();
		try {
			run('mount', '-o', `errors=remount-ro,${how}`, device, this.#folder);
		} finally {
			run('losetup', '--detach', device);
		}
		this.#device = basename(device);
	}

	remove(): void {
		spawnSync('umount', ['--lazy', this.#folder], { stdio: 'ignore' });
		rmSync(this.#home, { recursive: true, force: true });
	}
}

function run(program: string, ...args: string[]): void {
	execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
