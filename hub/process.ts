import { type Logger, pino } from 'pino';
import { readConfig } from './config/config.ts';
import { safeError } from './doors/server/safe-error.ts';
import { greeting } from './greeting.ts';
import { runHub } from './run-hub.ts';

/** A hub that has not stopped by then is killed. */
const STOP_MS = 2_000;
const EXIT = { badConfig: 2, cannotStart: 1, broken: 1 };

/** Only the hub's user may read the files that it writes. */
process.umask(0o077);

const read = readConfig(process.env);
if (!read.ok) leave(read.error.message, EXIT.badConfig);
const config = read.value;
const log = await openLog();

process.on('unhandledRejection', (error) => breakDown(error));
process.on('uncaughtException', (error) => breakDown(error));

const starting = runHub(config, { log }, (fault) => leave(fault.message, EXIT.cannotStart));
stopOnSignal(starting); // before the start is complete, so that a stop meanwhile is clean too
const started = await starting;
if (!started.ok) leave(started.error.message, EXIT.cannotStart);
const { port, httpsAddresses, setUpCode } = started.value;
process.stdout.write(`${greeting(config, port, setUpCode(), httpsAddresses())}\n`);

function stopOnSignal(starting: ReturnType<typeof runHub>): void {
	let stopping = false;
	const stop = (signal: string) => {
		if (stopping) return; // npm passes Ctrl-C on, so that it arrives twice
		stopping = true;
		log.info({ signal }, 'stopping');
		setTimeout(() => {
			log.error({ afterMs: STOP_MS }, 'the hub did not stop in time and is ended');
			process.exit(EXIT.broken);
		}, STOP_MS).unref();
		void starting.then((hub) => (hub.ok ? hub.value.stop() : undefined)).then(() => process.exit(0));
	};
	process.on('SIGTERM', stop).on('SIGINT', stop);
}

/** JSON for machines; on a terminal, readable lines if the pretty printer is installed. */
async function openLog(): Promise<Logger> {
	const options = { level: config.log, base: undefined, serializers: { err: safeError } };
	if (!process.stdout.isTTY) return pino(options);
	const pretty = await import('pino-pretty').catch(() => undefined);
	return pretty
		? pino(options, pretty.default({ sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' }))
		: pino(options);
}

function breakDown(error: unknown): void {
	log.fatal({ err: error }, 'unexpected error; the hub ends');
	process.exit(EXIT.broken);
}

function leave(sentence: string, code: number): never {
	process.stderr.write(`${sentence}\n`);
	process.exit(code);
}
