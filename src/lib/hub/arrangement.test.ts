import { describe, expect, it } from 'vitest';
import { type Placed, byRoom, countEach, inOrder, matches, needsAttention, passes } from './arrangement.ts';

interface Made {
	name?: string;
	room?: string | null;
	position?: number;
	state?: 'online' | 'away' | 'offline';
	security?: 'secure-v2' | 'legacy-v1';
	token?: 'active' | 'revoked';
	firmware?: boolean;
	config?: 'applied' | 'refused';
	relays?: string[];
}

function device(id: string, made: Made = {}): Placed {
	return {
		id,
		base: {
			name: made.name ?? id,
			room: made.room ?? null,
			position: made.position ?? 0,
			security: made.security ?? 'secure-v2',
			code: 'ESP_A4CF12B09E30',
			mac: 'A4:CF:12:B0:9E:30',
			token: {
				state: made.token ?? 'active',
				createdAt: null,
				lastUsedAt: null,
				fingerprint: null,
				firmware: made.firmware ? { pending: 'p1', expiresAt: 1 } : null,
			},
			config: {
				version: 1,
				state: made.config ?? 'applied',
				error: null,
				changedAt: null,
				appliedAt: null,
				secondWifi: null,
			},
		},
		presence: { state: made.state ?? 'online' },
		relays: (made.relays ?? []).map((name) => ({ view: { name } })),
	};
}
const ids = (devices: Placed[]) => devices.map(({ id }) => id);

describe('the order of devices', () => {
	it('is people’s own, then by name, then by id, so that it is the same on every dashboard', () => {
		const devices = [
			device('c', { position: 2 }),
			device('z', { position: 1, name: 'Beta' }),
			device('b', { position: 1, name: 'Alpha' }),
			device('a', { position: 1, name: 'Alpha' }),
		];
		expect(ids(inOrder(devices))).toEqual(['a', 'b', 'z', 'c']);
		expect(ids(inOrder(devices.toReversed()))).toEqual(['a', 'b', 'z', 'c']);
	});

	it('puts rooms in the order of their first devices, and what is in none last', () => {
		const ordered = [
			device('1'),
			device('2', { room: 'Attic' }),
			device('3', { room: 'Kitchen' }),
			device('4', { room: 'Attic' }),
		];
		expect(byRoom(ordered).map(({ name, devices }) => [name, ids(devices)])).toEqual([
			['Attic', ['2', '4']],
			['Kitchen', ['3']],
			[null, ['1']],
		]);
	});
});

describe('search', () => {
	const boiler = device('d', { name: 'Küche & Flur', room: 'Ground floor', relays: ['Lights', 'Fan'] });
	it.each(['küche', 'KUCHE', 'ground', 'fan', 'esp_a4', 'A4:CF:12', 'a4cf12b0', ' flur  lights ', ''])(
		'“%s” finds it',
		(text) => expect(matches(boiler, text)).toBe(true),
	);
	it.each(['garage', 'flur pump', 'a4:cf:13'])('“%s” does not', (text) => expect(matches(boiler, text)).toBe(false));
	it('finds no word across the border of two names', () =>
		expect(matches(device('d', { name: 'Bo', relays: ['iler'] }), 'boiler')).toBe(false));
});

describe('filters', () => {
	const devices = [
		device('on'),
		device('away', { state: 'away', security: 'legacy-v1' }),
		device('revoked', { state: 'offline', token: 'revoked' }),
		device('coming', { state: 'offline', token: 'revoked', firmware: true }),
		device('refused', { config: 'refused' }),
	];
	it('count each', () =>
		expect(countEach(devices)).toEqual({ all: 5, online: 2, away: 1, offline: 2, legacy: 1, attention: 2 }));
	it('say what needs attention: a revoked token without new firmware, a refused configuration', () =>
		expect(ids(devices.filter(needsAttention))).toEqual(['revoked', 'refused']));
	it('let through what is like that', () =>
		expect(ids(devices.filter((one) => passes(one, 'legacy')))).toEqual(['away']));
});
