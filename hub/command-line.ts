import { existsSync } from 'node:fs';
import { EndedSessions } from './accounts/ended-sessions.ts';
import { SetupCode } from './accounts/set-up/setup-code.ts';
import { resetPassword } from './accounts/passwords/reset-password.ts';
import { systemRandom } from './base/random.ts';
import { type Result, err, ok } from './base/result.ts';
import { backupCommand, parseBackupArgs, restoreCommand } from './backup-commands.ts';
import { presentValues } from './config/config-table.ts';
import { type Config, readConfig } from './config/config.ts';
import { openDataFolder } from './data-folder.ts';
import { setUpLink } from './greeting.ts';
import { openDatabase } from './open-data.ts';
import type { AskHidden } from './backup/passphrase/read-passphrase.ts';

const HELP = `npm run hub -- <command>

  config               prints every option with its present value
  setup-link           prints again the link by which the owner sets the hub up
  reset-password USER  gives USER a new password, signs them out everywhere, ends their API tokens
                       and turns their second factor off
  backup FILE          writes a backup of the hub, which may be running; its passphrase is asked for
  restore FILE         puts a backup into the data folder, on which no hub may run
  help                 prints this

  backup and restore take the passphrase from the terminal, from MOORING_BACKUP_PASSPHRASE, or from the first line of
  a file: --passphrase-file F. backup --with-images adds the firmware that was put into the data folder.
  restore --replace puts a hub that has its owner aside.`;

const USAGE = 2;

interface Output {
	out(text: string): void;
	err(text: string): void;
	/** asks for a secret; without it nobody can be asked */
	ask?: AskHidden;
}

/** The hub's command line, for whoever has a shell on its machine. Returns the exit code. */
export async function runCommand(args: string[], env: NodeJS.ProcessEnv, output: Output): Promise<number> {
	const { out, err, ask = async () => undefined } = output;
	const [command = 'help', ...rest] = args;
	if (/^(--|-)?h(elp)?$/.test(command)) return say(out, HELP, 0);
	const read = readConfig(env);
	if (!read.ok) return say(err, read.error.message, USAGE);
	const config = read.value;
	if (command === 'config' && rest.length === 0) return say(out, presentValues(config), 0);
	if (command === 'setup-link' && rest.length === 0) return answer(currentSetUpLink(config));
	if (command === 'reset-password' && rest.length === 1) return answer(await resetPasswordOf(config, rest[0]!));
	const backup = command === 'backup' && parseBackupArgs(rest, 'with-images');
	if (backup) {
		const folder = existingDataFolder(config);
		return answer(folder.ok ? await backupCommand(folder.value, backup, { env, ask }) : folder);
	}
	const restore = command === 'restore' && parseBackupArgs(rest, 'replace');
	if (restore) return answer(await restoreCommand(config, restore, { env, ask }));
	return say(err, `"${args.join(' ')}" is no command of the hub.\n\n${HELP}`, USAGE);

	function answer(result: Result<string, string>): number {
		return result.ok ? say(out, result.value, 0) : say(err, result.error, 1);
	}
}

function say(write: (text: string) => void, text: string, code: number): number {
	write(text);
	return code;
}

function currentSetUpLink(config: Config): Result<string, string> {
	const folder = existingDataFolder(config);
	if (!folder.ok) return folder;
	const code = new SetupCode(folder.value.setupCode, systemRandom).current();
	return code
		? ok(setUpLink(config, config.port, code))
		: err('This hub has its owner already: sign in on its dashboard.');
}

async function resetPasswordOf(config: Config, user: string): Promise<Result<string, string>> {
	const folder = existingDataFolder(config);
	if (!folder.ok) return folder;
	if (folder.value.isNew)
		return err(`No hub has run in ${folder.value.path} yet: set MOORING_DATA to the hub’s folder.`);
	const store = await openDatabase(folder.value, { whole: false });
	if (!store.ok) return err(store.error.message);
	const reset = await resetPassword(store.value, systemRandom, user);
	await store.value.close(true);
	if (!reset.ok) return err(reset.error.message);
	new EndedSessions(folder.value.endedSessions).announce(systemRandom);
	const { name, password, hadSecondFactor } = reset.value;
	const off = hadSecondFactor ? '\nTheir second factor is off now. It can be turned on again in Your account.' : '';
	return ok(`The new password of ${name} is: ${password}${off}`);
}

/** A command must not create a new, empty data folder when MOORING_DATA is wrong. */
function existingDataFolder(config: Config) {
	if (!existsSync(config.data)) return err(`There is no data folder ${config.data}: set MOORING_DATA to the hub’s.`);
	const folder = openDataFolder(config.data, systemRandom);
	return folder.ok ? folder : err(folder.error.message);
}
