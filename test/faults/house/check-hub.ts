import { join } from 'node:path';
import { openSqlite } from '../../../hub/store/sqlite-file.ts';
import type { HubProcess } from '../../harness/hub-process.ts';

/** The level from which a line of the hub's log means that something is broken. */
const ERROR = 50;
/** Characters of a log, or of a complaint of SQLite, that a message holds. */
export const LOG_TAIL = 2_000;

/**
 * Where the machine is busy with something else, the two seconds that the hub gives itself to stop are too short, and so is
 * what a write may wait for the database. Nothing is lost by it: such a write is refused, or tried again.
 */
const TOO_SLOW = /the hub did not stop in time|Timeout acquiring a connection/;

/** Stops the hub as Docker does. What it logged must hold no error but these. */
export async function stopHub(hub: HubProcess, after: string, mayLog?: RegExp): Promise<void> {
	const { code } = await hub.stop();
	if (code !== 0 && !TOO_SLOW.test(hub.output))
		throw new Error(`after ${after}: the hub ended with ${code}: ${hub.output.slice(-LOG_TAIL)}`);
	await checkIntegrity(hub.data, after);
	const errors = errorsOf(hub.output).filter((line) => !mayLog?.test(line) && !TOO_SLOW.test(line));
	if (errors.length > 0) throw new Error(`after ${after}: the hub logged ${errors.slice(0, 3).join('\n')}`);
}

/** Reads every page of the database; nobody may write it now, or only a hub that runs. */
export async function checkIntegrity(data: string, after: string): Promise<void> {
	const file = await openSqlite(join(data, 'mooring.db'), 'read');
	try {
		const whole = await file.all<{ integrity_check: string }>('PRAGMA integrity_check');
		const keys = await file.all('PRAGMA foreign_key_check');
		if (whole.length !== 1 || whole[0]!.integrity_check !== 'ok' || keys.length > 0)
			throw new Error(`after ${after}: the database is damaged: ${JSON.stringify([whole, keys]).slice(0, LOG_TAIL)}`);
	} finally {
		await file.close();
	}
}

/** The lines of the hub's log with errors. */
export function errorsOf(output: string): string[] {
	return output
		.split('\n')
		.filter((line) => line.startsWith('{') && (JSON.parse(line) as { level: number }).level >= ERROR);
}
