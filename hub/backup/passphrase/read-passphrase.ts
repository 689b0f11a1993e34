import { closeSync, openSync, readSync } from 'node:fs';
import { type Result, err, ok } from '../../base/result.ts';

const VARIABLE = 'MOORING_BACKUP_PASSPHRASE';
/** More than the longest passphrase has. */
const MOST_BYTES = 4_096;

/** Asks on the terminal without showing what is typed; undefined if there is no terminal, or it was ended. */
export type AskHidden = (question: string) => Promise<string | undefined>;

/**
 * The passphrase of a backup: from a file, the environment or the terminal. It is never an argument, since everybody
 * on the machine can list those. A new one is asked twice.
 */
export async function readPassphrase(
	from: { file: string | undefined; env: NodeJS.ProcessEnv; ask: AskHidden },
	isNew: boolean,
): Promise<Result<string, string>> {
	if (from.file !== undefined) return firstLineOf(from.file);
	const given = from.env[VARIABLE];
	if (given) return ok(given);
	const typed = await from.ask('Passphrase of the backup: ');
	if (!typed) return err(`A passphrase is needed: type it, set ${VARIABLE}, or name a file with --passphrase-file.`);
	if (isNew && (await from.ask('The same passphrase again: ')) !== typed)
		return err('The two passphrases differ. Nothing was done.');
	return ok(typed);
}

function firstLineOf(path: string): Result<string, string> {
	try {
		const file = openSync(path, 'r');
		try {
			const bytes = Buffer.alloc(MOST_BYTES);
			const [line] = bytes.toString('utf8', 0, readSync(file, bytes)).split(/\r?\n/);
			return line ? ok(line) : err(`${path} has no passphrase in its first line.`);
		} finally {
			closeSync(file);
		}
	} catch (error) {
		return err(`The passphrase cannot be read from ${path} (${(error as NodeJS.ErrnoException).code}).`);
	}
}
