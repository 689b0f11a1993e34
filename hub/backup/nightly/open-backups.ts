import type { MikroORM } from '@mikro-orm/sqlite';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Settings } from '../../settings/settings.ts';
import type { Vault } from '../../store/vault.ts';
import { Backups, type BackupsOptions } from './backups.ts';

/** A backup waits this long for what is written behind: in a busy house there is always more of it. */
const FLUSH_MS = 2_000;

/** The backups of a hub with these data, with what is stored of them. `writes` is what is written behind. */
export async function openBackups(
	{ orm, vault, folder }: { orm: MikroORM; vault: Vault; folder: { path: string; hubId: Uint8Array } },
	parts: Pick<BackupsOptions, 'clock' | 'random' | 'log'> & {
		config: { backupFolder: string | undefined };
		settings: Settings;
	},
	writes: { flush(): Promise<void> }[],
): Promise<Backups> {
	const { clock, random, log, config, settings } = parts;
	const backups = new Backups({
		orm,
		clock,
		random,
		log,
		vault,
		data: folder.path,
		hubId: folder.hubId,
		version: packageJson.version,
		folder: config.backupFolder,
		offsetAt: () => settings.offsetAt,
		flush: () =>
			new Promise((resolve) => {
				const timer = clock.after(FLUSH_MS, resolve);
				void Promise.all(writes.map((each) => each.flush())).finally(() => {
					timer.cancel();
					resolve();
				});
			}),
	});
	await backups.load();
	return backups;
}
