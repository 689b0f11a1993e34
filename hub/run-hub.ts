import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { putInPlace } from './backup/restore/put-in-place.ts';
import type { CheckedBackup } from './backup/restore/check-backup.ts';
import { systemClock } from './base/clock.ts';
import { type Result, ok } from './base/result.ts';
import type { Config } from './config/config.ts';
import { startHub } from './hub.ts';
import type { Hub, Overrides, StartFault } from './hub-start.ts';

/**
 * Starts a hub that a backup may take the place of: then it is stopped, the backup is put in place, and the hub starts anew on
 * the same port. All in this process, so that it works however it was started. `failed` is told if it does not start anew.
 */
export async function runHub(
	config: Config,
	overrides: Partial<Overrides> & { log: Logger },
	failed: (fault: StartFault) => void,
): Promise<Result<Hub, StartFault>> {
	const { log } = overrides;
	/** undefined while there is none: it is being replaced, or could not be started anew */
	let running: Hub | undefined;
	let replacing: Promise<void> | undefined;
	let isStopped = false;
	let { port } = config;

	async function start(): Promise<Result<Hub, StartFault>> {
		const replaceBy = (backup: CheckedBackup) => void (replacing = replace(backup));
		const started = await startHub({ ...config, port }, { ...overrides, replaceBy });
		if (!started.ok) return started;
		running = started.value;
		({ port } = running);
		return started;
	}

	async function replace(backup: CheckedBackup): Promise<void> {
		const before = running;
		running = undefined;
		await before?.stop();
		place(backup);
		if (isStopped) return;
		const started = await start();
		if (!started.ok) failed(started.error);
	}

	/** If it fails, the hub that was there goes on, or its next start finishes what was decided. */
	function place({ folder, discard }: CheckedBackup): void {
		const data = resolve(config.data);
		try {
			const aside = putInPlace(data, folder, (overrides.clock ?? systemClock).now());
			log.warn({ data, before: aside }, 'restore: the backup is in place; what was there before is kept beside it');
		} catch (error) {
			log.error({ err: error, data }, 'restore: the backup could not be put in place; the hub goes on as it was');
			discard();
		}
	}

	const started = await start();
	if (!started.ok) return started;
	return ok({
		get port() {
			return port;
		},
		setUpCode: () => running?.setUpCode(),
		httpsAddresses: () => running?.httpsAddresses() ?? [],
		async stop() {
			isStopped = true;
			await replacing;
			await running?.stop();
			running = undefined;
		},
	});
}
