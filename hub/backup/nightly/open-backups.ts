import type { MikroORM } from '@mikro-orm/sqlite';
import type { Vault } from '../../store/vault.ts';
import { Backups, type BackupsOptions } from './backups.ts';

/** The backups of a hub with these data, with what is stored of them. `flush` is of all that is written behind. */
export async function openBackups(
	data: { orm: MikroORM; vault: Vault; folder: { path: string; hubId: Uint8Array } },
	options: Pick<BackupsOptions, 'clock' | 'random' | 'log' | 'version' | 'folder' | 'offsetAt'>,
	...flush: (() => Promise<void>)[]
): Promise<Backups> {
	const { orm, vault, folder } = data;
	const flushAll = async () => void (await Promise.all(flush.map((each) => each())));
	const backups = new Backups({ ...options, orm, vault, data: folder.path, hubId: folder.hubId, flush: flushAll });
	await backups.load();
	return backups;
}
