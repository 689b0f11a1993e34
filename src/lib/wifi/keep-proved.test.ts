import { expect, it, vi } from 'vitest';
import type { ApiError } from '../../../protocol/dashboard/errors.ts';
import { keepProved } from './keep-proved.ts';

const WIFI = { ssid: 'Harbour', password: 'salt and tar' };
const ALREADY: ApiError = { code: 'conflict', message: 'Kept already.', fault: 'network-kept-already' };
const NETWORKS = [
	{ id: 'g', ssid: 'Guests', secured: false },
	{ id: 'h', ssid: 'Harbour', secured: true },
];

/** A hub that keeps the network with another password. */
const hub = () =>
	vi.fn(async (method: string) => {
		if (method === 'POST') return { ok: false, error: ALREADY };
		return { ok: true, value: method === 'GET' ? { networks: NETWORKS } : undefined };
	});
const keep = (ask: ReturnType<typeof hub>, mayChange: boolean) => keepProved(WIFI, mayChange, ask as never);

it('a network that a board has joined is kept', async () => {
	const ask = hub().mockResolvedValue({ ok: true, value: undefined });
	expect(await keep(ask, false)).toBeUndefined();
	expect(ask.mock.calls).toEqual([['POST', '/wifi-networks', WIFI]]);
});

it('a kept network whose password was wrong gets the right one from an owner', async () => {
	const ask = hub();
	expect(await keep(ask, true)).toBeUndefined();
	expect(ask.mock.calls.at(-1)).toEqual(['PUT', '/wifi-networks/h', { password: WIFI.password }]);
});

it('a member is told that an owner changes it', async () => {
	const ask = hub();
	expect(await keep(ask, false)).toEqual(ALREADY);
	expect(ask).toHaveBeenCalledOnce();
});
