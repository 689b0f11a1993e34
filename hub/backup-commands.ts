import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import packageJson from '../package.json' with { type: 'json' };
import { type Fault, faultOf } from '../protocol/dashboard/faults.ts';
import { finishRestore, putInPlace } from './backup/restore/put-in-place.ts';
import { checkBackup } from './backup/restore/check-backup.ts';
import { keepOldOff } from './backup/restore/tell-restored.ts';
import { onlyStorageTrouble } from './store/storage-trouble.ts';
import { unfinished, writeBackupFile } from './backup/make/write-backup-file.ts';
import { tidyIfEnded } from './backup/tidy-if-ended.ts';
import { removeOwnWorkFolders } from './store/work/work-folder.ts';
import { systemClock } from './base/clock.ts';
import { systemRandom } from './base/random.ts';
import { type Result, err, ok } from './base/result.ts';
import type { Config } from './config/config.ts';
import type { DataFolder } from './data-folder.ts';
import { type AskHidden, readPassphrase } from './backup/passphrase/read-passphrase.ts';
import { entities, migrations } from './schema.ts';
import { isInUse } from './store/copy-database.ts';
import { DATA_FILES } from './store/data-files.ts';
import { hasBytes, inspectDatabase } from './store/inspect-database.ts';
import { OWNER_ONLY } from './store/private-file.ts';

const MB = 1_048_576;

/** Where a command reads what it must not be told as an argument. */
export interface Asking {
	env: NodeJS.ProcessEnv;
	ask: AskHidden;
}

interface Wish {
	file: string;
	passphraseFile: string | undefined;
	/** `--with-images` of a backup, `--replace` of a restore */
	flag: boolean;
}

/** The arguments of `backup` or `restore`; undefined if they are not understood. */
export function parseBackupArgs(args: string[], flag: 'with-images' | 'replace'): Wish | undefined {
	try {
		const options = { 'passphrase-file': { type: 'string' }, [flag]: { type: 'boolean' } } as const;
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const [file] = positionals;
		if (!file || positionals.length > 1) return undefined;
		const passphraseFile = values['passphrase-file'];
		if (typeof passphraseFile === 'boolean') return undefined;
		return { file: resolve(file), passphraseFile, flag: values[flag] === true };
	} catch {
		return undefined;
	}
}

/** `npm run hub -- backup FILE`, while the hub runs or not. */
export async function backupCommand(folder: DataFolder, wish: Wish, asking: Asking): Promise<Result<string, string>> {
	if (folder.isNew) return err(`No hub has run in ${folder.path} yet: set MOORING_DATA to the hub’s folder.`);
	const passphrase = await readPassphrase({ file: wish.passphraseFile, ...asking }, true);
	if (!passphrase.ok) return passphrase;
	const options = {
		data: folder.path,
		hubId: folder.hubId,
		version: packageJson.version,
		passphrase: passphrase.value,
		withImages: wish.flag,
		now: systemClock.now(),
		random: systemRandom,
	};
	const made = await tidyIfEnded(
		() => writeBackupFile(wish.file, options),
		() => {
			removeOwnWorkFolders();
			rmSync(unfinished(wish.file), { force: true });
		},
	);
	if (!made.ok) return err(sentence(made.error));
	const { size, manifest } = made.value;
	return ok(
		`${wish.file} is written: ${(size / MB).toFixed(1)} MB, ${manifest.files.length} files. Without its passphrase nobody can open it, you neither.`,
	);
}

/** `npm run hub -- restore FILE`, into a folder on which no hub runs. */
export async function restoreCommand(config: Config, wish: Wish, asking: Asking): Promise<Result<string, string>> {
	const data = resolve(config.data);
	try {
		if (!existsSync(data)) mkdirSync(data, { recursive: true, mode: OWNER_ONLY.folder });
		finishRestore(data);
		const refused = await whyNotInto(data, wish.flag);
		if (refused) return err(refused.message);
		const passphrase = await readPassphrase({ file: wish.passphraseFile, ...asking }, false);
		if (!passphrase.ok) return passphrase;
		return await tidyIfEnded(() => putBack(data, wish, passphrase.value), removeOwnWorkFolders);
	} catch (error) {
		return err(faultOf(onlyStorageTrouble(error)).message);
	}
}

async function putBack(data: string, wish: Wish, passphrase: string): Promise<Result<string, string>> {
	const read = await checkBackup({
		data,
		file: wish.file,
		passphrase,
		version: packageJson.version,
		schema: { entities, migrations },
		random: systemRandom,
	});
	if (!read.ok) return err(read.error.message);
	const { manifest, folder, discard } = read.value;
	const startedMeanwhile = await whyNotInto(data, wish.flag);
	if (startedMeanwhile) {
		discard();
		return err(startedMeanwhile.message);
	}
	const aside = putInPlace(data, folder, systemClock.now());
	return ok(
		[
			keepOldOff(manifest.madeAt),
			`It is in ${data}; start it there.`,
			...(aside ? [`What was there before is in ${aside}.`] : []),
		].join('\n'),
	);
}

async function whyNotInto(data: string, replace: boolean): Promise<Fault | undefined> {
	const database = join(data, DATA_FILES.database);
	if (!hasBytes(database)) return undefined;
	if (await isInUse(database)) return faultOf('hub-is-running', { folder: data });
	const inspected = await inspectDatabase(database, { whole: false, count: ['user'] });
	const isFree = inspected.ok && inspected.value.rows === 0;
	return replace || isFree ? undefined : faultOf('folder-has-owner', { folder: data });
}

/** A command has no field for the passphrase, so its sentence must say what it is about. */
function sentence({ field, message }: Fault): string {
	return field === 'passphrase' ? `The passphrase: ${message}` : message;
}
