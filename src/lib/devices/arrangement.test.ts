import { describe, expect, it } from 'vitest';
import { type Placed, byRoom, inOrder, needsAttention } from './arrangement.ts';
import { type Plan, moved, planOf, roomRenamed, roomStepped, stepped } from './plan.ts';
import { countEach, matches, passes } from './filters.ts';

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
			relays: (made.relays ?? []).map((name) => ({ name })),
		},
		presence: { state: made.state ?? 'online' },
	};
}
const ids = (devices: Placed[]) => devices.map(({ id }) => id);

describe('the order of devices', () => {
	it('is by position, then by name, then by id, so that it is the same on every dashboard', () => {
		const devices = [
			device('c', { position: 2 }),
			device('z', { position: 1, name: 'Beta' }),
			device('b', { position: 1, name: 'Alpha' }),
			device('a', { position: 1, name: 'Alpha' }),
		];
		expect(ids(inOrder(devices))).toEqual(['a', 'b', 'z', 'c']);
		expect(ids(inOrder(devices.toReversed()))).toEqual(['a', 'b', 'z', 'c']);
	});

	it('puts rooms in the order of their first devices, and devices without a room last', () => {
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
	it('finds no word that spans two names', () =>
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
	it('count the devices of each', () =>
		expect(countEach(devices)).toEqual({ all: 5, online: 2, away: 1, offline: 2, legacy: 1, attention: 2 }));
	it('say what needs attention: a revoked token without new firmware, a refused configuration', () =>
		expect(ids(devices.filter(needsAttention))).toEqual(['revoked', 'refused']));
	it('let only matching devices pass', () =>
		expect(ids(devices.filter((one) => passes(one, 'legacy')))).toEqual(['away']));
});

describe('a plan', () => {
	const plan: Plan = [
		{ name: 'Attic', ids: ['a', 'b', 'c'] },
		{ name: 'Kitchen', ids: ['d'] },
		{ name: null, ids: ['e'] },
	];
	const drawn = (plan: Plan) => plan.map(({ name, ids }) => `${name}:${ids.join('')}`).join(' ');

	it.each([
		['a', 'Attic', 2, 'Attic:bac Kitchen:d null:e'],
		['a', 'Attic', 0, 'Attic:abc Kitchen:d null:e'],
		['a', 'Attic', 1, 'Attic:abc Kitchen:d null:e'],
		['c', 'Attic', 0, 'Attic:cab Kitchen:d null:e'],
		['a', 'Attic', Infinity, 'Attic:bca Kitchen:d null:e'],
		['b', 'Kitchen', 0, 'Attic:ac Kitchen:bd null:e'],
		['b', 'Kitchen', Infinity, 'Attic:ac Kitchen:db null:e'],
		['d', null, 0, 'Attic:abc Kitchen: null:de'],
		['d', 'Shed', Infinity, 'Attic:abc Kitchen: Shed:d null:e'],
	] as const)('moves %s into %s before place %s', (id, room, index, wanted) =>
		expect(drawn(moved(plan, id, room, index))).toBe(wanted),
	);

	it('moves a device one step within its room, and not out of it', () => {
		expect(drawn(stepped(plan, 'b', -1))).toContain('Attic:bac');
		expect(drawn(stepped(plan, 'b', 1))).toContain('Attic:acb');
		expect(stepped(plan, 'a', -1)).toBe(plan);
		expect(stepped(plan, 'c', 1)).toBe(plan);
		expect(stepped(plan, 'nobody', 1)).toBe(plan);
	});

	it('moves a room one step, but never behind the devices without a room', () => {
		expect(drawn(roomStepped(plan, 'Attic', 1))).toBe('Kitchen:d Attic:abc null:e');
		expect(roomStepped(plan, 'Kitchen', 1)).toBe(plan);
		expect(roomStepped(plan, 'Attic', -1)).toBe(plan);
	});

	it('renames a room, and merges it with a room of that name', () => {
		expect(drawn(roomRenamed(plan, 'Attic', 'Loft'))).toBe('Loft:abc Kitchen:d null:e');
		expect(drawn(roomRenamed(plan, 'Attic', 'Kitchen'))).toBe('Kitchen:dabc null:e');
		expect(roomRenamed(plan, 'Attic', 'Attic')).toBe(plan);
	});

	it('starts from the current order, and follows devices that are added or deleted', () => {
		const devices = [device('a', { room: 'Attic' }), device('b', { position: 1 })];
		const made = planOf(devices);
		expect(drawn(made)).toBe('Attic:a null:b');
		const mine = moved(made, 'b', 'Attic', 0);
		expect(drawn(planOf([device('b'), device('new', { room: 'Attic' })], mine))).toBe('Attic:bnew null:');
	});
});
