import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { type Config, readConfig } from './config/config.ts';
import { dashboardAddresses, greeting } from './greeting.ts';

function config(env: Record<string, string> = {}): Config {
	const read = readConfig(env);
	if (!read.ok) throw new Error(read.error.message);
	return read.value;
}

const interfaces = {
	lo: [{ address: '127.0.0.1', family: 'IPv4', internal: true } as NetworkInterfaceInfo],
	eth0: [
		{ address: '192.168.1.4', family: 'IPv4', internal: false } as NetworkInterfaceInfo,
		{ address: 'fe80::1', family: 'IPv6', internal: false } as NetworkInterfaceInfo,
	],
};

it.each([
	[{}, ['http://192.168.1.4:8080', 'http://localhost:8080']],
	[{ MOORING_HOST: '::1' }, ['http://[::1]:8080']],
	[
		{ MOORING_HOST: '127.0.0.1', MOORING_PUBLIC_URL: 'https://hub.example' },
		['https://hub.example', 'http://127.0.0.1:8080'],
	],
])('with %j people open %j', (env, addresses) => {
	expect(dashboardAddresses(config(env), 8080, interfaces)).toEqual(addresses);
});

it('shows the set-up link in a box whose lines are equally long, with the code after the #', () => {
	const lines = greeting(config(), 8080, 'ABCD-2345', [], interfaces).split('\n');
	expect(lines.some((line) => line.includes('http://192.168.1.4:8080/setup#code=ABCD-2345'))).toBe(true);
	expect(new Set(lines.map((line) => line.length)).size).toBe(1);
});

it('does not mention set-up once there is an owner', () => {
	expect(greeting(config(), 8080, undefined, [], interfaces)).not.toMatch(/setup|owner/);
});

it('names the addresses of HTTPS where that is on, and where devices learn to trust the hub’s authority', () => {
	const secure = ['https://mooring-1a2b3c4d.local:8443', 'https://192.168.1.4:8443'];
	expect(greeting(config(), 8080, undefined, secure, interfaces).split('\n')).toEqual([
		'Mooring is open at',
		'  https://mooring-1a2b3c4d.local:8443',
		'  https://192.168.1.4:8443',
		'Devices that do not trust its certificate yet learn it at',
		'  http://192.168.1.4:8080/trust',
	]);
	const own = config({ MOORING_HTTPS_CERT: '/hub.pem', MOORING_HTTPS_KEY: '/hub.key' });
	expect(greeting(own, 8080, 'ABCD-2345', ['https://hub.example:8443'], interfaces)).toMatch(
		/https:\/\/hub\.example:8443\/setup#code=ABCD-2345/,
	);
	expect(greeting(own, 8080, undefined, ['https://hub.example:8443'], interfaces)).not.toMatch(/trust/);
});
