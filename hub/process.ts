import { type Logger, pino } from 'pino';
import { readConfig } from './config.ts';
import { safeError } from './doors/server/safe-error.ts';
import { greeting } from './greeting.ts';
import { startHub } from './hub.ts';

/** A hub that has not stopped by then is ended. */
const STOP_MS = 2_000;
const EXIT = { badConfig: 2, cannotStart: 1, broken: 1 };

/** What the hub writes is its owner's alone. */
process.umask(0o077);

const read = readConfig(process.env);
if (!read.ok) leave(read.error.message, EXIT.badConfig);
const config = read.value;
const log = await openLog();

process.on('unhandledRejection', (error) => breakDown(error));
process.on('uncaughtException', (error) => breakDown(error));

const starting = startHub(config, { log });
stopOnSignal(starting); // from now on: a stop during the start is as clean as any
const started = await starting;
if (!started.ok) leave(started.error.message, EXIT.cannotStart);
process.stdout.write(`${greeting(config, started.value.port, started.value.setUpCode())}\n`);

function stopOnSignal(starting: ReturnType<typeof startHub>): void {
	let stopping = false;
	const stop = (signal: string) => {
		if (stopping) return; // Ctrl-C reaches the process twice where npm passes it on
		stopping = true;
		log.info({ signal }, 'stopping');
		setTimeout(() => {
			log.error({ afterMs: STOP_MS }, 'did not stop in time');
			process.exit(EXIT.broken);
		}, STOP_MS).unref();
		void starting.then((hub) => (hub.ok ? hub.value.stop() : undefined)).then(() => process.exit(0));
	};
	process.on('SIGTERM', stop).on('SIGINT', stop);
}

/** JSON for machines; on a terminal, lines for people where the pretty printer is installed. */
async function openLog(): Promise<Logger> {
	const options = { level: config.log, base: undefined, serializers: { err: safeError } };
	if (!process.stdout.isTTY) return pino(options);
	const pretty = await import('pino-pretty').catch(() => undefined);
	return pretty
		? pino(options, pretty.default({ sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' }))
		: pino(options);
}

function breakDown(error: unknown): void {
	log.fatal({ err: error }, 'the hub broke down');
	process.exit(EXIT.broken);
}

function leave(sentence: string, code: number): never {
	process.stderr.write(`${sentence}\n`);
	process.exit(code);
}
