import { expect, it } from 'vitest';
import { isPermitted, nameConstraints } from './name-constraints.ts';
import { MAX_NAMES, servedNames } from './served-names.ts';

const announced = 'mooring-1a2b3c4d.local';
const own = ['localhost', '127.0.0.1', '::1'];

it('has the announced name first, then what the owner named, and the machine’s addresses', () => {
	const interfaces = { eth0: [{ address: '192.168.1.4' }, { address: 'fe80::1%eth0' }, { address: 'fd00::4' }] };
	const named = ['0.0.0.0', 'hub.home.arpa', '192.168.5.5', 'hub.example', '203.0.113.9'];
	expect(servedNames({ announced, named, hostname: 'Pi.lan', interfaces })).toEqual([
		announced,
		'hub.home.arpa',
		'192.168.5.5',
		'pi.local',
		...own,
		'192.168.1.4',
		'fd00::4',
	]);
});

it('leaves out what its authority may not vouch for, and has an upper bound', () => {
	const many = Array.from({ length: 100 }, (_, n) => ({ address: `10.0.0.${n}` }));
	const interfaces = { wan: [{ address: '203.0.113.9' }, { address: '2001:db8::1' }], docker: many };
	const names = servedNames({ announced, named: [], hostname: 'a b', interfaces });
	expect(names).toHaveLength(MAX_NAMES);
	expect(names.slice(0, 5)).toEqual([announced, ...own, '10.0.0.0']);
});

it.each([
	['mooring.local', true],
	['local', true],
	['hub.home.arpa', true],
	['notlocal', false],
	['home.arpa.example', false],
	['172.31.255.255', true],
	['172.32.0.0', false],
	['fe80::1', true],
	['2001:db8::1', false],
])('%s is permitted: %s', (host, permitted) => {
	expect(isPermitted(host)).toBe(permitted);
});

it('writes its constraints as DER', () => {
	const der = nameConstraints().toString('hex');
	expect(der).toMatch(/^3081[0-9a-f]{2}a081/);
	expect(der).toContain(`3007820${'5'}${Buffer.from('local').toString('hex')}`);
	expect(der).toContain('300a87080a000000ff000000'); // 10.0.0.0/8
	expect(der).toContain(`30228720fc${'00'.repeat(15)}fe${'00'.repeat(15)}`); // fc00::/7
});
