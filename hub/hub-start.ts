import type { Logger } from 'pino';
import type { PasswordCost } from './accounts/passwords/password.ts';
import type { Clock } from './base/clock.ts';
import type { Random } from './base/random.ts';
import type { Failure } from './base/result.ts';

/** What tests start a hub with, in the place of what it makes itself. */
export interface Overrides {
	clock: Clock;
	random: Random;
	log: Logger;
	passwordCost: PasswordCost;
	/** folder of the built dashboard */
	dashboard: string;
	/** the packed sources of the firmware */
	firmwareSources: string;
}

type DataFault = 'data-folder' | 'key-file' | 'newer-database' | 'not-a-database' | 'storage';
/** Why a hub did not start. */
export type StartFault = Failure<DataFault | 'port' | 'certificate'>;

/** A hub that runs. */
export interface Hub {
	port: number;
	/** where it is opened over HTTPS, while that is on */
	httpsAddresses: () => string[];
	/** the one-time code, while the hub has no owner */
	setUpCode: () => string | undefined;
	stop(): Promise<void>;
}
