import { accessSync, constants, readFileSync, statSync } from 'node:fs';

const { R_OK, W_OK, X_OK } = constants;
const NEEDS = { read: R_OK, write: R_OK | W_OK, folder: R_OK | W_OK | X_OK };
const MODE_BITS = 0o777;
const PASSWD = '/etc/passwd';

/** What is wrong with a file or folder that this process needs, in words for people; undefined if nothing is. */
export function whyNoAccess(path: string, need: keyof typeof NEEDS): string | undefined {
	try {
		if (statSync(path).isDirectory() !== (need === 'folder'))
			return need === 'folder'
				? `${path} is a file, but must be a folder.`
				: `${path} is a folder, but must be a file.`;
		accessSync(path, NEEDS[need]);
		return undefined;
	} catch (error) {
		return `${path} ${accessWords(path, error, need === 'read' ? 'read' : 'written')}.`;
	}
}

/** "cannot be read: it belongs to root, and the hub runs as pi (chown pi …)", for the middle of a sentence. */
export function accessWords(path: string, error: unknown, verb: 'read' | 'written'): string {
	const { code } = error as NodeJS.ErrnoException;
	if (code === 'EROFS') return `cannot be ${verb}: its disk is read-only`;
	if (code !== 'EACCES' && code !== 'EPERM') return `cannot be ${verb} (${code ?? String(error)})`;
	const runner = userName(process.geteuid?.() ?? -1);
	const held = heldBy(path);
	if (!held) return `cannot be ${verb}: a folder above it is closed to ${runner}, as whom the hub runs`;
	if (held.owner === runner)
		return `cannot be ${verb}: it belongs to ${runner}, as whom the hub runs, but its mode ${held.mode} forbids it (chmod u+rw)`;
	return `cannot be ${verb}: it belongs to ${held.owner}, and the hub runs as ${runner} (chown ${runner})`;
}

function heldBy(path: string): { owner: string; mode: string } | undefined {
	try {
		const { uid, mode } = statSync(path);
		return { owner: userName(uid), mode: (mode & MODE_BITS).toString(8).padStart(3, '0') };
	} catch {
		return undefined;
	}
}

/** From the system's list of users; a number if it is not in there, as in many containers. */
function userName(uid: number): string {
	try {
		const line = readFileSync(PASSWD, 'utf8')
			.split('\n')
			.find((line) => line.split(':')[2] === String(uid));
		return line ? line.split(':')[0]! : `user ${uid}`;
	} catch {
		return `user ${uid}`;
	}
}
