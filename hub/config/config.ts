import { isIP } from 'node:net';
import { LIMITS } from '../../protocol/dashboard/limits.ts';
import { type Failure, type Result, err, ok } from '../base/result.ts';
import { cleanName, isVisible } from '../../protocol/dashboard/text/names.ts';
import { isAddressOrNetwork } from '../doors/server/origin/client-address.ts';
import { hostIn } from '../doors/server/origin/own-hosts.ts';

/**
 * Everything that the environment decides. It may be logged, since it holds no secrets: process listings and `docker
 * inspect` show the environment. The hub's keys and codes are files in its data folder, which only its owner reads.
 */
export interface Config {
	/** TCP port; 0 takes any free one */
	port: number;
	/** address to listen on */
	host: string;
	/** folder of the database, keys and set-up code */
	data: string;
	/** folder of the nightly backups when it is not `backups` in the data folder */
	backupFolder: string | undefined;
	/** what the household calls its hub */
	name: string;
	/** lowest level that is logged */
	log: LogLevel;
	/** origin people reach the hub under when it is not its own address, for example a reverse proxy's; no trailing slash */
	publicUrl: string | undefined;
	/** addresses and networks whose X-Forwarded-For counts */
	trustedProxies: readonly string[];
	/** names and addresses people reach the hub under besides its own and publicUrl's */
	allowedHosts: readonly string[];
	/** TCP port for HTTPS, where that is on; 0 takes any free one */
	httpsPort: number;
	/** file of the owner's own certificate and its chain; HTTPS is on by it */
	httpsCertificate: string | undefined;
	/** file of its private key */
	httpsKey: string | undefined;
	/** whether the hub announces itself by mDNS */
	mdns: boolean;
	/** pace of a board's beats while somebody looks at a dashboard, milliseconds */
	beatWatchedMs: number;
	/** pace of a board's beats while nobody does, milliseconds */
	beatIdleMs: number;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type ConfigFault = Failure<'config'> & { variable: string };
type Environment = Readonly<Record<string, string | undefined>>;

/** One option: `parse` returns undefined for a value outside of `allowed`. */
interface Option<T> {
	variable: string;
	byDefault: string;
	allowed: string;
	sentence: string;
	parse(text: string): T | undefined;
}

const MAX_PORT = 65_535;
const MAX_NAME_BYTES = 40; // leaves room for " (2)" in the 63 bytes of an mDNS label
const BEAT_MS = { least: 100, most: 60_000 };

export const OPTIONS: { readonly [K in keyof Config]: Option<Config[K]> } = {
	port: {
		variable: 'MOORING_PORT',
		byDefault: '8080',
		allowed: `a whole number from 0 to ${MAX_PORT}; 0 takes any free port`,
		sentence: 'Port for dashboards and boards.',
		parse: wholeNumber(0, MAX_PORT),
	},
	host: {
		variable: 'MOORING_HOST',
		byDefault: '0.0.0.0',
		allowed: `an IP address or a host name of at most ${LIMITS.boardTextBytes.host} characters`,
		sentence: 'Address to listen on.',
		parse: (text) => (isIP(text) || isHostName(text) ? text : undefined),
	},
	data: {
		variable: 'MOORING_DATA',
		byDefault: './data',
		allowed: 'a folder that the hub may write',
		sentence: 'Database, keys and set-up code: all that a backup needs.',
		parse: (text) => (text.includes('\0') ? undefined : text),
	},
	backupFolder: {
		variable: 'MOORING_BACKUP_FOLDER',
		byDefault: '',
		allowed: 'a folder that is there and that the hub may write',
		sentence: 'Where nightly backups go instead of `backups` in the data folder.',
		parse: fileName,
	},
	name: {
		variable: 'MOORING_NAME',
		byDefault: 'Mooring',
		allowed: `1 to ${MAX_NAME_BYTES} bytes of visible text`,
		sentence: 'Name of the hub on the dashboard and on the network.',
		parse: hubName,
	},
	log: {
		variable: 'MOORING_LOG',
		byDefault: 'info',
		allowed: LOG_LEVELS.join(', '),
		sentence: 'Least level that is logged.',
		parse: (text) => LOG_LEVELS.find((level) => level === text),
	},
	publicUrl: {
		variable: 'MOORING_PUBLIC_URL',
		byDefault: '',
		allowed: 'an http or https address without a path',
		sentence: 'Address people open where it is not the hub’s own, for example a reverse proxy’s.',
		parse: origin,
	},
	trustedProxies: {
		variable: 'MOORING_TRUSTED_PROXY',
		byDefault: '',
		allowed: 'IP addresses or networks (10.0.0.0/8), separated by commas',
		sentence: 'Reverse proxies whose `X-Forwarded-For` counts.',
		parse: listOf((text) => (isAddressOrNetwork(text) ? text : undefined)),
	},
	allowedHosts: {
		variable: 'MOORING_ALLOWED_HOSTS',
		byDefault: '',
		allowed: 'host names or IP addresses, separated by commas',
		sentence: 'Further names people open the hub under; its own and that of `MOORING_PUBLIC_URL` are always allowed.',
		parse: listOf(hostIn),
	},
	httpsPort: {
		variable: 'MOORING_HTTPS_PORT',
		byDefault: '8443',
		allowed: `a whole number from 0 to ${MAX_PORT}; 0 takes any free port`,
		sentence: 'Port for dashboards over HTTPS, where that is on.',
		parse: wholeNumber(0, MAX_PORT),
	},
	httpsCertificate: {
		variable: 'MOORING_HTTPS_CERT',
		byDefault: '',
		allowed: 'a file with a certificate and its chain in PEM',
		sentence: 'Turns HTTPS on with a certificate of your own. A changed file is taken over while the hub runs.',
		parse: fileName,
	},
	httpsKey: {
		variable: 'MOORING_HTTPS_KEY',
		byDefault: '',
		allowed: 'a file with the private key of that certificate in PEM',
		sentence: 'Its private key.',
		parse: fileName,
	},
	mdns: {
		variable: 'MOORING_MDNS',
		byDefault: 'on',
		allowed: 'on, off',
		sentence: 'Whether the hub announces itself on the network, so that boards find it.',
		parse: (text) => (text === 'on' ? true : text === 'off' ? false : undefined),
	},
	beatWatchedMs: {
		variable: 'MOORING_BEAT_WATCHED_MS',
		byDefault: '300',
		allowed: `a whole number from ${BEAT_MS.least} to ${BEAT_MS.most}`,
		sentence: 'Milliseconds between a board’s signs of life while somebody looks at a dashboard.',
		parse: wholeNumber(BEAT_MS.least, BEAT_MS.most),
	},
	beatIdleMs: {
		variable: 'MOORING_BEAT_IDLE_MS',
		byDefault: '2000',
		allowed: `a whole number from ${BEAT_MS.least} to ${BEAT_MS.most}`,
		sentence: 'The same while nobody does.',
		parse: wholeNumber(BEAT_MS.least, BEAT_MS.most),
	},
};

/** Reads and checks the whole environment. An empty value counts as absent; the first bad one is reported. */
export function readConfig(env: Environment): Result<Config, ConfigFault> {
	const values: Partial<Record<keyof Config, unknown>> = {};
	for (const [key, option] of Object.entries(OPTIONS) as [keyof Config, Option<unknown>][]) {
		const text = env[option.variable]?.trim() || option.byDefault;
		const value = option.parse(text);
		if (value === undefined && text !== '') {
			const message = `${option.variable} is "${text}", but must be ${option.allowed}.`;
			return err({ kind: 'config', variable: option.variable, message });
		}
		values[key] = value;
	}
	return checkTogether(values as Config);
}

function checkTogether(config: Config): Result<Config, ConfigFault> {
	const [{ variable: certificate }, { variable: key }] = [OPTIONS.httpsCertificate, OPTIONS.httpsKey];
	if ((config.httpsCertificate === undefined) === (config.httpsKey === undefined)) return ok(config);
	const [set, missing] = config.httpsCertificate === undefined ? [key, certificate] : [certificate, key];
	return err({ kind: 'config', variable: missing, message: `${set} is set, so ${missing} must be set too.` });
}

function fileName(text: string): string | undefined {
	return text === '' || text.includes('\0') ? undefined : text;
}

function hubName(text: string): string | undefined {
	const name = cleanName(text);
	return Buffer.byteLength(name) <= MAX_NAME_BYTES && !/\p{Cc}/u.test(text) && isVisible(name) ? name : undefined;
}

/** Limited to what fits into a board's config file, where the host may be written. */
function isHostName(text: string): boolean {
	return text.length <= LIMITS.boardTextBytes.host && /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(text);
}

function wholeNumber(least: number, most: number) {
	return (text: string): number | undefined => {
		const value = Number(text);
		return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
	};
}

function origin(text: string): string | undefined {
	if (!URL.canParse(text)) return undefined;
	const url = new URL(text);
	const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
	return bare && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

function listOf(one: (text: string) => string | undefined) {
	return (text: string): string[] | undefined => {
		if (text === '') return [];
		const list = text.split(',').map((part) => one(part.trim()));
		return list.every((part) => part !== undefined) ? list : undefined;
	};
}
