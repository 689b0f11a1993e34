import { describe, expect, it } from 'vitest';
import { configTable, presentValues } from './config-table.ts';
import { OPTIONS, readConfig } from './config.ts';

function read(env: Record<string, string>) {
	const result = readConfig(env);
	if (!result.ok) throw new Error(result.error.message);
	return result.value;
}

function refused(env: Record<string, string>): string {
	const result = readConfig(env);
	if (result.ok) throw new Error('was accepted');
	return result.error.message;
}

describe('readConfig', () => {
	it('has a default for everything', () => {
		expect(read({})).toEqual({
			port: 8080,
			host: '0.0.0.0',
			data: './data',
			name: 'Mooring',
			log: 'info',
			publicUrl: undefined,
			trustedProxies: [],
			allowedHosts: [],
			httpsPort: 8443,
			mdns: true,
			beatWatchedMs: 300,
			beatIdleMs: 2000,
		});
	});

	it('treats an empty value, as compose files pass it, as absent', () => {
		expect(read({ MOORING_PORT: '', MOORING_PUBLIC_URL: ' ', MOORING_TRUSTED_PROXY: '' })).toEqual(read({}));
	});

	it('reads every option', () => {
		const config = read({
			MOORING_PORT: '0',
			MOORING_HOST: '::1',
			MOORING_DATA: '/data',
			MOORING_NAME: 'Küche',
			MOORING_LOG: 'debug',
			MOORING_PUBLIC_URL: 'https://Hub.example/',
			MOORING_TRUSTED_PROXY: '10.0.0.1, ::1,172.16.0.0/12',
			MOORING_ALLOWED_HOSTS: 'Hub.Example, 192.168.5.5,[2001:DB8::0009]',
			MOORING_HTTPS_PORT: '443',
			MOORING_HTTPS_CERT: '/etc/hub.pem',
			MOORING_HTTPS_KEY: '/etc/hub.key',
			MOORING_MDNS: 'off',
			MOORING_BEAT_WATCHED_MS: '100',
			MOORING_BEAT_IDLE_MS: '60000',
		});
		expect(config).toMatchObject({
			port: 0,
			host: '::1',
			data: '/data',
			name: 'Küche',
			log: 'debug',
			publicUrl: 'https://hub.example',
			trustedProxies: ['10.0.0.1', '::1', '172.16.0.0/12'],
			allowedHosts: ['hub.example', '192.168.5.5', '2001:db8::9'],
			httpsPort: 443,
			httpsCertificate: '/etc/hub.pem',
			httpsKey: '/etc/hub.key',
			mdns: false,
			beatWatchedMs: 100,
			beatIdleMs: 60_000,
		});
	});

	it('names variable, value and what is allowed', () => {
		expect(refused({ MOORING_PORT: '80808' })).toBe(
			'MOORING_PORT is "80808", but must be a whole number from 0 to 65535; 0 takes any free port.',
		);
	});

	it.each([
		['MOORING_HTTPS_CERT', 'MOORING_HTTPS_KEY'],
		['MOORING_HTTPS_KEY', 'MOORING_HTTPS_CERT'],
	])('refuses %s without %s', (given, missing) => {
		expect(refused({ [given]: '/etc/hub.pem' })).toBe(`${given} is set, so ${missing} must be set too.`);
	});

	it.each([
		['MOORING_PORT', '8080.5'],
		['MOORING_PORT', '-1'],
		['MOORING_PORT', '0x50'],
		['MOORING_HOST', 'no host'],
		['MOORING_NAME', 'x'.repeat(41)],
		['MOORING_NAME', 'a\nb'],
		['MOORING_NAME', '\u200b'],
		['MOORING_NAME', '\u202e'],
		['MOORING_LOG', 'verbose'],
		['MOORING_PUBLIC_URL', 'hub.example'],
		['MOORING_PUBLIC_URL', 'ftp://hub.example'],
		['MOORING_PUBLIC_URL', 'https://hub.example/path'],
		['MOORING_PUBLIC_URL', 'https://anna:secret@hub.example'],
		['MOORING_TRUSTED_PROXY', '10.0.0.1,proxy'],
		['MOORING_TRUSTED_PROXY', '10.0.0.0/33'],
		['MOORING_ALLOWED_HOSTS', 'https://hub.example'],
		['MOORING_ALLOWED_HOSTS', 'hub.example,,other'],
		['MOORING_ALLOWED_HOSTS', '*'],
		['MOORING_MDNS', 'yes'],
		['MOORING_BEAT_WATCHED_MS', '99'],
		['MOORING_BEAT_IDLE_MS', '60001'],
	])('refuses %s=%s', (variable, value) => {
		const result = readConfig({ [variable]: value });
		expect(result).toMatchObject({ ok: false, error: { kind: 'config', variable } });
	});
});

it('prints every option, with its default and with its present value', () => {
	const table = configTable();
	const present = presentValues(read({ MOORING_NAME: 'Attic', MOORING_MDNS: 'off' }));
	for (const { variable, sentence } of Object.values(OPTIONS)) {
		expect(table).toContain(`\`${variable}\``);
		expect(table).toContain(sentence);
		expect(present).toContain(variable);
	}
	expect(present).toMatch(/MOORING_NAME\s+Attic/);
	expect(present).toMatch(/MOORING_MDNS\s+off/);
});

it('composes the letters of the hub’s name and removes marks that change the direction of text', () => {
	expect(read({ MOORING_NAME: 'Ku\u0308che\u202e' }).name).toBe('K\u00fcche');
});
